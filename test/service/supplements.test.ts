import { expect, test } from 'vitest'
import { ask, referralIn, toMyself, walk } from '../support/journeys.ts'
import { refusalOf } from '../support/refusals.ts'
import { oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

onBothDatabases((service) => {
  const key = () => crypto.randomUUID()

  test('what is added stands on both sides, with its author and its moment', async () => {
    const reference = await oneSent(service)
    service.now = service.now.add({ minutes: 3 })
    const colleague = await service.as('colleague')
    const sent = await colleague.flags.supplement({ reference, key: key(), text: '  Hämtad av mormor.  ' })
    const { name } = service.organisation.people.colleague
    expect(sent.supplements).toMatchObject([
      { at: '2026-11-20T09:03:00Z', authorName: name, text: 'Hämtad av mormor.' },
    ])
    const page = await walk(await service.as('worker'), reference, [])
    expect(page.events.find(({ kind }) => kind === 'supplemented')).toMatchObject({
      actor: { name, unitName: 'Beroendeenheten', role: 'case_handler' },
      details: { text: 'Hämtad av mormor.', answersQuestion: false },
    })
  })

  test('nothing that was sent is changed by it', async () => {
    const reference = await oneSent(service)
    const sealed = () =>
      service.sql(`select encode(content, 'hex') as content, encode(child, 'hex') as child from referrals`)
    const before = await sealed()
    await (await service.as('handler')).flags.supplement({ reference, key: key(), text: 'Mer.' })
    expect(await sealed()).toEqual(before)
  })

  test('twenty repeats with one key make one', async () => {
    const reference = await oneSent(service)
    const handler = await service.as('handler')
    const once = { reference, key: key(), text: 'En gång.' }
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => handler.flags.supplement(once)))
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([])
    expect((await handler.flags.sent({ reference })).supplements).toHaveLength(1)
    expect(await service.sql(`select count(*)::int as n from events where kind = 'supplemented'`)).toEqual([{ n: 1 }])
  })

  test('a key that is used for other words, or for another referral, is refused: nothing is lost in silence', async () => {
    const [first, second] = [await oneSent(service), await oneSent(service)]
    const handler = await service.as('handler')
    const used = key()
    await handler.flags.supplement({ reference: first, key: used, text: 'Ett.' })
    const refused = { code: 'CONFLICT', refusal: 'key-reused-with-other-content', field: 'key' }
    expect(await refusalOf(handler.flags.supplement({ reference: first, key: used, text: 'Två.' }))).toEqual(refused)
    expect(await refusalOf(handler.flags.supplement({ reference: second, key: used, text: 'Ett.' }))).toEqual(refused)
    expect(await service.sql(`select count(*)::int as n from supplements`)).toEqual([{ n: 1 }])
  })

  test('several of the unit’s may add at the same time', async () => {
    const reference = await oneSent(service)
    const callers = await Promise.all([service.as('handler'), service.as('colleague')])
    const before = (await service.sql<{ version: number }>(`select version from intakes`))[0]?.version ?? 0
    const outcomes = await Promise.allSettled(
      callers.map((caller, n) => caller.flags.supplement({ reference, key: key(), text: `Nr ${n}.` })),
    )
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect((await refusalOf(Promise.reject(outcome.reason))).refusal).toBe('stale-version')
    }
    const stored = outcomes.filter(({ status }) => status === 'fulfilled').length
    expect(stored).toBeGreaterThan(0)
    const [row] = await service.sql(
      `select i.version, (select count(*)::int from supplements) as supplements,
         (select count(*)::int from events where kind = 'supplemented') as events from intakes i`,
    )
    expect(row).toEqual({ version: before + stored, supplements: stored, events: stored })
  })

  test.each(['sent', 'inquiry_open', 'no_inquiry', 'transferred', 'closed'] as const)(
    'it may be added when the referral is %s',
    async (status) => {
      const reference = await referralIn(service, status)
      const handler = await service.as('handler')
      const sent = await handler.flags.supplement({ reference, key: key(), text: 'Senare sett.' })
      expect(sent.supplements).toHaveLength(1)
      expect(
        await service.sql(
          `select status from intakes i join referrals r on r.id = i.referral_id where reference = $1`,
          [reference],
        ),
      ).toEqual([{ status }])
    },
  )

  test('only the unit that sent it may add to it', async () => {
    const reference = await oneSent(service)
    for (const person of ['worker', 'manager', 'otherHandler', 'foreignHandler', 'administrator'] as const) {
      const caller = await service.as(person)
      const refused = await refusalOf(caller.flags.supplement({ reference, key: key(), text: 'Nej.' }))
      expect(refused).toEqual({ code: 'NOT_FOUND', refusal: 'not-found' })
    }
    expect(await service.sql(`select id from supplements`)).toEqual([])
  })

  test('it marks the row of the unit’s list until somebody has taken the next step', async () => {
    const reference = await oneSent(service)
    const { intake } = service.organisation.units
    const { worker: person } = service.organisation.people
    const worker = await service.as('worker')
    await walk(worker, reference, [])
    await (await service.as('handler')).flags.supplement({ reference, key: key(), text: 'Mer.' })
    const marked = async () => (await worker.referrals.inbox({ unitId: intake.id })).rows[0]?.supplemented
    expect(await marked()).toBe(true)
    await walk(worker, reference, [toMyself(person.id)])
    expect(await marked()).toBe(false)
  })

  test('an answer closes the question for both sides, and an addition that is no answer does not', async () => {
    const reference = await oneSent(service)
    await walk(await service.as('worker'), reference, [ask])
    service.now = service.now.add({ minutes: 1 })
    const handler = await service.as('handler')
    const added = await handler.flags.supplement({ reference, key: key(), text: 'Annat.' })
    expect(added.openQuestion).toMatchObject({ question: 'whereabouts', answerBy: '2026-11-23' })
    expect((await handler.flags.mine({ show: 'question' })).rows).toHaveLength(1)
    const answered = await handler.flags.supplement({
      reference,
      key: key(),
      text: 'Hos mormor.',
      answersQuestion: true,
    })
    expect(answered.openQuestion).toBeNull()
    expect((await handler.flags.mine({ show: 'question' })).rows).toEqual([])
    expect((await (await service.as('worker')).referrals.open({ reference })).status).toBe('received')
  })
})
