import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { toMyself, walk } from '../support/journeys.ts'
import type { PersonKey } from '../support/organisation.ts'
import { refusalOf } from '../support/refusals.ts'
import { oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

const today = '2026-11-20'
const unseen = { code: 'NOT_FOUND', refusal: 'not-found' }

onBothDatabases((service) => {
  const unit = (key: keyof typeof service.organisation.units) => service.organisation.units[key].id
  const person = (key: PersonKey) => service.organisation.people[key].id
  const at = (instant: string) => {
    service.now = Temporal.Instant.from(instant)
  }

  describe('a deputy', () => {
    const standIn = async (from: string, until: string) =>
      (await service.as('administrator')).people.addDeputy({
        personId: person('worker'),
        version: 1,
        deputyId: person('otherHandler'),
        unitId: unit('intake'),
        from,
        until,
      })

    test('has the colleague’s rights on the days and on no other, and is logged as deputy', async () => {
      const reference = await oneSent(service)
      await standIn('2026-11-23', '2026-11-24')
      const attempts: [string, unknown][] = []
      for (const instant of [
        '2026-11-22T22:59:00Z',
        '2026-11-22T23:00:00Z', // midnight in Sweden
        '2026-11-24T22:59:00Z',
        '2026-11-24T23:00:00Z',
      ]) {
        at(instant)
        const deputy = await service.as('otherHandler')
        const outcome = await deputy.referrals.open({ reference }).then(
          ({ side }) => side,
          (error) => refusalOf(Promise.reject(error)),
        )
        attempts.push([instant, outcome])
      }
      expect(attempts.map(([, outcome]) => outcome)).toEqual([unseen, 'receiver', 'receiver', unseen])
      const grounds = await service.sql(
        `select distinct ground, role from access_log where person_id = $1 and door = 'referral'`,
        [person('otherHandler')],
      )
      expect(grounds).toEqual([{ ground: 'deputy', role: 'social_worker' }])
    })

    test('searches as a deputy, and reads as one also what was assigned to them', async () => {
      const reference = await oneSent(service)
      await standIn(today, today)
      const deputy = await service.as('otherHandler')
      await deputy.search.find({ text: reference })
      await walk(deputy, reference, [toMyself(person('otherHandler'))])
      await deputy.referrals.open({ reference })
      const grounds = await service.sql<{ ground: string }>(
        `select distinct ground from access_log where person_id = $1 and referral_id is not null`,
        [person('otherHandler')],
      )
      expect(grounds).toEqual([{ ground: 'deputy' }])
      const me = await deputy.session.me()
      expect(me?.memberships).toMatchObject([
        { unitName: 'Ekonomiskt bistånd', role: 'case_handler' },
        { role: 'social_worker', deputyFor: { name: 'Siv Socialsekreterare' } },
      ])
    })

    test('stands in for no more than the colleague has: what ends for one ends for the other', async () => {
      const reference = await oneSent(service)
      const page = await standIn(today, '2026-12-31')
      const admin = await service.as('administrator')
      const deputy = await service.as('otherHandler')
      await deputy.referrals.open({ reference })
      await admin.people.deactivate({ personId: person('worker'), version: page.version })
      expect(await refusalOf(deputy.referrals.open({ reference }))).toEqual(unseen)
    })

    test('who is ended as a deputy is so at once', async () => {
      const reference = await oneSent(service)
      const { version, deputyships } = await standIn(today, '2026-12-31')
      const admin = await service.as('administrator')
      const ending = { personId: person('worker'), version, deputyshipId: deputyships[0]?.id ?? '' }
      await admin.people.endDeputy({ ...ending, until: '2026-11-19' })
      expect(await refusalOf((await service.as('otherHandler')).referrals.open({ reference }))).toEqual(unseen)
      expect((await admin.administrationLog.list({})).rows.map(({ act }) => act)).toEqual([
        'deputy_ended',
        'deputy_added',
      ])
    })

    test('is never someone who administers or reviews, nor the person, nor for a unit without casework', async () => {
      const admin = await service.as('administrator')
      const asked = { personId: person('worker'), version: 1, unitId: unit('intake'), from: today, until: '2026-12-01' }
      for (const [refusal, field, change] of [
        ['deputy-unfit', 'deputyId', { deputyId: person('auditor') }],
        ['deputy-unfit', 'deputyId', { deputyId: person('worker') }],
        ['own-rights', 'personId', { deputyId: person('administrator') }],
        ['nothing-to-stand-in-for', 'unitId', { deputyId: person('lead'), unitId: unit('familySupport') }],
        ['period-reversed', 'until', { deputyId: person('lead'), until: '2026-11-19' }],
      ] as const) {
        expect(await refusalOf(admin.people.addDeputy({ ...asked, ...change }))).toMatchObject({ refusal, field })
      }
      await admin.people.addDeputy({ ...asked, deputyId: person('lead') })
      expect(
        await refusalOf(
          admin.people.addDeputy({
            ...asked,
            version: 2,
            deputyId: person('lead'),
            from: '2026-12-01',
            until: '2026-12-05',
          }),
        ),
      ).toMatchObject({ refusal: 'period-overlaps' })
    })
  })

  describe('absence', () => {
    const whose = async (who: PersonKey) => {
      const { rows } = await (await service.as(who)).referrals.inbox({ unitId: unit('intake') })
      const counts = await (await service.as(who)).referrals.counts({ unitId: unit('intake') })
      const shown = await (await service.as(who)).referrals.inbox({ unitId: unit('intake'), show: 'unassigned' })
      const [row] = rows
      return {
        assignee: row?.assignee?.name ?? null,
        away: row?.assigneeAway ?? null,
        unassigned: [counts.unassigned, shown.rows.length],
      }
    }
    const group = (until: string | null) => ({
      assignee: null,
      away: { name: 'Siv Socialsekreterare', until },
      unassigned: [1, 1],
    })
    const own = { assignee: 'Siv Socialsekreterare', away: null, unassigned: [0, 0] }
    const givenAssigned = async () => {
      const reference = await oneSent(service)
      await walk(await service.as('worker'), reference, [toMyself(person('worker'))])
      return reference
    }

    test('hands the cases back to the group on its days, and then they are the person’s again', async () => {
      const reference = await givenAssigned()
      const worker = await service.as('worker')
      await worker.absences.add({ personId: person('worker'), from: '2026-11-23', until: '2026-11-24' })
      const events = await service.sql(`select kind from events order by id`)
      expect(await whose('lead')).toEqual(own)
      at('2026-11-23T08:00:00Z')
      expect(await whose('lead')).toEqual(group('2026-11-24'))
      const page = await (await service.as('lead')).referrals.open({ reference })
      expect(page).toMatchObject({ assignee: { name: 'Siv Socialsekreterare' }, assigneeAway: { until: '2026-11-24' } })
      const figures = await (await service.as('manager')).statistics.receiver({
        unitId: unit('intake'),
        from: today,
        to: '2026-11-23',
      })
      expect(figures.now).toMatchObject([{ unassigned: 1 }])
      at('2026-11-25T08:00:00Z')
      expect(await whose('lead')).toEqual(own)
      expect(await service.sql(`select kind from events order by id`)).toEqual(events)
    })

    test('what was given to somebody else meanwhile stays with them', async () => {
      const reference = await givenAssigned()
      await (await service.as('worker')).absences.add({ personId: person('worker'), from: today, until: null })
      expect(await whose('lead')).toEqual(group(null))
      await walk(await service.as('lead'), reference, [toMyself(person('secondWorker'))])
      const [absence] = (await (await service.as('worker')).absences.list()).own
      await (await service.as('worker')).absences.end({ absenceId: absence?.id ?? '', until: '2026-11-19' })
      expect(await whose('lead')).toMatchObject({ assignee: 'Sam Socialsekreterare' })
    })

    test('whoever has left the unit or the service leaves their cases to the group', async () => {
      await givenAssigned()
      const admin = await service.as('administrator')
      await admin.people.deactivate({ personId: person('worker'), version: 1 })
      expect(await whose('lead')).toEqual(group(null))
    })

    test('is entered by oneself, by the unit’s manager and by the administrator, and by nobody else', async () => {
      const absence = { personId: person('worker'), from: today, until: today }
      for (const one of ['lead', 'secondWorker', 'adultManager', 'auditor', 'handler'] as const) {
        const call = (await service.as(one)).absences.add(absence)
        expect([one, await refusalOf(call)]).toMatchObject([one, { refusal: 'not-permitted' }])
      }
      expect(await refusalOf((await service.as('foreignWorker')).absences.add(absence))).toMatchObject(unseen)
      await (await service.as('manager')).absences.add(absence)
      const admin = await service.as('administrator')
      await admin.absences.add({ ...absence, from: '2026-12-01', until: '2026-12-24' })
      expect(
        await refusalOf((await service.as('worker')).absences.add({ ...absence, until: '2026-12-01' })),
      ).toMatchObject({
        refusal: 'period-overlaps',
      })
      const { colleagues } = await (await service.as('manager')).absences.list()
      expect(colleagues.find(({ personId }) => personId === person('worker'))?.absences).toMatchObject([
        { from: today },
        { from: '2026-12-01' },
      ])
      const { rows } = await admin.administrationLog.list({})
      expect(rows).toMatchObject([
        { act: 'absence_added', actor: 'Adam Admin', subject: { name: 'Siv Socialsekreterare' } },
        { act: 'absence_added', actor: 'Ella Enhetschef' },
      ])
    })

    test('is seen by those who work in the unit, and by nobody else', async () => {
      await (await service.as('worker')).absences.add({ personId: person('worker'), from: today, until: null })
      const [row] = await service.sql<{ id: string }>(`select id from absences`)
      for (const one of ['otherHandler', 'auditor', 'foreignWorker', 'otherIntakeWorker'] as const) {
        const call = (await service.as(one)).absences.end({ absenceId: row?.id ?? '', until: today })
        expect([one, await refusalOf(call)]).toEqual([one, { ...unseen, field: 'absenceId' }])
      }
    })
  })
})
