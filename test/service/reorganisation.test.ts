import { beforeEach, describe, expect, test } from 'vitest'
import { becomeWorker } from '../../src/db/database.ts'
import { claimLetter } from '../../src/db/outbox.ts'
import { familyName, givenEveryStatus, type Sent } from '../support/every-status.ts'
import { aChild, aFlag } from '../support/flags.ts'
import { isOnTrackB, toMyself, walk } from '../support/journeys.ts'
import { administrationLines, boardOf, givenUnit, unitAsKept, unitInput } from '../support/keeping.ts'
import type { PersonKey } from '../support/organisation.ts'
import { refusalOf } from '../support/refusals.ts'
import { aConcern, oneSent } from '../support/sending.ts'
import { type Caller, onBothDatabases, type Service } from '../support/service.ts'
import { aRule } from '../support/units.ts'

const caseTables = [
  'referrals',
  'intakes',
  'clocks',
  'events',
  'sender_updates',
  'supplements',
  'feedback_requests',
  'search_terms',
  'child_notes',
  'drafts',
  'notices',
  'outbox',
]

/** Every row of every case, word for word. */
async function casesOf(service: Service): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {}
  for (const table of caseTables) {
    rows[table] = await service.sql(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)
  }
  return rows
}

/** Open referrals whose owner, by succession, is not an open unit with staff: there may never be one. */
async function lostReferrals(service: Service): Promise<string[]> {
  const rows = await service.sql<{ reference: string }>(
    `select r.reference from intakes i join referrals r on r.id = i.referral_id
     where i.in_inbox and not exists (
       select from units u join memberships m on m.unit_id = u.id and m.role in ('social_worker', 'team_lead')
       where u.closed_at is null and (u.id = i.receiver_unit_id or exists (
         select from unit_successions s where s.from_unit_id = i.receiver_unit_id and s.to_unit_id = u.id)))`,
  )
  return rows.map(({ reference }) => reference)
}

async function referencesFound(caller: Caller): Promise<string[]> {
  return (await caller.search.find({ text: familyName })).hits.map(({ reference }) => reference)
}

async function referencesIn(caller: Caller, unitId: string): Promise<string[]> {
  const shown: string[] = []
  for (const show of ['open', 'inquiry', 'done'] as const) {
    const { rows } = await caller.referrals.inbox({ unitId, show })
    shown.push(...rows.map(({ reference }) => reference))
  }
  return shown.toSorted()
}

async function merge(service: Service, unitId: string, successorId: string): Promise<void> {
  const keeper = await service.as('administrator')
  const { version } = await unitAsKept(keeper, unitId)
  await keeper.units.close({ id: unitId, version, successorId })
}

