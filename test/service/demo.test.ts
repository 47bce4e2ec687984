import { expect, test } from 'vitest'
import { dayOrNull, instantOf } from '../../src/db/database.ts'
import { unseal } from '../../src/db/seal.ts'
import { startSession } from '../../src/db/sessions.ts'
import { clocksOf, nextDue } from '../../src/domain/clocks.ts'
import type { IntakeNature } from '../../src/domain/intake.ts'
import { type EventKind, type SentTrack, type Status, statuses } from '../../src/domain/lifecycle.ts'
import { people, units } from '../../src/entry/demo/organisation.ts'
import { isSeeded, seedDemo } from '../../src/entry/demo/seed.ts'
import { keys, onBothDatabases, type Service, start } from '../support/service.ts'

/** PGlite takes its time, and more of it on a busy machine. */
const patience = 90_000

interface Stored {
  id: string
  nature: IntakeNature
  track: SentTrack
  status: Status
  in_inbox: boolean
  due_on: string | null
  sent_at: string
  child: Uint8Array
  history: { kind: EventKind; at: string; due_on: string | null }[]
}

const storedText = `
  select r.id, r.nature, r.track, i.status, i.in_inbox, i.due_on, r.sent_at, r.child,
    (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'due_on', e.due_on) order by e.id)
      from events e where e.referral_id = r.id) as history
  from referrals r join intakes i on i.referral_id = r.id order by r.reference`

/** What the first database held: the other must hold the same. */
let contentOfFirst: string | undefined

function contentOf(referrals: readonly Stored[]): string {
  return JSON.stringify(
    referrals.map(({ id, sent_at, status, due_on, child, history }) => [
      instantOf(sent_at).toString(),
      status,
      due_on,
      unseal(keys, `referrals:child:${id}`, child),
      history.map(({ kind, at }) => [kind, instantOf(at).toString()]),
    ]),
  )
}

async function signedIn({ database, anonymous }: Service, personId: string) {
  return anonymous(await database.transaction((tx) => startSession(tx, personId, start)))
}

onBothDatabases((service) => {
  test('a year in Lillsjö is true, the same for the same day, and is seeded once', { timeout: patience }, async () => {
    expect(await isSeeded(service.owner)).toBe(false)
    await seedDemo(service.owner, start)
    await seedDemo(service.owner, start)
    expect(await isSeeded(service.owner)).toBe(true)

    const referrals = await service.sql<Stored>(storedText)
    expect(referrals.length).toBeGreaterThan(110)
    expect(new Set(referrals.map(({ status }) => status))).toEqual(new Set(statuses))
    for (const { nature, track, in_inbox, due_on, history } of referrals) {
      const events = history.map(({ kind, at, due_on }) => ({ kind, at: instantOf(at), dueOn: dayOrNull(due_on) }))
      const own = clocksOf({ nature, track, events }).filter(({ kind }) => !in_inbox || kind !== 'inquiry')
      expect(due_on).toBe(nextDue(own)?.strictDueOn.toString() ?? null)
      expect(events.every(({ at }) => at.epochMilliseconds <= start.epochMilliseconds)).toBe(true)
    }
    contentOfFirst ??= contentOf(referrals)
    expect(contentOf(referrals)).toBe(contentOfFirst)

    const [left] = await service.sql<{ letters: number }>(
      `select count(*)::int as letters from outbox where sent_at is null and written_at < $1::timestamptz - interval '1 day'`,
      [start.toString()],
    )
    expect(left?.letters).toBe(0)

    const lead = await signedIn(service, people.anna.id)
    const inbox = await lead.referrals.inbox({ unitId: units.intake.id, show: 'open' })
    expect(inbox.rows.length).toBeGreaterThan(15)
    for (const { reference } of inbox.rows.slice(0, 5)) await lead.referrals.open({ reference })

    const handler = await signedIn(service, people.mikael.id)
    const sent = await handler.flags.mine({ show: 'all' })
    for (const { reference } of sent.rows.slice(0, 5)) await handler.flags.sent({ reference })
    expect(await handler.drafts.list()).toMatchObject([{ overdue: true }])

    const manager = await signedIn(service, people.karin.id)
    const { reviews } = await manager.reviews.list()
    const [last, ...before] = reviews.filter(({ unitName }) => unitName === units.intake.name)
    expect(last).toMatchObject({ month: '2026-10', signed: null })
    expect(before.length).toBeGreaterThan(8)
    for (const { signed, open } of before) expect([signed !== null, open]).toEqual([true, 0])
    const { items, chain } = await manager.reviews.get({ id: last?.id ?? '' })
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['unmarked', 'asked', 'answered', 'explained']))
    expect(new Set(items.flatMap(({ reasons }) => reasons)).size).toBeGreaterThan(4)
    expect(chain.faults).toBe(0)
  })
})
