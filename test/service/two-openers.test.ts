import { expect, test } from 'vitest'
import { oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

onBothDatabases((service) => {
  test('of ten who open a referral at once one receives it, and all see the page', async () => {
    const reference = await oneSent(service)
    const openers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => service.as(n % 2 === 0 ? 'worker' : 'secondWorker')),
    )
    const pages = await Promise.all(openers.map((opener) => opener.referrals.open({ reference })))
    expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 'received'))
    expect(await service.sql(`select count(*)::int as n from events where kind = 'received'`)).toEqual([{ n: 1 }])
    expect(await service.sql(`select count(*)::int as n from sender_updates`)).toEqual([{ n: 1 }])
  })

  test('a sender who adds words while the child unit works is never told that someone was first', async () => {
    const reference = await oneSent(service)
    const handler = await service.as('handler')
    const worker = await service.as('worker')
    const { version } = await worker.referrals.open({ reference })
    const add = () =>
      handler.flags.supplement({
        reference,
        key: crypto.randomUUID(),
        text: 'Mer att berätta.',
        answersQuestion: false,
      })
    const step = worker.referrals
      .takeStep({ reference, version, request: { step: 'assign', assigneeId: service.organisation.people.worker.id } })
      .catch(() => null)
    await Promise.all([add(), add(), step, add()])
    expect((await handler.flags.sent({ reference })).supplements).toHaveLength(3)
    expect(await service.sql(`select count(*)::int as n from events where kind = 'supplemented'`)).toEqual([{ n: 3 }])
  })
})
