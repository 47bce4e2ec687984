import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { sqlStateOf } from '../../src/db/database.ts'
import { enterAsViewer, startSession } from '../../src/db/sessions.ts'
import type { PersonKey } from '../support/organisation.ts'
import { refusalOf } from '../support/refusals.ts'
import { aConcern, oneSent } from '../support/sending.ts'
import { type Caller, onBothDatabases } from '../support/service.ts'

const today = '2026-11-20'
const refused = (refusal: string, field?: string) => ({
  code: 'UNPROCESSABLE_CONTENT',
  refusal,
  ...(field ? { field } : {}),
})
const stale = { code: 'CONFLICT', refusal: 'stale-version' }

const newcomer = {
  name: 'Nils Nyanställd',
  title: 'Socialsekreterare',
  email: 'nils@a.example',
  staffId: 'A100',
  qualified: true,
  qualifiedOn: '2019-06-05',
}

onBothDatabases((service) => {
  const unit = (key: keyof typeof service.organisation.units) => service.organisation.units[key].id
  const person = (key: PersonKey) => service.organisation.people[key].id
  const aSecondAdministrator = async (admin: Caller) => {
    const { personId } = await admin.people.add({ ...newcomer, name: 'Berit Andra', staffId: 'A2' })
    await admin.people.giveRole({
      personId,
      version: 1,
      unitId: unit('intake'),
      role: 'administrator',
      from: today,
      until: null,
    })
    return personId
  }
  const callerOf = async (personId: string) =>
    service.anonymous(await service.database.transaction((tx) => startSession(tx, personId, service.now)))
  const log = async (admin: Caller) => (await admin.administrationLog.list({})).rows

  test('a person is added with their role, signs in, and each change is a line in the log', async () => {
    const admin = await service.as('administrator')
    const { personId } = await admin.people.add(newcomer)
    const page = await admin.people.giveRole({
      personId,
      version: 1,
      unitId: unit('intake'),
      role: 'social_worker',
      from: today,
      until: '2026-12-31',
    })
    expect(page).toMatchObject({ ...newcomer, isActive: true, version: 2 })
    expect(page.roles).toMatchObject([{ role: 'social_worker', from: today, until: '2026-12-31' }])
    const reference = await oneSent(service)
    await (await callerOf(personId)).referrals.open({ reference })
    expect(await log(admin)).toMatchObject([
      {
        act: 'role_given',
        actor: 'Adam Admin',
        subject: { id: personId, name: newcomer.name },
        changes: {
          role: { to: 'social_worker' },
          unit: { to: 'Mottagningen barn och unga' },
          until: { to: '2026-12-31' },
        },
      },
      { act: 'person_added', changes: { name: { from: null, to: newcomer.name }, qualifiedOn: { to: '2019-06-05' } } },
    ])
    const { rows } = await admin.people.list({ search: 'nyans', unitId: unit('intake') })
    expect(rows.map(({ name }) => name)).toEqual([newcomer.name])
  })

  test('a role counts on its first and its last day, and neither before nor after', async () => {
    const admin = await service.as('administrator')
    const { personId } = await admin.people.add(newcomer)
    await admin.people.giveRole({
      personId,
      version: 1,
      unitId: unit('intake'),
      role: 'social_worker',
      from: '2026-11-23',
      until: '2026-11-24',
    })
    const rolesAt = async (instant: string) => {
      service.now = Temporal.Instant.from(instant)
      return (await (await callerOf(personId)).session.me())?.memberships.length
    }
    expect(await rolesAt('2026-11-22T22:59:00Z')).toBe(0)
    expect(await rolesAt('2026-11-22T23:00:00Z')).toBe(1) // midnight in Sweden
    expect(await rolesAt('2026-11-24T22:59:00Z')).toBe(1)
    expect(await rolesAt('2026-11-24T23:00:00Z')).toBe(0)
  })

  test('a role that ends takes the right away at once, and the same role can be held again later', async () => {
    const admin = await service.as('administrator')
    const worker = await service.as('worker')
    const reference = await oneSent(service)
    await worker.referrals.open({ reference })
    const { roles, version } = await admin.people.get({ personId: person('worker') })
    const roleId = roles[0]?.id ?? ''
    await admin.people.endRole({ personId: person('worker'), version, roleId, until: '2026-11-19' })
    expect(await refusalOf(worker.referrals.open({ reference }))).toEqual({ code: 'NOT_FOUND', refusal: 'not-found' })
    const again = { personId: person('worker'), unitId: unit('intake'), role: 'social_worker' as const, until: null }
    expect(await refusalOf(admin.people.giveRole({ ...again, version: version + 1, from: '2026-11-19' }))).toEqual(
      refused('period-overlaps', 'role'),
    )
    await admin.people.giveRole({ ...again, version: version + 1, from: today })
    await worker.referrals.open({ reference })
  })

  test('qualification takes the day of its evidence', async () => {
    const admin = await service.as('administrator')
    expect(await refusalOf(admin.people.add({ ...newcomer, qualifiedOn: null }))).toEqual(
      refused('qualification-date-missing', 'qualifiedOn'),
    )
    expect(await refusalOf(admin.people.add({ ...newcomer, qualifiedOn: '2026-11-21' }))).toEqual(
      refused('date-in-the-future', 'qualifiedOn'),
    )
    await admin.people.add(newcomer)
    expect(await refusalOf(admin.people.add({ ...newcomer, name: 'En Annan' }))).toEqual(
      refused('staff-id-taken', 'staffId'),
    )
  })

  test('of two administrators at once the second is told, and nothing of theirs is stored', async () => {
    const admin = await service.as('administrator')
    const second = await callerOf(await aSecondAdministrator(admin))
    const { name, email, staffId, version } = await admin.people.get({ personId: person('worker') })
    const asked = { personId: person('worker'), version, name, email, staffId, qualified: false, qualifiedOn: null }
    const answers = await Promise.allSettled([
      admin.people.change({ ...asked, title: 'Den första' }),
      second.people.change({ ...asked, title: 'Den andra' }),
    ])
    const lost = answers.filter((answer) => answer.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(await refusalOf(Promise.reject(lost[0]?.reason))).toEqual(stale)
    expect((await log(admin)).filter(({ act }) => act === 'person_changed')).toHaveLength(1)
  })

  test('who has left has no session from that moment, and comes back with their roles', async () => {
    const admin = await service.as('administrator')
    const worker = await service.as('worker')
    const at = { personId: person('worker') }
    await admin.people.deactivate({ ...at, version: 1 })
    expect(await refusalOf(worker.notices.list({}))).toEqual({ code: 'UNAUTHORIZED' })
    expect(await (await service.as('worker')).session.me()).toBeNull()
    expect(await refusalOf(admin.people.deactivate({ ...at, version: 2 }))).toEqual(refused('person-deactivated'))
    service.now = service.now.add({ minutes: 1 })
    await (await service.as('administrator')).people.reactivate({ ...at, version: 2 })
    expect(await refusalOf(worker.notices.list({}))).toEqual({ code: 'UNAUTHORIZED' })
    expect((await (await service.as('worker')).session.me())?.memberships).toHaveLength(1)
    expect((await log(admin)).map(({ act }) => act)).toEqual(['person_reactivated', 'person_deactivated'])
  })

  describe('what nobody may', () => {
    test('nobody but an administrator keeps people, and an administrator only those of the own municipality', async () => {
      for (const one of ['handler', 'worker', 'manager', 'lead', 'auditor', 'foreignWorker'] as const) {
        const caller = await service.as(one)
        for (const call of [
          () => caller.people.list({}),
          () => caller.people.choices(),
          () => caller.people.get({ personId: person('worker') }),
          () => caller.people.add(newcomer),
          () => caller.people.deactivate({ personId: person('worker'), version: 1 }),
          () => caller.peopleImport.preview({ text: 'staff_id\n1' }),
          () => caller.administrationLog.list({}),
        ]) {
          expect([one, await refusalOf(call())]).toEqual([one, { code: 'FORBIDDEN', refusal: 'not-permitted' }])
        }
      }
      const admin = await service.as('administrator')
      const unseen = { code: 'NOT_FOUND', refusal: 'not-found' }
      const foreign = { personId: person('foreignWorker'), version: 1 }
      const role = { role: 'administrator' as const, from: today, until: null }
      expect(await refusalOf(admin.people.get({ personId: foreign.personId }))).toMatchObject(unseen)
      expect(await refusalOf(admin.people.deactivate(foreign))).toMatchObject(unseen)
      expect(await refusalOf(admin.people.giveRole({ ...foreign, ...role, unitId: unit('intake') }))).toMatchObject(
        unseen,
      )
      expect(
        await refusalOf(
          admin.people.giveRole({ personId: person('auditor'), version: 1, ...role, unitId: unit('foreignIntake') }),
        ),
      ).toMatchObject(unseen)
    })

    test('nobody changes their own rights, at any door', async () => {
      const admin = await service.as('administrator')
      const own = { personId: person('administrator'), version: 1 }
      const { roles } = await admin.people.get({ personId: own.personId })
      const role = { unitId: unit('intake'), from: today }
      for (const call of [
        () => admin.people.giveRole({ ...own, ...role, role: 'unit_manager', until: null }),
        () => admin.people.endRole({ ...own, roleId: roles[0]?.id ?? '', until: '2027-12-31' }),
        () => admin.people.change({ ...own, ...newcomer }),
        () => admin.people.deactivate(own),
        () => admin.people.reactivate(own),
        () =>
          admin.people.addDeputy({
            personId: person('worker'),
            version: 1,
            deputyId: own.personId,
            ...role,
            until: '2026-12-31',
          }),
      ]) {
        expect(await refusalOf(call())).toEqual(refused('own-rights', 'personId'))
      }
      expect(await log(admin)).toEqual([])
    })

    test('the last administrator is neither ended nor deactivated, whatever the day', async () => {
      const admin = await service.as('administrator')
      const secondId = await aSecondAdministrator(admin)
      const second = await callerOf(secondId)
      const first = await second.people.get({ personId: person('administrator') })
      const other = await admin.people.get({ personId: secondId })
      // Each ends the other at once: one of them stays.
      const answers = await Promise.allSettled([
        second.people.endRole({
          personId: first.id,
          version: first.version,
          roleId: first.roles[0]?.id ?? '',
          until: '2026-01-01',
        }),
        admin.people.endRole({
          personId: other.id,
          version: other.version,
          roleId: other.roles[0]?.id ?? '',
          until: today,
        }),
      ])
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const [row] = await service.sql<{ left: number }>(
        `select count(*)::int as left from memberships where role = 'administrator' and valid_until is null`,
      )
      expect(row?.left).toBe(1)
    })

    test('the last one who is there on some later day is not taken away either', async () => {
      const admin = await service.as('administrator')
      const secondId = await aSecondAdministrator(admin)
      const second = await callerOf(secondId)
      const other = await admin.people.get({ personId: secondId })
      const roleId = other.roles[0]?.id ?? ''
      await admin.people.endRole({ personId: secondId, version: other.version, roleId, until: '2026-12-31' })
      const first = { personId: person('administrator'), version: 1 }
      expect(await refusalOf(second.people.deactivate(first))).toEqual(refused('last-administrator'))
      const { roles } = await second.people.get({ personId: first.personId })
      expect(
        await refusalOf(second.people.endRole({ ...first, roleId: roles[0]?.id ?? '', until: '2027-01-01' })),
      ).toEqual(refused('last-administrator'))
    })

    test('who administers or reviews has no casework role, and sees no referral if a row says otherwise', async () => {
      const admin = await service.as('administrator')
      const casework = { unitId: unit('intake'), role: 'social_worker', from: today, until: null } as const
      expect(await refusalOf(admin.people.giveRole({ personId: person('auditor'), version: 1, ...casework }))).toEqual(
        refused('roles-do-not-mix', 'role'),
      )
      expect(
        await refusalOf(
          admin.people.giveRole({ personId: person('worker'), version: 1, ...casework, role: 'administrator' }),
        ),
      ).toEqual(refused('roles-do-not-mix', 'role'))
      const reference = await oneSent(service)
      for (const one of ['administrator', 'auditor'] as const) {
        for (const [key, role] of [
          ['intake', 'unit_manager'],
          ['substanceUse', 'case_handler'],
        ] as const) {
          await service.sql(
            `insert into memberships (person_id, unit_id, municipality_id, role)
             select $1, u.id, u.municipality_id, $3 from units u where u.id = $2`,
            [person(one), unit(key), role],
          )
        }
        const caller = await service.as(one)
        const unseen = { code: 'NOT_FOUND', refusal: 'not-found' }
        expect(await refusalOf(caller.referrals.open({ reference }))).toEqual(unseen)
        expect(await refusalOf(caller.flags.sent({ reference }))).toEqual(unseen)
        expect((await caller.referrals.inbox({ unitId: unit('intake') })).rows).toEqual([])
        expect(await caller.referrals.counts({ unitId: unit('intake') })).toMatchObject({ open: 0, unread: 0 })
        expect((await caller.flags.mine({})).rows).toEqual([])
        expect((await caller.search.find({ text: reference })).hits).toEqual([])
        expect((await caller.statistics.units()).units).toEqual([])
        expect(
          (await refusalOf(caller.flags.send({ key: crypto.randomUUID(), draftId: null, flag: aConcern() }))).code,
        ).toBe('FORBIDDEN')
        const rows = await service.database.transaction(async (tx) => {
          await enterAsViewer(tx, await startSession(tx, person(one), service.now), service.now, true)
          return tx.rows(`select from referrals union all select from intakes union all select from events`)
        })
        expect(rows).toEqual([])
      }
    })

    test('Postgres itself keeps an administrator from own rights and from other municipalities', async () => {
      const attempt = (text: string, params: unknown[] = []) =>
        service.database
          .transaction(async (tx) => {
            await enterAsViewer(tx, await startSession(tx, person('administrator'), service.now), service.now, true)
            return (await tx.rows(text, params)).length
          })
          .catch((error: unknown) => sqlStateOf(error))
      const give = `insert into memberships (id, municipality_id, person_id, unit_id, role, valid_from)
        select gen_random_uuid(), municipality_id, $1, $2, 'unit_manager', '2026-01-01' from units where id = $3`
      const own = person('administrator')
      expect(await attempt(give, [own, unit('intake'), unit('intake')])).toBe('42501')
      expect(await attempt(give, [person('worker'), unit('foreignIntake'), unit('intake')])).toBe('42501')
      expect(await attempt(give, [person('foreignWorker'), unit('intake'), unit('intake')])).toBe('42501')
      expect(
        await attempt(`update memberships set valid_until = '2030-01-01' where person_id = $1 returning 1`, [own]),
      ).toBe(0)
      expect(await attempt(`update people set qualified = true where id = $1 returning 1`, [own])).toBe(0)
      const foreign = [person('foreignWorker')]
      expect(await attempt(`update people set qualified = true where id = $1 returning 1`, foreign)).toBe(0)
      expect(await attempt(`delete from memberships`)).toBe('42501')
    })
  })
})
