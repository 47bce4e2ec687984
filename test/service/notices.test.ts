import { expect, test } from 'vitest'
import { ask, assess, openInquiry, toMyself, walk } from '../support/journeys.ts'
import { refusalOf } from '../support/refusals.ts'
import { oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

onBothDatabases((service) => {
  const unread = async (person: Parameters<typeof service.as>[0]) =>
    (await (await service.as(person)).session.me())?.unreadNotices

  test('newest first, each with its side and its reference, and with no word about anybody', async () => {
    const reference = await oneSent(service)
    await walk(await service.as('worker'), reference, [ask])
    service.now = service.now.add({ minutes: 1 })
    await walk(await service.as('worker'), reference, [assess, openInquiry, { step: 'give_feedback', value: 'opened' }])
    const { rows } = await (await service.as('handler')).notices.list({})
    expect(rows.map(({ kind, side, readAt }) => [kind, side, readAt])).toEqual([
      ['feedback', 'sender', null],
      ['question', 'sender', null],
      ['received', 'sender', null],
    ])
    const keys = ['at', 'id', 'kind', 'readAt', 'reference', 'referralId', 'side']
    for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(keys)
    expect(JSON.stringify(rows)).not.toMatch(/elsa|nyström|zq|opened|siv/i)
  })

  test('only the person told has them: not the colleague, not the manager', async () => {
    await walk(await service.as('worker'), await oneSent(service), [])
    for (const person of ['colleague', 'adultManager', 'worker', 'administrator', 'auditor'] as const) {
      expect((await (await service.as(person)).notices.list({})).rows).toEqual([])
      expect(await unread(person)).toBe(0)
    }
    expect(await unread('handler')).toBe(1)
  })

  test('nobody reads another’s notice away', async () => {
    await walk(await service.as('worker'), await oneSent(service), [])
    const [row] = await service.sql<{ id: string }>(`select id from notices`)
    for (const person of ['colleague', 'worker'] as const) {
      const caller = await service.as(person)
      await caller.notices.markRead({ ids: [row?.id ?? ''] })
      await caller.notices.markRead({ ids: 'all' })
    }
    expect(await unread('handler')).toBe(1)
  })

  test('what is read stays read at the first moment; one, or all', async () => {
    await walk(await service.as('worker'), await oneSent(service), [ask])
    await walk(await service.as('worker'), await oneSent(service), [])
    const handler = await service.as('handler')
    const [newest] = (await handler.notices.list({})).rows
    await handler.notices.markRead({ ids: [newest?.id ?? ''] })
    expect(await unread('handler')).toBe(2)
    service.now = service.now.add({ minutes: 5 })
    await handler.notices.markRead({ ids: 'all' })
    expect(await unread('handler')).toBe(0)
    expect((await handler.notices.list({})).rows.map(({ readAt }) => readAt)).toEqual([
      '2026-11-20T09:00:00Z',
      '2026-11-20T09:05:00Z',
      '2026-11-20T09:05:00Z',
    ])
  })

  test('the one who acts is not told of it', async () => {
    const { worker } = service.organisation.people
    await walk(await service.as('worker'), await oneSent(service), [toMyself(worker.id), assess])
    expect(await unread('worker')).toBe(0)
    expect(await unread('secondWorker')).toBe(0)
  })

  test('the link of a letter leads each to their own side, and a stranger nowhere', async () => {
    const reference = await oneSent(service)
    const [row] = await service.sql<{ id: string }>(`select id from referrals`)
    const referralId = row?.id ?? ''
    expect(await (await service.as('colleague')).notices.target({ referralId })).toEqual({ side: 'sender', reference })
    expect(await (await service.as('onDuty')).notices.target({ referralId })).toEqual({ side: 'receiver', reference })
    const stranger = await service.as('otherHandler')
    expect(await refusalOf(stranger.notices.target({ referralId }))).toEqual({
      code: 'NOT_FOUND',
      refusal: 'not-found',
    })
  })

  test('fifty a page, and the next page goes on where the first ended', async () => {
    const { handler } = service.organisation.people
    await oneSent(service)
    await service.sql(
      `insert into notices (id, person_id, kind, referral_id, reference, at)
       select ('0190bbbb-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, 'received', r.id, r.reference, r.sent_at
       from referrals r, generate_series(1, 60) n`,
      [handler.id],
    )
    const caller = await service.as('handler')
    const first = await caller.notices.list({})
    const second = await caller.notices.list({ cursor: first.next })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60)
  })

  test('a letter goes to the unit’s function and to the sender, once for each thing that happened', async () => {
    const reference = await oneSent(service)
    await walk(await service.as('worker'), reference, [ask])
    const { people, units } = service.organisation
    expect(await service.sql(`select kind, to_unit_id, to_person_id from outbox order by id`)).toEqual([
      { kind: 'new_referral', to_unit_id: units.intake.id, to_person_id: null },
      { kind: 'received', to_unit_id: null, to_person_id: people.handler.id },
      { kind: 'question', to_unit_id: null, to_person_id: people.handler.id },
    ])
  })
})
