import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signOutSession } from '../../src/db/own-sessions.ts'
import { endSession, purgeSessions, startSession } from '../../src/db/sessions.ts'
import { refusalOf } from '../support/refusals.ts'
import { onBothDatabases } from '../support/service.ts'

const ended = { code: 'UNAUTHORIZED' }

onBothDatabases((service) => {
  const signIn = (person: 'handler' | 'worker' = 'handler') =>
    service.database.transaction((tx) => startSession(tx, service.organisation.people[person].id, service.now))
  const pass = (hours: number, minutes: number) => {
    service.now = service.now.add({ hours, minutes })
  }

  test('the cookie’s secret is 256 random bits, and only its hash is stored', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => signIn()))
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(32)
    expect(new Set(ids).size).toBe(5)
    const rows = await service.sql<{ id_hash: string; stored: string }>(
      `select id_hash, to_jsonb(s)::text as stored from sessions s`,
    )
    const hashes = ids.map((id) => createHash('sha256').update(id).digest('hex'))
    expect(rows.map(({ id_hash }) => id_hash).toSorted()).toEqual(hashes.toSorted())
    expect(rows.filter(({ stored }) => ids.some((id) => stored.includes(id)))).toEqual([])
  })

  test('what is stored opens nothing', async () => {
    await signIn()
    const [row] = await service.sql<{ id_hash: string }>(`select id_hash from sessions`)
    expect(await service.anonymous(row?.id_hash).session.me()).toBeNull()
  })

  test('without a session nobody is signed in, and nothing is answered', async () => {
    for (const id of [null, '', 'nonsense', '\u0000', 'x'.repeat(4000)]) {
      const caller = service.anonymous(id)
      expect(await caller.session.me()).toBeNull()
      expect(await refusalOf(caller.drafts.list())).toEqual(ended)
    }
  })

  describe('a session ends', () => {
    test('after thirty minutes without anything asked for', async () => {
      const caller = service.anonymous(await signIn())
      pass(0, 29)
      expect(await caller.drafts.list()).toEqual([])
      pass(0, 29)
      expect(await caller.drafts.list()).toEqual([])
      pass(0, 30)
      expect(await refusalOf(caller.drafts.list())).toEqual(ended)
      expect(await caller.session.me()).toBeNull()
    })

    test('after ten hours, whatever is asked for meanwhile', async () => {
      const caller = service.anonymous(await signIn())
      for (let minutes = 0; minutes < 580; minutes += 20) {
        pass(0, 20)
        await caller.drafts.list()
      }
      pass(0, 19)
      expect(await caller.drafts.list()).toEqual([])
      pass(0, 1)
      expect(await refusalOf(caller.drafts.list())).toEqual(ended)
    })

    test('when one signs out, and that one alone', async () => {
      const [here, there] = [await signIn(), await signIn()]
      await service.database.transaction((tx) => signOutSession(tx, here, service.now))
      expect(await refusalOf(service.anonymous(here).drafts.list())).toEqual(ended)
      expect(await service.anonymous(there).drafts.list()).toEqual([])
    })

    test('when it is ended from elsewhere', async () => {
      const id = await signIn()
      await service.database.transaction((tx) => endSession(tx, id, service.now))
      expect(await refusalOf(service.anonymous(id).drafts.list())).toEqual(ended)
    })

    test('for somebody new at the same browser: the former’s session is over', async () => {
      const former = await signIn('handler')
      await service.anonymous(former).session.signInDemo({ personId: service.organisation.people.worker.id })
      expect(await refusalOf(service.anonymous(former).drafts.list())).toEqual(ended)
    })
  })

  test('a person who is moved from the unit is out at the next call, not at the next sign-in', async () => {
    const caller = service.anonymous(await signIn('worker'))
    const { id: unitId } = service.organisation.units.intake
    expect((await caller.session.me())?.can.handle).toBe(true)
    await service.sql(`delete from memberships where person_id = $1`, [service.organisation.people.worker.id])
    expect((await caller.session.me())?.can).toEqual({
      flag: false,
      handle: false,
      manage: false,
      administer: false,
      review: false,
      breakGlass: false,
    })
    expect((await caller.referrals.inbox({ unitId })).rows).toEqual([])
  })

  test('the language is one’s own, and is there at the next sign-in', async () => {
    await service.anonymous(await signIn()).session.setLanguage({ language: 'en' })
    expect((await service.anonymous(await signIn()).session.me())?.language).toBe('en')
    expect((await service.anonymous(await signIn('worker')).session.me())?.language).toBe('sv')
  })

  test('what each may do is told from where they work', async () => {
    const can = async (person: Parameters<typeof service.as>[0]) => (await (await service.as(person)).session.me())?.can
    expect(await can('handler')).toEqual({
      flag: true,
      handle: false,
      manage: false,
      administer: false,
      review: false,
      breakGlass: false,
    })
    expect(await can('adultManager')).toEqual({
      flag: true,
      handle: false,
      manage: true,
      administer: false,
      review: true,
      breakGlass: false,
    })
    expect(await can('worker')).toEqual({
      flag: false,
      handle: true,
      manage: false,
      administer: false,
      review: false,
      breakGlass: true,
    })
    expect(await can('manager')).toEqual({
      flag: false,
      handle: true,
      manage: true,
      administer: false,
      review: true,
      breakGlass: true,
    })
    expect(await can('administrator')).toEqual({
      flag: false,
      handle: false,
      manage: false,
      administer: true,
      review: false,
      breakGlass: false,
    })
    expect(await can('auditor')).toEqual({
      flag: false,
      handle: false,
      manage: false,
      administer: false,
      review: true,
      breakGlass: false,
    })
  })

  test('ended sessions are cleared away, and the living are not', async () => {
    await signIn()
    pass(10, 1)
    const alive = await signIn()
    expect(await service.database.transaction((tx) => purgeSessions(tx, service.now))).toBe(1)
    expect(await service.anonymous(alive).drafts.list()).toEqual([])
  })
})
