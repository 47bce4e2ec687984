import { aChild, aFlag } from './flags.ts'
import { ask } from './journeys.ts'
import { organisation, type PersonKey } from './organisation.ts'
import { aConcern } from './sending.ts'
import type { Service } from './service.ts'

/** A word that is typed in every bad input, and may come back in no refusal and no log. */
export const canary = 'zqkanarie'

export interface World {
  reference: string
  version: number
  referralId: string
  submissionId: string
  draftId: string
  noteId: string
  intakeId: string
}

export async function givenWorld(service: Service): Promise<World> {
  const handler = await service.as('handler')
  const { submissionId } = await handler.flags.send({ key: crypto.randomUUID(), draftId: null, flag: aConcern() })
  await handler.flags.send({
    key: crypto.randomUUID(),
    draftId: null,
    flag: { ...aFlag([aChild()]), senderUnitId: aConcern().senderUnitId },
  })
  const draftId = crypto.randomUUID()
  await handler.drafts.save({ id: draftId, version: 0, content: {} })
  const [row] = await service.sql<{ id: string; reference: string }>(`select id, reference from referrals`)
  const [note] = await service.sql<{ id: string }>(`select id from child_notes`)
  if (!row || !note) throw new Error('nothing was stored')
  const { version } = await (await service.as('worker')).referrals.open({ reference: row.reference })
  const { id: intakeId } = service.organisation.units.intake
  return { reference: row.reference, version, referralId: row.id, submissionId, draftId, noteId: note.id, intakeId }
}

/** A field, a value that it may not have, and the path that the answer names when it is not the field itself. */
type BadField = readonly [field: string, value: unknown, told?: string]

export interface Procedure {
  as: PersonKey
  /** Answered without a session. */
  open?: true
  /** An input that would be taken; absent where nothing is asked for. */
  good?: (world: World) => Record<string, unknown>
  bad?: readonly BadField[]
}

const long = canary.repeat(600)
const badId: readonly unknown[] = [
  canary,
  7,
  null,
  '',
  '0198c0de-0000-7000-8000-00000000000g',
  ['0198c0de-0000-7000-8000-000000000001'],
]
const ids = (field: string): BadField[] => badId.map((value) => [field, value] as const)
const badReference: readonly unknown[] = [
  canary,
  7,
  null,
  '',
  'BL-26-1',
  `BL-2026-000001${canary}`,
  "BL-2026-000001' or 1=1",
]
const references = badReference.map((value) => ['reference', value] as const)

const routedChild = { track: 'A', acute: false, age: 3 }
const unitInput = {
  name: 'Enheten',
  publicName: null,
  phone: '08-465 004 01',
  mailbox: 'enheten@a.example',
  openingHours: {
    week: { monday: null, tuesday: null, wednesday: null, thursday: null, friday: null, saturday: null, sunday: null },
    holidays: null,
    exceptions: [],
  },
}
const unitDetails: BadField[] = [
  ['name', ''],
  ['name', long],
  ['publicName', 7],
  ['phone', canary],
  ['mailbox', canary],
  ['openingHours.week.monday', { from: '17:00', to: '08:00' }, 'openingHours.week.monday.to'],
  ['openingHours.week.monday', { from: canary, to: '17:00' }, 'openingHours.week.monday.from'],
  ['openingHours.week.monday', { from: '08:00', to: '25:00' }, 'openingHours.week.monday.to'],
  ['openingHours.exceptions', [{ day: '2026-02-30', hours: null }], 'openingHours.exceptions.0.day'],
]
const ruleTo = (receiverId: string) => ({
  id: crypto.randomUUID(),
  receiverId,
  track: 'A',
  acute: null,
  district: null,
  ageFrom: null,
  ageTo: null,
})
const staffId = organisation.people.worker.id
const staffFields = {
  name: 'Namn Namnsson',
  title: 'Titel',
  email: 'namn@a.example',
  staffId: null,
  qualified: false,
  qualifiedOn: null,
}
const badStaff: BadField[] = [
  ['name', ''],
  ['name', long],
  ['title', 7],
  ['email', canary],
  ['staffId', long],
  ['qualified', canary],
  ['qualifiedOn', canary],
]
const versions = [0, 1.5, '1', null].map((value) => ['version', value] as const)
const days = { from: '2026-11-20', until: '2026-12-01' }
const badDays = (field: string) =>
  [canary, '2026-02-30', 7, null].map((value) => [field, value] as const satisfies BadField)