onBothDatabases((service) => {
  describe('when the receiving unit is merged into another', () => {
    let story: { sent: Sent[]; draftId: string }
    let successorId: string
    let concerns: string[]
    const intake = () => service.organisation.units.intake

    beforeEach(async () => {
      story = await givenEveryStatus(service)
      concerns = story.sent.filter(({ status }) => !isOnTrackB(status)).map(({ reference }) => reference)
      successorId = await givenUnit(service, await service.as('administrator'), 'Barn och familj', 'intake', 'intake')
    })

    test('no row of a case is rewritten, and no open referral is without a unit that works', async () => {
      const before = await casesOf(service)
      await merge(service, intake().id, successorId)
      expect(await casesOf(service)).toEqual(before)
      expect(await lostReferrals(service)).toEqual([])
    })

    test('its staff has the same lists, counts, pages and hits as before, in the new unit', async () => {
      const worker = await service.as('worker')
      const before = {
        list: await referencesIn(worker, intake().id),
        counts: await worker.referrals.counts({ unitId: intake().id }),
        hits: await referencesFound(worker),
      }
      expect(before.list).toEqual(concerns.toSorted())
      await merge(service, intake().id, successorId)

      const [membership] = (await worker.session.me())?.memberships ?? []
      expect(membership).toMatchObject({ unitId: successorId, unitName: 'Barn och familj' })
      expect(await referencesIn(worker, successorId)).toEqual(before.list)
      expect(await worker.referrals.counts({ unitId: successorId })).toEqual(before.counts)
      expect(await referencesFound(worker)).toEqual(before.hits)
      for (const reference of concerns) expect((await worker.referrals.open({ reference })).side).toBe('receiver')
    })

    test('the staff that the new unit had reaches them too, and nobody else does', async () => {
      const outsiders: PersonKey[] = [
        'otherHandler',
        'otherIntakeWorker',
        'supporter',
        'administrator',
        'auditor',
        'foreignWorker',
      ]
      const [reference = ''] = concerns
      await service.sql(`update memberships set unit_id = $1 where person_id = $2`, [
        successorId,
        service.organisation.people.secondWorker.id,
      ])
      const newcomer = await service.as('secondWorker')
      expect(await refusalOf(newcomer.referrals.open({ reference }))).toMatchObject({ refusal: 'not-found' })
      await merge(service, intake().id, successorId)
      expect((await newcomer.referrals.open({ reference })).reference).toBe(reference)
      expect(await referencesFound(newcomer)).toEqual(expect.arrayContaining(concerns))
      for (const person of outsiders) {
        const caller = await service.as(person)
        expect(await refusalOf(caller.referrals.open({ reference })), person).toMatchObject({ refusal: 'not-found' })
      }
    })

    test('the history keeps the names of its time, and what is done now is done by the new unit', async () => {
      const reference = story.sent.find(({ status }) => status === 'received')?.reference ?? ''
      await merge(service, intake().id, successorId)
      const worker = await service.as('worker')
      const { people } = service.organisation
      const page = await walk(worker, reference, [toMyself(people.secondWorker.id)])
      expect(page.receiver.name).toBe(intake().name)
      expect(page.events.at(-1)?.actor.unitName).toBe('Barn och familj')
      expect(page.events.find(({ kind }) => kind === 'received')?.actor.unitName).toBe(intake().name)
      expect(page.colleagues.map(({ name }) => name)).toContain(people.secondWorker.name)
      const [read] = await service.sql<{ unit: string }>(
        `select unit_id as unit from access_log order by id desc limit 1`,
      )
      expect(read?.unit).toBe(successorId)
    })

    test('the sender loses nothing: lists, pages, supplements and the wish to hear the outcome', async () => {
      const handler = await service.as('handler')
      const before = await handler.flags.mine({})
      await merge(service, intake().id, successorId)
      expect(await handler.flags.mine({})).toEqual(before)
      const [reference = ''] = concerns
      await handler.flags.supplement({ reference, key: crypto.randomUUID(), text: 'Mer.' })
      expect((await handler.flags.sent({ reference })).receiver.name).toBe(intake().name)
      expect((await handler.drafts.get({ id: story.draftId })).id).toBe(story.draftId)
      const { rows } = await (await service.as('worker')).referrals.inbox({ unitId: successorId, show: 'open' })
      expect(rows.find((row) => row.reference === reference)?.supplemented).toBe(true)
    })

    test('letters that wait go to the mailbox of the unit that has the work', async () => {
      const [waiting] = await service.sql<{ n: number }>(
        `select count(*)::int as n from outbox where to_unit_id = $1`,
        [intake().id],
      )
      await merge(service, intake().id, successorId)
      const letters = await service.database.transaction(async (tx) => {
        await becomeWorker(tx)
        const claimed: string[] = []
        for (;;) {
          const letter = await claimLetter(tx, service.now, service.now.add({ minutes: 5 }))
          if (!letter) return claimed
          claimed.push(letter.to)
        }
      })
      expect(waiting?.n).toBeGreaterThan(0)
      expect(letters.filter((to) => to === 'enheten@a.example').length).toBe(waiting?.n)
    })

    test('what is sent from now on goes to the new unit, and the manager’s figures are whole', async () => {
      const period = { unitId: 'all', from: '2026-01-01', to: '2026-11-20' } as const
      const manager = await service.as('manager')
      const before = await manager.statistics.receiver(period)
      await merge(service, intake().id, successorId)
      const after = await manager.statistics.receiver(period)
      expect({ ...after, now: [] }).toEqual({ ...before, now: [] })
      expect(after.now).toEqual(before.now.map((unit) => ({ ...unit, unitId: successorId, name: 'Barn och familj' })))
      const reference = await oneSent(service)
      expect((await (await service.as('worker')).referrals.open({ reference })).receiver.name).toBe('Barn och familj')
    })

    test('a unit that takes over what had been taken over has it all', async () => {
      await merge(service, intake().id, successorId)
      const lastId = await givenUnit(service, await service.as('administrator'), 'Familj och stöd', 'intake', 'intake')
      await merge(service, successorId, lastId)
      const worker = await service.as('worker')
      expect(await referencesIn(worker, lastId)).toEqual(concerns.toSorted())
      expect(await referencesFound(worker)).toEqual(expect.arrayContaining(concerns))
      expect(await lostReferrals(service)).toEqual([])
    })
  })

  test('when the sending unit is merged its people keep their flags, notes and drafts, and send from the new one', async () => {
    const { sent, draftId } = await givenEveryStatus(service)
    const handler = await service.as('handler')
    const note = { ...aFlag([aChild()]), senderUnitId: aConcern().senderUnitId }
    await handler.flags.send({ key: crypto.randomUUID(), draftId: null, flag: note })
    const before = {
      mine: await handler.flags.mine({}),
      notes: await handler.childNotes.list(),
      found: await referencesFound(handler),
      cases: await casesOf(service),
    }
    expect(before.notes.length).toBe(1)
    const keeper = await service.as('administrator')
    const successorId = await givenUnit(service, keeper, 'Vuxenenheten', 'social_psychiatry', 'substanceUse')
    await merge(service, service.organisation.units.substanceUse.id, successorId)

    expect(await casesOf(service)).toEqual(before.cases)
    expect(await handler.flags.mine({})).toEqual(before.mine)
    expect(await handler.childNotes.list()).toEqual(before.notes)
    expect(await referencesFound(handler)).toEqual(before.found)
    expect((await handler.drafts.list()).map(({ id }) => id)).toEqual([draftId])
    expect((await handler.flags.form()).units.map(({ name }) => name)).toEqual(['Vuxenenheten'])
    expect((await handler.flags.sent({ reference: sent[0]?.reference ?? '' })).sender.unit.name).toBe('Beroendeenheten')

    // The form was open while it happened, and still names the old unit.
    const reference = await oneSent(service, aConcern())
    expect((await handler.flags.sent({ reference })).sender.unit.name).toBe('Vuxenenheten')
  })

  test('a unit that is renamed keeps its former name in all that was before', async () => {
    const reference = await oneSent(service)
    const worker = await service.as('worker')
    await worker.referrals.open({ reference })
    const { id } = service.organisation.units.substanceUse
    service.now = service.now.add({ minutes: 20 })
    const keeper = await service.as('administrator')
    await keeper.units.change({ ...unitInput('Mottagning vuxna'), id, version: 1 })
    const later = await oneSent(service)
    const { rows } = await worker.referrals.inbox({ unitId: service.organisation.units.intake.id, show: 'open' })
    const named = Object.fromEntries(rows.map((row) => [row.reference, row.senderUnitName]))
    expect(named).toEqual({ [reference]: 'Beroendeenheten', [later]: 'Mottagning vuxna' })
    const page = await worker.referrals.open({ reference })
    expect([page.sender.unit.name, page.events[0]?.actor.unitName]).toEqual(['Beroendeenheten', 'Beroendeenheten'])
    expect((await keeper.units.open({ id })).formerNames).toEqual([
      { name: 'Beroendeenheten', until: service.now.toString() },
    ])
  })

  describe('closing is refused', () => {
    const close = async (unitId: string, successorId: string | null) => {
      const keeper = await service.as('administrator')
      return refusalOf(keeper.units.close({ id: unitId, version: 1, successorId }))
    }
    const inUse = { refusal: 'unit-in-use', field: 'successorId' }

    test('without a successor while it has people, cases, rules or could be sent to', async () => {
      const keeper = await service.as('administrator')
      const { substanceUse, familySupport } = service.organisation.units
      expect(await close(substanceUse.id, null)).toMatchObject(inUse)
      const empty = await givenUnit(service, keeper, 'Tom mottagning', 'intake', 'intake')
      expect(await close(empty, null)).toMatchObject(inUse)

      await oneSent(service)
      await service.sql(`delete from memberships where unit_id = $1`, [substanceUse.id])
      expect(await close(substanceUse.id, null)).toMatchObject(inUse)
      await service.sql(`delete from memberships where unit_id = $1`, [familySupport.id])
      expect(await close(familySupport.id, null)).toMatchObject(inUse)
    })

    test('with a successor of another board, another kind, closed, or itself', async () => {
      const keeper = await service.as('administrator')
      const { intake, otherIntake, familySupport, substanceUse } = service.organisation.units
      const closedId = await givenUnit(service, keeper, 'Stängd mottagning', 'intake', 'intake')
      await service.sql(`update units set closed_at = now() where id = $1`, [closedId])
      for (const [unitId, successorId] of [
        [intake.id, otherIntake.id],
        [intake.id, familySupport.id],
        [intake.id, substanceUse.id],
        [intake.id, closedId],
        [substanceUse.id, intake.id],
      ] as const) {
        expect(await close(unitId, successorId)).toMatchObject({ refusal: 'successor-unfit', field: 'successorId' })
      }
      expect(await close(intake.id, intake.id)).toMatchObject({ refusal: 'successor-unfit' })
    })

    test('by an administrator who works with cases in either: nobody gives themselves reach', async () => {
      const keeper = await service.as('administrator')
      const { people, units } = service.organisation
      const successorId = await givenUnit(service, keeper, 'Vuxenenheten', 'substance_use', 'substanceUse')
      await service.sql(
        `insert into memberships (person_id, unit_id, municipality_id, role)
         select $1, u.id, u.municipality_id, 'case_handler' from units u where u.id = $2`,
        [people.administrator.id, successorId],
      )
      expect(await close(units.substanceUse.id, successorId)).toMatchObject({ refusal: 'own-rights' })
      const split = { details: unitInput('Ny enhet'), personIds: [], ruleIds: [], work: 'stays' as const }
      expect(await refusalOf(keeper.units.split({ id: successorId, version: 1, ...split }))).toMatchObject({
        refusal: 'own-rights',
      })
    })

    test('and nothing of it is stored: people, rules and log are as they were', async () => {
      const keeper = await service.as('administrator')
      const { intake, otherIntake } = service.organisation.units
      await keeper.routing.save({
        version: 0,
        districts: [],
        rules: [aRule({ id: crypto.randomUUID(), receiverId: intake.id })],
      })
      const stored = () =>
        service.sql(`select (select count(*)::int from memberships) as members, (select count(*)::int from routing_rules)
          as versions, (select count(*)::int from administration_log) as lines, (select count(*)::int from unit_successions) as successions`)
      const before = await stored()
      await close(intake.id, otherIntake.id)
      expect(await stored()).toEqual(before)
    })
  })

  test('rules that pointed at a merged unit point at its successor, as a new version', async () => {
    const keeper = await service.as('administrator')
    const { intake } = service.organisation.units
    const rule = aRule({ id: crypto.randomUUID(), receiverId: intake.id })
    await keeper.routing.save({ version: 0, districts: [], rules: [rule] })
    const successorId = await givenUnit(service, keeper, 'Barn och familj', 'intake', 'intake')
    await merge(service, intake.id, successorId)
    expect(await keeper.routing.get()).toMatchObject({ version: 2, rules: [{ ...rule, receiverId: successorId }] })
    const acts = (await administrationLines(service)).map(({ act }) => act)
    expect(acts).toEqual(['routing_changed', 'unit_added', 'routing_changed', 'units_merged'])
  })

  test('two mergers at once, each into the other: one is refused, and no work is between them', async () => {
    const keeper = await service.as('administrator')
    const { intake } = service.organisation.units
    await oneSent(service)
    const otherId = await givenUnit(service, keeper, 'Barn och familj', 'intake', 'intake')
    const outcomes = await Promise.allSettled([
      keeper.units.close({ id: intake.id, version: 1, successorId: otherId }),
      keeper.units.close({ id: otherId, version: 1, successorId: intake.id }),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await lostReferrals(service)).toEqual([])
  })

  describe('when a unit is split', () => {
    const split = async (work: 'stays' | 'follows') => {
      const keeper = await service.as('administrator')
      const { units, people } = service.organisation
      return keeper.units.split({
        id: units.intake.id,
        version: 1,
        details: unitInput('Mottagning unga'),
        personIds: [people.secondWorker.id],
        ruleIds: [],
        work,
      })
    }
    const held = async () => {
      const reference = await oneSent(service)
      await walk(await service.as('worker'), reference, [toMyself(service.organisation.people.secondWorker.id)])
      return reference
    }

    test('the work stays with the unit, and what the leaving held is the group’s again, with a line of history', async () => {
      const reference = await held()
      await split('stays')
      const leaving = await service.as('secondWorker')
      expect(await refusalOf(leaving.referrals.open({ reference }))).toMatchObject({ refusal: 'not-found' })
      const page = await (await service.as('worker')).referrals.open({ reference })
      expect(page.assignee).toBeNull()
      expect(page.events.at(-1)).toMatchObject({ kind: 'assigned', actor: { role: 'administrator' } })
      expect(page.stepsOpen).toContain('assess_protection')
      expect(await lostReferrals(service)).toEqual([])
    })

    test('or all of it follows to the new unit, and a unit of the same name goes on with what comes', async () => {
      const reference = await held()
      const { id: newId } = await split('follows')
      const follower = await service.as('secondWorker')
      expect((await follower.referrals.open({ reference })).assignee?.name).toBe('Sam Socialsekreterare')
      const staying = await service.as('worker')
      expect(await refusalOf(staying.referrals.open({ reference }))).toMatchObject({ refusal: 'not-found' })
      const [membership] = (await staying.session.me())?.memberships ?? []
      expect(membership?.unitName).toBe(service.organisation.units.intake.name)
      expect(membership?.unitId).not.toBe(newId)
      const next = await oneSent(service)
      expect((await staying.referrals.open({ reference: next })).receiver.name).toBe(membership?.unitName)
      expect(await lostReferrals(service)).toEqual([])
    })

    test('the rules that are named point at the new unit, and others do not', async () => {
      const keeper = await service.as('administrator')
      const { intake } = service.organisation.units
      const young = aRule({ id: crypto.randomUUID(), receiverId: intake.id, ageFrom: 13 })
      const rest = aRule({ id: crypto.randomUUID(), receiverId: intake.id })
      await keeper.routing.save({ version: 0, districts: [], rules: [young, rest] })
      const { id } = await keeper.units.split({
        id: intake.id,
        version: 1,
        details: unitInput('Mottagning unga'),
        personIds: [],
        ruleIds: [young.id],
        work: 'stays',
      })
      const { rules } = await keeper.routing.get()
      expect(rules.map(({ receiverId }) => receiverId)).toEqual([id, intake.id])
      expect(await boardOf(service, 'intake')).toBe((await unitAsKept(keeper, id)).boardId)
    })
  })
})
