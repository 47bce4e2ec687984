import { expect, test } from 'vitest'
import { assess, declineInquiry, openInquiry, toMyself, walk } from '../support/journeys.ts'
import { refusalOf } from '../support/refusals.ts'
import { oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

const stale = { code: 'CONFLICT', refusal: 'stale-version' }

onBothDatabases((service) => {
  const stored = () =>
    service.sql(
      `select i.status, i.version, i.assignee_id, (select count(*)::int from events) as events,
         (select count(*)::int from notices) as notices, (select count(*)::int from outbox) as letters,
         (select count(*)::int from sender_updates) as updates, (select count(*)::int from clocks where met_at is not null) as met
       from intakes i`,
    )

  test('who is second is told so, and nothing of theirs is stored', async () => {
    const reference = await oneSent(service)
    const worker = await service.as('worker')
    const second = await service.as('secondWorker')
    const { version } = await walk(worker, reference, [assess])
    await worker.referrals.takeStep({ reference, version, request: openInquiry })
    const before = await stored()
    expect(await refusalOf(second.referrals.takeStep({ reference, version, request: declineInquiry }))).toEqual(stale)
    expect(await stored()).toEqual(before)
  })

  test('a version that is still to come is as stale as one that has been', async () => {
    const reference = await oneSent(service)
    const worker = await service.as('worker')
    const { version } = await walk(worker, reference, [])
    expect(await refusalOf(worker.referrals.takeStep({ reference, version: version + 1, request: assess }))).toEqual(
      stale,
    )
  })

  test('of ten at once exactly one wins, and the history has one line of it', async () => {
    const reference = await oneSent(service)
    const people = ['worker', 'secondWorker'] as const
    const callers = await Promise.all(people.map((person) => service.as(person)))
    const { version } = await walk(await service.as('worker'), reference, [assess])
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => {
        const caller = callers[n % 2]
        if (!caller) throw new Error('no caller')
        const request = n % 3 === 0 ? openInquiry : declineInquiry
        return caller.referrals.takeStep({ reference, version, request })
      }),
    )
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(await refusalOf(Promise.reject(attempt.reason))).toEqual(stale)
    }
    const kinds = await service.sql<{ kind: string }>(`select kind from events order by id`)
    expect(kinds.map(({ kind }) => kind).slice(0, 3)).toEqual(['sent', 'received', 'protection_assessed'])
    expect(kinds).toHaveLength(4)
    expect(await service.sql(`select version from intakes`)).toEqual([{ version: version + 1 }])
  })

  test('opened by several at once, it is received once, and its sender is told once', async () => {
    const reference = await oneSent(service)
    const callers = await Promise.all(
      (['worker', 'secondWorker', 'lead', 'manager'] as const).map((person) => service.as(person)),
    )
    const pages = await Promise.allSettled(callers.map((caller) => caller.referrals.open({ reference })))
    expect(pages.some(({ status }) => status === 'fulfilled')).toBe(true)
    const [row] = await service.sql(
      `select (select count(*)::int from events where kind = 'received') as received,
         (select count(*)::int from notices) as notices, (select count(*)::int from sender_updates) as updates`,
    )
    expect(row).toEqual({ received: 1, notices: 1, updates: 1 })
  })

  test('two who take the case at once: it has the one whom the history names', async () => {
    const { worker, secondWorker } = service.organisation.people
    const reference = await oneSent(service)
    const first = await service.as('worker')
    const second = await service.as('secondWorker')
    const { version } = await walk(first, reference, [])
    await Promise.allSettled([
      first.referrals.takeStep({ reference, version, request: toMyself(worker.id) }),
      second.referrals.takeStep({ reference, version, request: toMyself(secondWorker.id) }),
    ])
    const [row] = await service.sql<{ assignee: string; actors: string[] }>(
      `select assignee_id as assignee, (select json_agg(actor_id) from events where kind = 'assigned') as actors from intakes`,
    )
    expect(row?.actors).toEqual([row?.assignee])
  })
})