/** Every procedure of the API: one that is missing here fails the test. */
export const procedures: Record<string, Procedure> = {
  'session.me': { as: 'handler', open: true },
  'session.demoPeople': { as: 'handler', open: true },
  'session.places': { as: 'handler', open: true },
  'session.contact': {
    as: 'handler',
    open: true,
    good: () => ({ municipality: '9900' }),
    bad: [
      ['municipality', 7],
      ['municipality', null],
      ['municipality', long],
    ],
  },
  'session.mine': { as: 'handler' },
  'session.end': { as: 'handler', good: () => ({ id: crypto.randomUUID() }), bad: ids('id') },
  'session.endOthers': { as: 'handler' },
  'session.signInDemo': {
    as: 'handler',
    open: true,
    good: () => ({ personId: crypto.randomUUID() }),
    bad: ids('personId'),
  },
  'session.setLanguage': {
    as: 'handler',
    good: () => ({ language: 'en' }),
    bad: [
      ['language', canary],
      ['language', 'SV'],
      ['language', null],
    ],
  },
  'drafts.list': { as: 'handler' },
  'drafts.get': { as: 'handler', good: ({ draftId }) => ({ id: draftId }), bad: ids('id') },
  'drafts.remove': { as: 'handler', good: ({ draftId }) => ({ id: draftId }), bad: ids('id') },
  'drafts.save': {
    as: 'handler',
    good: ({ draftId }) => ({ id: draftId, version: 1, content: { children: [{ id: draftId }] } }),
    bad: [
      ...ids('id'),
      ['version', -1],
      ['version', 1.5],
      ['version', '1'],
      ['version', 2 ** 60],
      ['content', canary],
      ['content.texts', { observed: long.repeat(4) }, 'content.texts.observed'],
      ['content.children.0.concern', canary],
      ['content.children.0.id', canary],
      ['content.children.0.youngCarer', { areas: { [canary]: 'daily' } }, 'content.children.0.youngCarer.areas'],
      ['content.children', Array.from({ length: 13 }, () => ({ id: crypto.randomUUID() }))],
    ],
  },
  'flags.form': { as: 'handler' },
  'flags.send': {
    as: 'handler',
    good: () => ({ key: crypto.randomUUID(), draftId: null, flag: aConcern() }),
    bad: [
      ...ids('key'),
      ['draftId', canary],
      ['flag', canary],
      ['flag.client', undefined, 'client'],
      ['flag.client.name', long, 'client.name'],
      ['flag.client.identityNumber', canary, 'client.identityNumber'],
      ['flag.client.protection', canary, 'client.protection'],
      ['flag.children', [], 'children'],
      ['flag.children.0.identityNumber', '20150230-2395', 'children.0.identityNumber'],
      ['flag.children.0.birthDate', '2026-02-30', 'children.0.birthDate'],
      ['flag.children.0.birthDate', '2027-01-01', 'children.0.birthDate'],
      ['flag.children.0.ageGuess', 1e9, 'children.0.ageGuess'],
      ['flag.children.0.youngCarer', { areas: { [canary]: 'daily' } }, 'children.0.youngCarer.areas'],
      ['flag.texts.observed', long, 'texts.observed'],
      ['flag.safety.violence', canary, 'safety.violence'],
      ['flag.senderUnitId', canary, 'senderUnitId'],
    ],
  },
  'flags.receivers': {
    as: 'handler',
    good: () => ({ senderUnitId: aConcern().senderUnitId, district: null, children: [routedChild] }),
    bad: [
      ...ids('senderUnitId'),
      ['district', long],
      ['children', canary],
      ['children.0.track', 'C'],
      ['children.0.age', 1000],
    ],
  },
  'flags.receipt': { as: 'handler', good: ({ submissionId }) => ({ submissionId }), bad: ids('submissionId') },
  'flags.mine': {
    as: 'handler',
    good: () => ({ show: 'all', mine: false }),
    bad: [
      ['show', canary],
      ['mine', 'yes'],
      ['cursor', canary],
    ],
  },
  'flags.sent': { as: 'handler', good: ({ reference }) => ({ reference }), bad: references },
  'flags.print': { as: 'handler', good: ({ reference }) => ({ reference }), bad: references },
  'flags.requestFeedback': { as: 'handler', good: ({ reference }) => ({ reference }), bad: references },
  'flags.supplement': {
    as: 'handler',
    good: ({ reference }) => ({ reference, key: crypto.randomUUID(), text: canary, answersQuestion: false }),
    bad: [
      ...references,
      ...ids('key'),
      ['text', ''],
      ['text', '   '],
      ['text', long],
      ['text', 7],
      ['answersQuestion', 'yes'],
    ],
  },
  'childNotes.list': { as: 'handler' },
  'childNotes.markAsked': { as: 'handler', good: ({ noteId }) => ({ id: noteId }), bad: ids('id') },
  'referrals.inbox': {
    as: 'worker',
    good: ({ intakeId }) => ({ unitId: intakeId, show: 'open' }),
    bad: [
      ...ids('unitId'),
      ['show', canary],
      ['cursor', canary],
      ['cursor', '2026-02-30|0198c0de-0000-7000-8000-000000000001'],
      ['cursor', `2026-02-20|${'-'.repeat(36)}`],
      ['cursor', '2026-99-99|0198c0de-0000-7000-8000-000000000001'],
    ],
  },
  'referrals.counts': { as: 'worker', good: ({ intakeId }) => ({ unitId: intakeId }), bad: ids('unitId') },
  'referrals.open': { as: 'worker', good: ({ reference }) => ({ reference }), bad: references },
  'referrals.print': { as: 'worker', good: ({ reference }) => ({ reference }), bad: references },
  'referrals.takeStep': {
    as: 'worker',
    good: ({ reference, version }) => ({ reference, version, request: ask }),
    bad: [
      ...references,
      ['version', 0],
      ['version', 1.5],
      ['version', '2'],
      ['request', canary],
      ['request.step', canary],
      ['request.question', canary],
      ['request.text', ''],
      ['request.text', long],
      ['request.answerBy', '2026-02-30'],
      ['request.answerBy', canary],
      ['request.answerBy', '2026-11-23T00:00'],
      ['request.answerBy', '9999-12-31'],
      ['request.zqkanarie', canary, 'request'],
      ['request', { step: 'assign', assigneeId: canary }, 'request.assigneeId'],
      ['request', { step: 'offer_support', support: [] }, 'request.support'],
      ['request', { step: 'offer_support', support: [canary] }, 'request.support.0'],
      ['request', { step: 'extend', reason: 'workload', text: 'T', newDueOn: '2026-12-10' }, 'request.reason'],
      [
        'request',
        { step: 'extend', reason: 'family_not_reached', text: 'T', newDueOn: '9999-12-31' },
        'request.newDueOn',
      ],
      ['request', { step: 'decline_inquiry', reasons: 'R', childHeard: 'heard' }, 'request.childHeardText'],
      ['request', { step: 'transfer', toUnitId: canary, reasons: 'R' }, 'request.toUnitId'],
      ['request', { step: 'give_feedback', value: canary }, 'request.value'],
      ['request', { step: 'supplement', text: 'T' }, 'request.step'],
    ],
  },
  'search.find': {
    as: 'worker',
    good: () => ({ text: canary }),
    bad: [
      ['text', ''],
      ['text', '  '],
      ['text', long],
      ['text', 7],
    ],
  },
  'notices.list': { as: 'handler', good: () => ({}), bad: [['cursor', canary]] },
  'notices.markRead': {
    as: 'handler',
    good: () => ({ ids: 'all' }),
    bad: [
      ['ids', canary],
      ['ids', [canary], 'ids.0'],
      ['ids', Array.from({ length: 101 }, () => crypto.randomUUID())],
    ],
  },
  'notices.target': { as: 'handler', good: ({ referralId }) => ({ referralId }), bad: ids('referralId') },
  'protectedPersons.work': { as: 'manager' },
  'protectedPersons.reads': { as: 'manager', good: () => ({}), bad: [['cursor', canary]] },
  'protectedPersons.end': { as: 'manager', good: () => ({ id: crypto.randomUUID() }), bad: ids('id') },
  'protectedPersons.name': {
    as: 'manager',
    good: ({ reference, intakeId }) => ({
      reference,
      unitId: intakeId,
      personId: crypto.randomUUID(),
      until: '2026-12-24',
      reason: 'Skäl.',
    }),
    bad: [
      ...references,
      ...ids('unitId'),
      ...ids('personId'),
      ['until', '2026-02-30'],
      ['until', canary],
      ['reason', '  '],
      ['reason', long],
    ],
  },
  'protectedPersons.mark': {
    as: 'manager',
    good: ({ reference }) => ({ reference, level: 'secrecy_mark', source: 'person', reason: '' }),
    bad: [...references, ['level', canary], ['source', 'family'], ['reason', long]],
  },
  'emergency.list': { as: 'worker' },
  'emergency.find': {
    as: 'worker',
    good: ({ reference }) => ({ reason: 'child_missing', why: 'Borta.', asked: reference }),
    bad: [
      ['reason', canary],
      ['why', ' '],
      ['why', long],
      ['asked', ''],
      ['asked', long],
    ],
  },
  'emergency.open': {
    as: 'worker',
    good: ({ reference }) => ({ lookupId: crypto.randomUUID(), reference }),
    bad: [...references, ...ids('lookupId')],
  },
  'emergency.end': { as: 'worker', good: () => ({ id: crypto.randomUUID() }), bad: ids('id') },
  'mail.kept': { as: 'handler' },
  'statistics.units': { as: 'manager' },
  'statistics.deadLetters': { as: 'manager' },
  'statistics.receiver': {
    as: 'manager',
    good: () => ({ unitId: 'all', from: '2026-01-01', to: '2026-11-20' }),
    bad: [
      ['unitId', canary],
      ['from', '2026-02-30'],
      ['to', canary],
      ['to', '2025-12-31'],
      ['to', '2099-12-31'],
    ],
  },
  'statistics.sender': {
    as: 'adultManager',
    good: () => ({ unitId: 'all', from: '2026-01-01', to: '2026-11-20' }),
    bad: [
      ['unitId', 7],
      ['from', null],
      ['to', '2026-11-31'],
    ],
  },
  'units.list': { as: 'administrator' },
  'units.open': { as: 'administrator', good: ({ intakeId }) => ({ id: intakeId }), bad: ids('id') },
  'units.addBoard': {
    as: 'administrator',
    good: () => ({ name: 'Nämnden' }),
    bad: [
      ['name', ''],
      ['name', long],
      ['name', 7],
    ],
  },
  'units.changeBoard': {
    as: 'administrator',
    good: ({ intakeId }) => ({ id: intakeId, version: 1, name: 'Nämnden' }),
    bad: [...ids('id'), ['version', 0], ['name', ' ']],
  },
  'units.add': {
    as: 'administrator',
    good: ({ intakeId }) => ({ ...unitInput, boardId: intakeId, kind: 'intake' }),
    bad: [...ids('boardId'), ['kind', canary], ...unitDetails],
  },
  'units.change': {
    as: 'administrator',
    good: ({ intakeId }) => ({ ...unitInput, id: intakeId, version: 1 }),
    bad: [...ids('id'), ['version', '1'], ...unitDetails],
  },
  'units.close': {
    as: 'administrator',
    good: ({ intakeId }) => ({ id: intakeId, version: 1, successorId: null }),
    bad: [...ids('id'), ['version', -1], ['successorId', canary]],
  },
  'units.split': {
    as: 'administrator',
    good: ({ intakeId }) => ({
      id: intakeId,
      version: 1,
      details: unitInput,
      personIds: [],
      ruleIds: [],
      work: 'stays',
    }),
    bad: [
      ...ids('id'),
      ['details.name', '', 'details.name'],
      ['personIds', [canary], 'personIds.0'],
      ['ruleIds', [7], 'ruleIds.0'],
      ['work', canary],
    ],
  },
  'routing.get': { as: 'administrator' },
  'routing.save': {
    as: 'administrator',
    good: ({ intakeId }) => ({ version: 0, districts: [], rules: [ruleTo(intakeId)] }),
    bad: [
      ['version', -1],
      ['districts', [{ code: '', name: 'N' }], 'districts.0.code'],
      ['districts', [{ code: 'N', name: long }], 'districts.0.name'],
      ['rules', canary],
      ['rules.0.receiverId', canary],
      ['rules.0.track', 'C'],
      ['rules.0.ageFrom', -1],
      ['rules.0.ageTo', 1.5],
      ['rules.0.zqkanarie', canary, 'rules.0'],
    ],
  },
  'routing.tryOut': {
    as: 'administrator',
    good: ({ intakeId }) => ({
      senderUnitId: intakeId,
      routed: { track: 'A', acute: true, age: 3, district: null },
      at: '2026-11-20T17:00',
      rules: [],
    }),
    bad: [
      ...ids('senderUnitId'),
      ['routed.track', canary],
      ['routed.age', 1000],
      ['at', canary],
      ['at', '2026-02-30T10:00'],
    ],
  },
  'identityProvider.get': { as: 'administrator' },
  'identityProvider.save': {
    as: 'administrator',
    good: () => aProvider,
    bad: [
      ['issuer', ''],
      ['issuer', long],
      ['clientId', 7],
      ['clientAuthentication', canary],
      ['scope', canary],
      ['acrValues', []],
      ['acrValues', canary],
      ['personMatch', canary],
      ['personClaim', null],
      ['rolesFrom', canary],
      ['rolesClaim', ''],
      ['contact', long],
      ['secret', long.repeat(2)],
    ],
  },
  'identityProvider.saveMapping': {
    as: 'administrator',
    good: ({ intakeId }) => ({ mapping: [{ value: canary, unitId: intakeId, role: 'social_worker' }] }),
    bad: [
      ['mapping', canary],
      ['mapping.0.unitId', canary],
      ['mapping.0.role', canary],
      ['mapping.0.value', ''],
    ],
  },
  'identityProvider.securityLog': { as: 'auditor', good: () => ({}), bad: [['cursor', canary]] },
  'reviews.list': { as: 'manager' },
  'reviews.get': { as: 'manager', good: ({ draftId }) => ({ id: draftId }), bad: ids('id') },
  'reviews.mark': {
    as: 'manager',
    good: ({ draftId }) => ({ itemId: draftId, mark: 'explained', words: canary }),
    bad: [...ids('itemId'), ['mark', canary], ['mark', 'answered'], ['words', ''], ['words', '   '], ['words', long]],
  },
  'reviews.sign': { as: 'manager', good: ({ draftId }) => ({ id: draftId }), bad: ids('id') },
  'reviews.questions': { as: 'worker' },
  'reviews.answer': {
    as: 'worker',
    good: ({ draftId }) => ({ itemId: draftId, words: canary }),
    bad: [...ids('itemId'), ['words', ' '], ['words', long], ['words', 7]],
  },
  'reviews.late': { as: 'manager' },
  'extracts.make': { as: 'worker', good: ({ reference }) => ({ reference }), bad: references },
  // A subscription refuses inside its stream: see its own test.
  'live.changes': { as: 'worker' },
  'people.list': {
    as: 'administrator',
    good: () => ({ search: '', unitId: null, offset: 0 }),
    bad: [...ids('unitId').filter(([, value]) => value !== null), ['search', long], ['search', 7], ['offset', -1]],
  },
  'people.choices': { as: 'administrator' },
  'people.get': { as: 'administrator', good: () => ({ personId: staffId }), bad: ids('personId') },
  'people.add': { as: 'administrator', good: () => ({ ...staffFields }), bad: badStaff },
  'people.change': {
    as: 'administrator',
    good: () => ({ personId: staffId, version: 1, ...staffFields }),
    bad: [...ids('personId'), ...versions, ...badStaff],
  },
  'people.giveRole': {
    as: 'administrator',
    good: ({ intakeId }) => ({ personId: staffId, version: 1, unitId: intakeId, role: 'team_lead', ...days }),
    bad: [...ids('personId'), ...versions, ...ids('unitId'), ...badDays('from'), ['role', canary], ['until', canary]],
  },
  'people.endRole': {
    as: 'administrator',
    good: () => ({ personId: staffId, version: 1, roleId: staffId, until: '2026-12-01' }),
    bad: [...ids('personId'), ...versions, ...ids('roleId'), ...badDays('until')],
  },
  'people.deactivate': {
    as: 'administrator',
    good: () => ({ personId: staffId, version: 1 }),
    bad: [...ids('personId'), ...versions],
  },
  'people.reactivate': {
    as: 'administrator',
    good: () => ({ personId: staffId, version: 1 }),
    bad: [...ids('personId'), ...versions],
  },
  'people.addDeputy': {
    as: 'administrator',
    good: ({ intakeId }) => ({ personId: staffId, version: 1, deputyId: staffId, unitId: intakeId, ...days }),
    bad: [
      ...ids('personId'),
      ...versions,
      ...ids('deputyId'),
      ...ids('unitId'),
      ...badDays('from'),
      ...badDays('until'),
    ],
  },
  'people.endDeputy': {
    as: 'administrator',
    good: () => ({ personId: staffId, version: 1, deputyshipId: staffId, until: '2026-12-01' }),
    bad: [...ids('personId'), ...versions, ...ids('deputyshipId'), ...badDays('until')],
  },
  'peopleImport.preview': {
    as: 'administrator',
    good: () => ({ text: 'staff_id' }),
    bad: [
      ['text', ''],
      ['text', 7],
      ['text', 'x'.repeat(400_001)],
    ],
  },
  'peopleImport.carryOut': {
    as: 'administrator',
    good: () => ({ text: 'staff_id', fingerprint: '0'.repeat(64) }),
    bad: [
      ['text', ''],
      ['fingerprint', canary],
      ['fingerprint', null],
    ],
  },
  'absences.list': { as: 'worker' },
  'absences.add': {
    as: 'worker',
    good: () => ({ personId: staffId, ...days }),
    bad: [...ids('personId'), ...badDays('from'), ['until', canary]],
  },
  'absences.end': {
    as: 'worker',
    good: () => ({ absenceId: staffId, until: '2026-12-01' }),
    bad: [...ids('absenceId'), ...badDays('until')],
  },
  'administrationLog.list': {
    as: 'administrator',
    good: () => ({ cursor: null }),
    bad: ids('cursor').filter(([, value]) => value !== null),
  },
}

const aProvider = {
  issuer: 'https://login.lillsjo.example',
  clientId: 'barnlanken',
  clientAuthentication: 'client_secret_basic',
  scope: 'openid email',
  acrValues: null,
  personMatch: 'email',
  personClaim: 'email',
  rolesFrom: 'administration',
  rolesClaim: null,
  contact: null,
  secret: 'a secret',
}

/** A copy of the input with the value at the field, however deep. */
export function withField(input: Record<string, unknown>, field: string, value: unknown): unknown {
  const copy = structuredClone(input)
  const keys = field.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<Record<string, unknown>>((at, key) => {
    at[key] ??= {}
    return at[key] as Record<string, unknown>
  }, copy)
  holder[last] = value
  return copy
}
