import { aChild, aFlag } from './flags.ts'
import { ask } from './journeys.ts'
import type { PersonKey } from './organisation.ts'
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

/** Every procedure of the API: one that is missing here fails the test. */
export const procedures: Record<string, Procedure> = {
  'session.me': { as: 'handler', open: true },
  'session.demoPeople': { as: 'handler', open: true },
  'session.signOut': { as: 'handler', open: true },
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
  // A subscription refuses inside its stream: see its own test.
  'live.changes': { as: 'worker' },
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
