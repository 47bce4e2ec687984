import { describe, expect, test } from 'vitest'
import { unseal } from '../../src/db/seal.ts'
import type { ReferralContent } from '../../src/domain/flag/referral-content.ts'
import { protectionLevels } from '../../src/domain/person.ts'
import { adultNumber, childNumber } from '../support/flags.ts'
import { assess, toldSoFar, walk } from '../support/journeys.ts'
import type { PersonKey } from '../support/organisation.ts'
import { aFamily, familyName, named, number, oneProtected, revealing } from '../support/protected.ts'
import { refusalOf } from '../support/refusals.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { type Caller, keys, onBothDatabases, type Service } from '../support/service.ts'
import { everyone } from '../support/viewer-rights.ts'

/** DOMAIN §8: level × viewer × door. Who is named sees; nobody else of either unit, at any door. */

const levels = protectionLevels.filter((level) => level !== 'none')
const period = { from: '2026-11-01', to: '2026-11-30' }

interface Protected {
  reference: string
  referralId: string
  submissionId: string
}

async function idOf(service: Service, reference: string): Promise<Protected> {
  const [row] = await service.sql<{ id: string; submission_id: string }>(
    `select id, submission_id from referrals where reference = $1`,
    [reference],
  )
  return { reference, referralId: row?.id ?? '', submissionId: row?.submission_id ?? '' }
}

const has = (rows: readonly { reference: string }[], reference: string) =>
  rows.some((row) => row.reference === reference)
const answered = (call: Promise<unknown>) =>
  call.then(
    () => true,
    () => false,
  )

/** True for each door through which the viewer gets anything of it. */
async function doorsOpenTo(
  service: Service,
  caller: Caller,
  { reference, referralId, submissionId }: Protected,
  siblingReference: string,
): Promise<Record<string, boolean>> {
  const unitIds = Object.values(service.organisation.units).map(({ id }) => id)
  const inboxes = await Promise.all(unitIds.map((unitId) => caller.referrals.inbox({ unitId })))
  const counts = await Promise.all(unitIds.map((unitId) => caller.referrals.counts({ unitId })))
  const sibling = await caller.referrals.open({ reference: siblingReference }).catch(() => null)
  const figures = await caller.statistics.receiver({ unitId: 'all', ...period }).catch(() => null)
  const sent = await caller.statistics.sender({ unitId: 'all', ...period }).catch(() => null)
  const find = async (text: string) => has((await caller.search.find({ text })).hits, reference)
  const mine = await caller.flags.mine({})
  return {
    list: inboxes.some(({ rows }) => has(rows, reference)),
    count: counts.reduce((sum, { open }) => sum + open, 0) > (sibling ? 1 : 0),
    open: await answered(caller.referrals.open({ reference })),
    related: sibling !== null && has(sibling.related, reference),
    'search by number': await find(number),
    'search by reference': await find(reference),
    'search by name': await find(familyName),
    'own list': has(mine.rows, reference),
    'own count': mine.counts.all > (has(mine.rows, siblingReference) ? 1 : 0),
    sent: await answered(caller.flags.sent({ reference })),
    receipt: await answered(caller.flags.receipt({ submissionId })),
    'link of a letter': await answered(caller.notices.target({ referralId })),
    figures: (figures?.concern ?? 0) > 1 || (sent?.concern ?? 0) > 1,
  }
}

const open = {
  list: true,
  count: true,
  open: true,
  related: true,
  'search by number': true,
  'search by reference': true,
  'link of a letter': true,
}
const own = {
  'own list': true,
  'own count': true,
  sent: true,
  receipt: true,
  'search by reference': true,
  'link of a letter': true,
}
const expected: Partial<Record<PersonKey, Record<string, boolean>>> = {
  worker: open,
  handler: own,
  colleague: { ...own, 'search by number': true },
}

/** A referral of another family whose child is of the protected family too: its related list could tell of the first. */
async function givenSibling(service: Service): Promise<string> {
  const child = aConcernedChild({ givenName: 'Öppna', familyName, identityNumber: childNumber(75) }, 1)
  const client = { name: `Karin ${familyName}`, identityNumber: adultNumber(40), protection: 'none' } as const
  return oneSent(service, aConcern([child], { client }))
}

