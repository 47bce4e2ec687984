import { expect, test } from 'vitest'
import { aConcern, aConcernedChild, oneSent, sent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

onBothDatabases((service) => {
  test('a flag is sent, received, assessed, decided, and its sender hears one of three values', async () => {
    const handler = await service.as('handler')
    const worker = await service.as('worker')
    const flag = aConcern(undefined, { openness: { parentInformed: 'yes', feedbackWanted: true } })
    const reference = await oneSent(service, flag)
    expect((await handler.flags.sent({ reference })).updates).toEqual([])

    const opened = await worker.referrals.open({ reference })
    expect(opened).toMatchObject({
      status: 'received',
      nature: 'other_information',
      sender: { unit: { name: 'Beroendeenheten' } },
    })

    const assessed = await worker.referrals.takeStep({
      reference,
      version: opened.version,
      request: {
        step: 'assess_protection',
        result: 'no_immediate_need',
        childSeen: 'no',
        measures: [],
        reasons: 'Trygg hos mormor.',
      },
    })
    expect(assessed.stepsOpen).toContain('open_inquiry')
    const decided = await worker.referrals.takeStep({
      reference,
      version: assessed.version,
      request: { step: 'open_inquiry', reasons: 'Behöver utredas.', childHeardText: '' },
    })
    expect(decided).toMatchObject({ status: 'inquiry_open', feedback: { lawfulValue: 'opened' } })
    await worker.referrals.takeStep({
      reference,
      version: decided.version,
      request: { step: 'give_feedback', value: 'opened' },
    })

    const told = await handler.flags.sent({ reference })
    expect(told.updates).toMatchObject([{ kind: 'received' }, { kind: 'feedback', value: 'opened' }])
  })

  test('one form about siblings makes one referral per child, and each finds the other', async () => {
    const worker = await service.as('worker')
    const references = await sent(service, aConcern([aConcernedChild({}, 0), aConcernedChild({ givenName: 'Moa' }, 1)]))
    expect(references).toHaveLength(2)
    const [first = '', second = ''] = references
    const page = await worker.referrals.open({ reference: first })
    expect(page.related).toMatchObject([{ reference: second, relation: 'sibling', child: { givenName: 'Moa' } }])
    expect(JSON.stringify(page.content)).not.toContain('Moa')
  })

  test('the unit’s list shows what is due soonest, and counts what is unread', async () => {
    const worker = await service.as('worker')
    const reference = await oneSent(service)
    const { id: unitId } = service.organisation.units.intake
    const { rows } = await worker.referrals.inbox({ unitId })
    expect(rows).toMatchObject([
      { reference, status: 'sent', due: { on: '2026-11-20' }, child: { givenName: 'Elsa' }, earlier: 0, siblings: 0 },
    ])
    expect(await worker.referrals.counts({ unitId })).toMatchObject({ open: 1, unread: 1, unassigned: 1, today: 1 })
  })

  test('a name, a number or a reference finds the referral, in one’s own unit', async () => {
    const worker = await service.as('worker')
    const reference = await oneSent(service)
    for (const text of ['elsa', 'Nyström Elsa', reference]) {
      expect((await worker.search.find({ text })).hits).toMatchObject([{ reference, side: 'receiver' }])
    }
    const other = await service.as('otherHandler')
    expect((await other.search.find({ text: 'elsa' })).hits).toEqual([])
  })

  test('a question is answered by a supplement, and the clock does not stop', async () => {
    const handler = await service.as('handler')
    const worker = await service.as('worker')
    const reference = await oneSent(service)
    const { version } = await worker.referrals.open({ reference })
    const asked = await worker.referrals.takeStep({
      reference,
      version,
      request: {
        step: 'ask_information',
        question: 'whereabouts',
        text: 'Var är barnet i helgen?',
        answerBy: '2026-11-23',
      },
    })
    expect(asked.status).toBe('awaiting_information')
    expect((await handler.flags.sent({ reference })).openQuestion).toMatchObject({ text: 'Var är barnet i helgen?' })

    const key = crypto.randomUUID()
    await handler.flags.supplement({ reference, key, text: 'Hos mormor.', answersQuestion: true })
    await handler.flags.supplement({ reference, key, text: 'Hos mormor.', answersQuestion: true })

    const page = await worker.referrals.open({ reference })
    expect(page.status).toBe('received')
    expect(page.events.filter(({ kind }) => kind === 'supplemented')).toHaveLength(1)
    expect(page.clocks.find(({ kind }) => kind === 'preliminary_assessment')?.metAt).toBeNull()
  })

  test('fifty repeats of one send make one flag', async () => {
    const handler = await service.as('handler')
    const key = crypto.randomUUID()
    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => handler.flags.send({ key, draftId: null, flag: aConcern() })),
    )
    expect(new Set(receipts.map(({ referrals }) => referrals[0]?.reference)).size).toBe(1)
    expect(await service.sql(`select count(*)::int as n from referrals`)).toEqual([{ n: 1 }])
    expect(await service.sql(`select count(*)::int as n from outbox`)).toEqual([{ n: 1 }])
  })
})
