import { describe, expect, test } from 'vitest'
import { lookupsPerHour } from '../../src/domain/break-glass.ts'
import { childNumber } from '../support/flags.ts'
import { assess, rowCounts, toldSoFar, walk } from '../support/journeys.ts'
import type { PersonKey } from '../support/organisation.ts'
import { aFamily } from '../support/protected.ts'
import { refusalOf } from '../support/refusals.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

/** DOMAIN §7: a named reason, a time limit, an alarm, and the log review's list. */

const reason = { reason: 'child_in_danger', why: 'Polisen står utanför dörren.' } as const
const socialjour = 'onDuty'
const elsewhere = 'supporter'

onBothDatabases((service) => {
  const find = async (person: PersonKey, asked: string) =>
    (await service.as(person)).emergency.find({ ...reason, asked })
  const breakGlass = async (person: PersonKey, reference: string) => {
    const { lookupId } = await find(person, reference)
    return (await service.as(person)).emergency.open({ lookupId, reference })
  }
  const reads = async (person: PersonKey, reference: string) =>
    (await service.as(person)).referrals.open({ reference }).then(
      () => true,
      () => false,
    )

  test('opens that referral alone, to be read and not to be worked with', async () => {
    const reference = await oneSent(service)
    const other = await oneSent(service, aConcern([aConcernedChild({ identityNumber: childNumber(66) }, 1)]))
    await walk(await service.as('worker'), reference, [assess])
    await breakGlass(elsewhere, reference)
    const caller = await service.as(elsewhere)
    const page = await caller.referrals.open({ reference })
    expect(page).toMatchObject({ ground: 'break_glass', stepsOpen: [], related: [] })
    expect(page.events.map(({ kind }) => kind)).toContain('protection_assessed')
    expect(await reads(elsewhere, other)).toBe(false)
    const step = { reference, version: page.version, request: { step: 'assign', assigneeId: null } } as const
    expect((await refusalOf(caller.referrals.takeStep(step))).refusal).toBe('not-permitted')
    const { id: unitId } = service.organisation.units.intake
    expect((await caller.referrals.inbox({ unitId })).rows.map((row) => row.reference)).toEqual([reference])
  })

  test('unopened, it stays unopened: reading in an emergency receives nothing', async () => {
    const reference = await oneSent(service)
    await breakGlass(elsewhere, reference)
    expect((await (await service.as(elsewhere)).referrals.open({ reference })).status).toBe('sent')
  })

  test('closes after four hours, to the minute', async () => {
    const reference = await oneSent(service)
    const { until } = await breakGlass(elsewhere, reference)
    expect(until).toBe(service.now.add({ hours: 4 }).toString())
    service.now = service.now.add({ hours: 3, minutes: 59 })
    expect(await reads(elsewhere, reference)).toBe(true)
    service.now = service.now.add({ minutes: 1 })
    expect(await reads(elsewhere, reference)).toBe(false)
  })

  test('closes at once when whoever opened it or a manager says so, and by nobody else', async () => {
    const reference = await oneSent(service)
    for (const person of [elsewhere, 'manager'] as const) {
      await breakGlass(elsewhere, reference)
      const [row] = (await (await service.as(person)).emergency.list()).rows
      const id = row?.id ?? ''
      for (const other of ['worker', 'foreignWorker', 'administrator'] as const) {
        expect((await refusalOf((await service.as(other)).emergency.end({ id }))).refusal).toBe('not-found')
      }
      expect(await reads(elsewhere, reference)).toBe(true)
      await (await service.as(person)).emergency.end({ id })
      expect(await reads(elsewhere, reference)).toBe(false)
    }
  })

  test('both managers are told in the same transaction, and see who and why', async () => {
    const reference = await oneSent(service, undefined)
    await breakGlass(socialjour, await otherUnits())
    await breakGlass(elsewhere, reference)
    expect((await toldSoFar(service)).filter((told) => told.includes('emergency'))).toEqual([
      'manager: emergency_opened',
      'manager: emergency_opened',
    ])
    const [row] = (await (await service.as('manager')).emergency.list()).rows
    expect(row).toMatchObject({
      reference,
      personName: 'Stina Stöd',
      why: reason.why,
      reason: reason.reason,
      isOwn: false,
    })
    expect((await (await service.as('worker')).emergency.list()).rows).toEqual([])
    const letters = await service.sql<{ kind: string }>(`select kind from outbox where kind like 'emergency%'`)
    expect(letters).toHaveLength(2)
  })

  /** With the other board's intake, which the socialjour is no part of and whose home unit shares the manager. */
  async function otherUnits(): Promise<string> {
    await service.sql(`insert into memberships (person_id, unit_id, municipality_id, role)
      select m.person_id, '${service.organisation.units.outOfHours.id}', m.municipality_id, 'unit_manager'
      from memberships m where m.role = 'unit_manager' and m.unit_id = '${service.organisation.units.intake.id}'`)
    return oneSent(service, aConcern([aConcernedChild({}, 2)], {}, 'disability'), 'disabilityHandler')
  }

  test('every reading of it is a line of the log with its own ground, and so is every question', async () => {
    const reference = await oneSent(service)
    await breakGlass(elsewhere, reference)
    await (await service.as(elsewhere)).referrals.open({ reference })
    await find(elsewhere, 'BL-2026-999999')
    const lines = await service.sql(
      `select door, ground, referral_id is not null as found from access_log where ground = 'break_glass' order by id`,
    )
    expect(lines).toEqual([
      { door: 'emergency', ground: 'break_glass', found: true },
      { door: 'referral', ground: 'break_glass', found: true },
      { door: 'emergency', ground: 'break_glass', found: false },
    ])
  })

  test('a question is answered with references and nothing else, by a reference or a child’s number', async () => {
    const reference = await oneSent(service)
    expect((await find(elsewhere, reference.toLowerCase())).references).toEqual([reference])
    const answer = await find(elsewhere, childNumber(60))
    expect(answer).toEqual({ lookupId: expect.any(String), references: [reference], left: lookupsPerHour - 2 })
    expect((await refusalOf(find(elsewhere, 'Elsa Nyström'))).field).toBe('asked')
    expect((await find('foreignWorker', reference)).references).toEqual([])
  })

  test('without reason and words nothing is asked, opened or stored', async () => {
    const reference = await oneSent(service)
    const caller = await service.as(elsewhere)
    const before = await rowCounts(service)
    for (const why of ['', '   ']) {
      expect((await refusalOf(caller.emergency.find({ ...reason, why, asked: reference }))).code).toBe('BAD_REQUEST')
    }
    const opening = caller.emergency.open({ lookupId: crypto.randomUUID(), reference })
    expect((await refusalOf(opening)).refusal).toBe('not-found')
    expect(await rowCounts(service)).toEqual(before)
  })

  test('what the question did not find is not opened by it, nor by another’s question, nor an hour later', async () => {
    const reference = await oneSent(service)
    const { lookupId } = await find(elsewhere, 'BL-2026-999999')
    const open = async (person: PersonKey, id: string) =>
      (await service.as(person)).emergency.open({ lookupId: id, reference })
    expect((await refusalOf(open(elsewhere, lookupId))).refusal).toBe('not-found')
    const mine = await find(elsewhere, reference)
    expect((await refusalOf(open('otherIntakeWorker', mine.lookupId))).refusal).toBe('not-found')
    service.now = service.now.add({ hours: 1 })
    expect((await refusalOf(open(elsewhere, mine.lookupId))).refusal).toBe('not-found')
  })

  test('five questions an hour: at the fifth the manager is told, and the sixth is refused', async () => {
    for (let n = 1; n <= lookupsPerHour; n++) {
      expect(await toldSoFar(service)).toEqual([])
      await find('secondWorker', 'BL-2026-999999')
    }
    expect(await toldSoFar(service)).toEqual(['manager: emergency_lookups'])
    expect((await refusalOf(find('secondWorker', 'BL-2026-999999'))).refusal).toBe('too-many-lookups')
    service.now = service.now.add({ hours: 1 })
    expect((await find('secondWorker', 'BL-2026-999999')).references).toEqual([])
  })

  test('is for qualified staff of a child unit, and not for what is with one’s own unit', async () => {
    const reference = await oneSent(service)
    for (const person of ['handler', 'otherHandler', 'administrator', 'auditor', 'unqualified'] as const) {
      expect([person, (await refusalOf(find(person, reference))).code]).toEqual([person, 'FORBIDDEN'])
    }
    expect((await refusalOf(breakGlass('worker', reference))).refusal).toBe('within-reach')
  })

  describe('of a protected person', () => {
    test('nobody but the socialjour is told that there is anything', async () => {
      const reference = await oneSent(service, aFamily())
      for (const person of ['supporter', 'otherIntakeWorker', 'worker', 'lead', 'manager'] as const) {
        expect([person, (await find(person, reference)).references]).toEqual([person, []])
      }
      expect((await find(socialjour, reference)).references).toEqual([reference])
    })

    test('the socialjour opens it, and the reading stands in the manager’s own log', async () => {
      const reference = await oneSent(service, aFamily())
      await breakGlass(socialjour, reference)
      expect((await (await service.as(socialjour)).referrals.open({ reference })).ground).toBe('break_glass')
      const { rows } = await (await service.as('manager')).protectedPersons.reads({})
      expect(rows).toMatchObject([{ reference, ground: 'break_glass', door: 'referral', personName: 'Jonas Jour' }])
    })
  })
})