onBothDatabases((service) => {
  for (const level of levels) {
    test(`${level}: at every door only the author and those named get anything of it`, {
      timeout: 120_000,
    }, async () => {
      const plain = await givenSibling(service)
      const reference = await oneSent(service, aFamily(level))
      await named(service, reference, 'worker')
      await named(service, reference, 'colleague', { by: 'adultManager', unit: 'substanceUse' })
      const one = await idOf(service, reference)
      // The sibling became protected with it; the mark is taken off again by hand to have an open one beside it.
      await service.sql(`update referrals set is_protected = false, protection = 'none' where reference = $1`, [plain])
      const given: Record<string, unknown> = {}
      const lawful: Record<string, unknown> = {}
      for (const person of everyone) {
        const caller = await service.as(person)
        const doors = await doorsOpenTo(service, caller, one, plain)
        given[person] = Object.keys(doors).filter((door) => doors[door])
        lawful[person] = Object.keys(doors).filter((door) => expected[person]?.[door])
      }
      expect(given).toEqual(lawful)
    })
  }

  test('a list shows those with access the reference and nothing of the child, the family or a unit', async () => {
    const reference = await oneProtected(service)
    const worker = await service.as('worker')
    const handler = await service.as('handler')
    const shown = [
      (await worker.referrals.inbox({ unitId: service.organisation.units.intake.id })).rows,
      (await worker.search.find({ text: number })).hits,
      (await handler.flags.mine({})).rows,
    ]
    for (const rows of shown) {
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).toContain(reference)
      expect(JSON.stringify(rows)).not.toMatch(/Hemliga|Kanarie|enheten|Mottagningen|"age":\d/)
    }
  })

  test('waits for the manager with its due day, and not a word of whom it is about', async () => {
    const reference = await oneSent(service, aFamily())
    const manager = await service.as('manager')
    const { rows } = await manager.protectedPersons.work()
    expect(rows).toMatchObject([
      {
        reference,
        side: 'receiver',
        level: 'secrecy_mark',
        isOpened: false,
        due: { kind: 'receipt', on: '2026-11-20' },
        named: [],
      },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Hemliga|Kanarie|Karin/)
    expect(await toldSoFar(service)).toEqual(['manager: protected_waiting'])
    const letters = await service.sql<{ kind: string; person: boolean }>(
      `select kind, to_person_id is not null as person from outbox`,
    )
    expect(letters).toEqual([{ kind: 'protected_waiting', person: true }])
    expect((await refusalOf(manager.referrals.open({ reference }))).code).toBe('NOT_FOUND')
    expect((await refusalOf((await service.as('worker')).protectedPersons.work())).refusal).toBe('not-permitted')
  })

  test('of a unit without a manager the mailbox is told, so that nothing comes unseen', async () => {
    await oneSent(service, aFamily('secrecy_mark', 0, 'disability'), 'disabilityHandler')
    const letters = await service.sql(`select kind, to_unit_id as unit from outbox`)
    expect(letters).toEqual([{ kind: 'new_referral', unit: service.organisation.units.otherIntake.id }])
  })

  test('a manager names with a reason and an end, themself too, and never beyond six months or outside the unit', async () => {
    const reference = await oneSent(service, aFamily())
    await named(service, reference, 'manager')
    const manager = await service.as('manager')
    expect((await manager.referrals.open({ reference })).named).toMatchObject([{ name: 'Ella Enhetschef' }])
    const refused = async (change: object) => {
      const { people, units } = service.organisation
      const good = {
        reference,
        unitId: units.intake.id,
        personId: people.worker.id,
        until: '2026-12-24',
        reason: 'Skäl.',
      }
      return refusalOf(manager.protectedPersons.name({ ...good, ...change }))
    }
    expect(await refused({ until: '2027-05-21' })).toMatchObject({ refusal: 'access-too-long', field: 'until' })
    expect(await refused({ until: '2026-11-19' })).toMatchObject({ refusal: 'date-in-the-past', field: 'until' })
    expect(await refused({ reason: '  ' })).toEqual({ code: 'BAD_REQUEST' })
    expect(await refused({ personId: service.organisation.people.handler.id })).toMatchObject({ field: 'personId' })
    expect(await refused({ unitId: service.organisation.units.substanceUse.id })).toMatchObject({
      refusal: 'not-permitted',
    })
  })

  test('access ends at the end of its last day, and at once when the manager ends it', async () => {
    const reference = await oneProtected(service)
    await named(service, reference, 'secondWorker', { until: '2026-11-20' })
    const opens = async (person: PersonKey) => answered((await service.as(person)).referrals.open({ reference }))
    service.now = service.now.add({ hours: 13, minutes: 59 })
    expect(await opens('secondWorker')).toBe(true)
    service.now = service.now.add({ minutes: 1 })
    expect(await opens('secondWorker')).toBe(false)
    expect(await opens('worker')).toBe(true)
    const manager = await service.as('manager')
    const [row] = (await manager.protectedPersons.work()).rows
    await manager.protectedPersons.end({ id: row?.named[0]?.id ?? '' })
    expect(await opens('worker')).toBe(false)
  })

  test('it is assigned only to those who are named for it', async () => {
    const reference = await oneProtected(service)
    const worker = await service.as('worker')
    const page = await worker.referrals.open({ reference })
    expect(page.colleagues.map(({ name }) => name)).toEqual(['Siv Socialsekreterare'])
    const { id: assigneeId } = service.organisation.people.secondWorker
    const request = { step: 'assign', assigneeId } as const
    expect((await refusalOf(worker.referrals.takeStep({ reference, version: page.version, request }))).refusal).toBe(
      'assignee-outside-unit',
    )
  })

  test('the open lists of a unit are told nothing of it', async () => {
    const { id: unitId } = service.organisation.units.intake
    const stop = new AbortController()
    const changes = service.changes.listen([unitId], stop.signal)
    let told = 0
    const listening = changes.next().then(({ done }) => {
      if (!done) told++
    })
    const reference = await oneProtected(service)
    await walk(await service.as('worker'), reference, [assess])
    await (await service.as('handler')).flags.supplement({ reference, key: crypto.randomUUID(), text: 'Mer.' })
    expect(told).toBe(0)
    const client = { name: 'Pia Annan', identityNumber: adultNumber(44), protection: 'none' } as const
    await oneSent(service, aConcern([aConcernedChild()], { client }))
    await listening
    expect(told).toBe(1)
  })

  describe('a family', () => {
    test('shares its mark: what comes later is marked, and what came before', async () => {
      const earlier = await oneSent(service, aFamily('none', 1))
      const marked = await oneSent(service, aFamily('fictitious_identity'))
      const later = await oneSent(service, aFamily('none', 2, 'incomeSupport'), 'otherHandler')
      const rows = await service.sql(`select reference, protection from referrals order by id`)
      expect(rows).toEqual(
        [earlier, marked, later].map((reference) => ({ reference, protection: 'fictitious_identity' })),
      )
      for (const table of ['intakes', 'clocks', 'events']) {
        expect([table, await service.sql(`select 1 from ${table} where not is_protected`)]).toEqual([table, []])
      }
    })

    test('shares its mark through the child, when the other parent is the client', async () => {
      await oneSent(service, aFamily('protected_registration'))
      const flag = aFamily('none', 0, 'incomeSupport')
      const client = { ...flag.client, name: 'Per Annan', identityNumber: adultNumber(41) }
      await oneSent(service, { ...flag, client }, 'otherHandler')
      expect(await service.sql(`select protection from referrals`)).toEqual([
        { protection: 'protected_registration' },
        { protection: 'protected_registration' },
      ])
    })

    test('keeps its named people when something new comes from the same side', async () => {
      await oneProtected(service)
      const later = await oneSent(service, aFamily('none', 2))
      expect((await (await service.as('worker')).referrals.open({ reference: later })).reference).toBe(later)
      expect((await refusalOf((await service.as('secondWorker')).referrals.open({ reference: later }))).code).toBe(
        'NOT_FOUND',
      )
    })

    test('of which nobody knows how it is protected is kept at the strictest that can be met with', async () => {
      await oneSent(service, aFamily('level_unknown'))
      expect(await service.sql(`select protection from referrals`)).toEqual([{ protection: 'protected_registration' }])
    })
  })

  describe('the mark set later', () => {
    const contents = async () => {
      const rows = await service.sql<{ id: string; content: Uint8Array }>(
        `select id, content from referrals order by id`,
      )
      return rows.map(({ id, content }) => unseal<ReferralContent>(keys, `referrals:content:${id}`, content))
    }
    const mark = async (person: PersonKey, reference: string, change: object = {}) =>
      (await service.as(person)).protectedPersons.mark({
        reference,
        level: 'protected_registration',
        source: 'population_register',
        reason: '',
        ...change,
      })

    test('takes out of every referral of the family what reveals, and keeps only that it was there', async () => {
      const first = await oneSent(service, aFamily('none'))
      await oneSent(service, aFamily('none', 1, 'incomeSupport'), 'otherHandler')
      expect(JSON.stringify(await contents())).toContain(revealing[0])
      expect(await mark('worker', first)).toEqual({ changed: 2 })
      const kept = JSON.stringify(await contents())
      expect(revealing.filter((word) => kept.includes(word))).toEqual([])
      expect(kept).toContain('Föräldern var påverkad')

      await named(service, first)
      const page = await (await service.as('worker')).referrals.open({ reference: first })
      expect(page.protection).toBe('protected_registration')
      expect(page.protectionChanges).toMatchObject([
        {
          from: 'none',
          to: 'protected_registration',
          source: 'population_register',
          byName: 'Siv Socialsekreterare',
          blanked: ['client.phone', 'client.contactNote', 'child.school', 'child.whereabouts.where'],
        },
      ])
      expect((await toldSoFar(service)).filter((told) => told.startsWith('manager'))).toEqual([
        'manager: protected_waiting',
        'manager: protected_waiting',
      ])
    })

    test('hides at once from the unit what it could see, also what is filed for search', async () => {
      const reference = await oneSent(service, aFamily('none'))
      const lead = await service.as('lead')
      expect((await lead.search.find({ text: familyName })).hits).toHaveLength(1)
      await mark('lead', reference)
      for (const text of [familyName, number, reference]) expect((await lead.search.find({ text })).hits).toEqual([])
      const { id } = service.organisation.units.intake
      expect((await lead.referrals.counts({ unitId: id })).open).toBe(0)
    })

    test('is raised by the unit, weakened with a reason, and taken away by the manager alone', async () => {
      const reference = await oneProtected(service)
      await mark('worker', reference, { level: 'fictitious_identity' })
      expect(await refusalOf(mark('worker', reference, { level: 'secrecy_mark' }))).toMatchObject({
        refusal: 'reasons-missing',
        field: 'reason',
      })
      await mark('worker', reference, { level: 'secrecy_mark', reason: 'Ny uppgift från Skatteverket.' })
      expect((await refusalOf(mark('worker', reference, { level: 'none', reason: 'Skäl.' }))).refusal).toBe(
        'not-permitted',
      )
      expect((await refusalOf(mark('manager', reference, { level: 'none' }))).refusal).toBe('reasons-missing')
      await mark('manager', reference, { level: 'none', reason: 'Skyddet har upphört.' })
      expect((await (await service.as('secondWorker')).referrals.open({ reference })).protection).toBe('none')
      expect((await (await service.as('lead')).search.find({ text: familyName })).hits).toHaveLength(1)
    })

    test('is nobody’s but the child unit’s to set, and of others’ referrals there is nothing', async () => {
      const reference = await oneSent(service, aFamily('none'))
      expect((await refusalOf(mark('handler', reference))).refusal).toBe('not-permitted')
      for (const person of ['supporter', 'otherIntakeWorker', 'foreignWorker', 'administrator'] as const) {
        expect([person, (await refusalOf(mark(person, reference))).refusal]).toEqual([person, 'not-found'])
      }
    })
  })

  test('what reveals is refused a place from the first: in the draft, in what is sent, in what is shown', async () => {
    const handler = await service.as('handler')
    const id = crypto.randomUUID()
    await handler.drafts.save({ id, version: 0, content: aFamily() })
    const reference = await oneProtected(service)
    const worker = await service.as('worker')
    const seen = JSON.stringify([
      await handler.drafts.get({ id }),
      await handler.flags.sent({ reference }),
      await worker.referrals.open({ reference }),
    ])
    expect(revealing.filter((word) => seen.includes(word))).toEqual([])
    const { protectionChanges } = await worker.referrals.open({ reference })
    expect(protectionChanges).toMatchObject([{ source: 'flag', blanked: expect.arrayContaining(['child.school']) }])
  })

  test('one parent’s side is not given back to the other’s: what a mark from elsewhere hides', async () => {
    await oneSent(service, aFamily('protected_registration'))
    const flag = aFamily('none', 0, 'incomeSupport')
    const [child] = flag.children ?? []
    const told = {
      ...flag,
      client: { ...flag.client, name: 'Per Annan', identityNumber: adultNumber(41) },
      children: [
        { ...child, id: child?.id ?? '', guardians: { clientIsGuardian: 'no', otherGuardian: 'Modern Mia' } as const },
      ],
      network: 'Mormor i Grönby',
    }
    const reference = await oneSent(service, told, 'otherHandler')
    const page = JSON.stringify(await (await service.as('otherHandler')).flags.sent({ reference }))
    for (const hidden of ['Modern Mia', 'Mormor i Grönby', 'livesWith', ...revealing])
      expect(page).not.toContain(hidden)
    await named(service, reference, 'worker')
    expect(JSON.stringify(await (await service.as('worker')).referrals.open({ reference }))).toContain('Modern Mia')
  })

  test('every read is in a log of its own, which the manager of that side reads and nobody else', async () => {
    const reference = await oneProtected(service)
    await (await service.as('worker')).referrals.open({ reference })
    await (await service.as('worker')).search.find({ text: reference })
    await (await service.as('handler')).flags.sent({ reference })
    const reads = async (person: PersonKey) =>
      (await (await service.as(person)).protectedPersons.reads({})).rows.map(
        ({ personName, role, door, ground }) => `${personName} | ${role} | ${door} | ${ground}`,
      )
    expect(await reads('manager')).toEqual([
      'Siv Socialsekreterare | social_worker | search | group',
      'Siv Socialsekreterare | social_worker | referral | group',
    ])
    expect(await reads('adultManager')).toEqual(['Hanna Handläggare | case_handler | sent_referral | sender'])
    expect((await refusalOf(reads('worker'))).refusal).toBe('not-permitted')
  })
})
