import { describe, expect, test } from 'vitest'
import {
  ask,
  assess,
  declineInquiry,
  extend,
  join,
  openInquiry,
  referralIn,
  toldSoFar,
  toMyself,
  transfer,
  walk,
} from '../support/journeys.ts'
import { refusalOf } from '../support/refusals.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { onBothDatabases, type Service } from '../support/service.ts'

const statusOf = async (service: Service, reference: string) => {
  const [row] = await service.sql<{ status: string; version: number }>(
    `select status, version from intakes i join referrals r on r.id = i.referral_id where reference = $1`,
    [reference],
  )
  return row
}

onBothDatabases((service) => {
  describe('receiving', () => {
    test('the first of the child unit to open it receives it; nobody else’s look does', async () => {
      const reference = await oneSent(service)
      for (const person of ['handler', 'otherHandler', 'otherIntakeWorker', 'administrator', 'supporter'] as const) {
        const caller = await service.as(person)
        expect(await refusalOf(caller.referrals.open({ reference }))).toEqual({
          code: 'NOT_FOUND',
          refusal: 'not-found',
        })
      }
      await (await service.as('handler')).flags.sent({ reference })
      expect(await statusOf(service, reference)).toEqual({ status: 'sent', version: 1 })

      await (await service.as('unqualified')).referrals.open({ reference })
      await (await service.as('worker')).referrals.open({ reference })
      expect(await statusOf(service, reference)).toEqual({ status: 'received', version: 2 })
      expect(await toldSoFar(service)).toEqual(['handler: received'])
    })
  })

  describe('what the flag counts as follows from the boards', () => {
    test('within one board it is information, and the clocks of the assessment are policy', async () => {
      const page = await walk(await service.as('worker'), await oneSent(service), [])
      expect(page.nature).toBe('other_information')
      expect(page.events[0]?.legalBasis).toBe('SoL 14:2')
      expect(page.clocks.map(({ kind, label, paragraph }) => [kind, label, paragraph])).toEqual([
        ['receipt', 'policy', null],
        ['protection_assessment', 'policy', null],
        ['preliminary_assessment', 'policy', null],
      ])
    })

    test('to a board that is another authority it is a report, and its clocks are the law’s', async () => {
      await service.sql(`update units set kind = 'child_group' where id = $1`, [
        service.organisation.units.otherIntake.id,
      ])
      const reference = await oneSent(service, aConcern(undefined, {}, 'disability'), 'disabilityHandler')
      const page = await walk(await service.as('worker'), reference, [])
      expect(page.nature).toBe('concern_report')
      expect(page.events[0]?.legalBasis).toBe('SoL 19:1')
      expect(page.clocks.map(({ kind, label, paragraph }) => [kind, label, paragraph])).toEqual([
        ['receipt', 'policy', null],
        ['protection_assessment', 'statutory', 'SoL 20:1, prop. 2012/13:10 s. 60'],
        ['preliminary_assessment', 'statutory', 'SoL 20:2'],
      ])
    })
  })

  describe('the way to a decision', () => {
    test('assigning tells the assignee, and nobody when one takes it oneself', async () => {
      const { worker, secondWorker } = service.organisation.people
      const reference = await oneSent(service)
      const page = await walk(await service.as('worker'), reference, [toMyself(worker.id)])
      expect(page.assignee).toMatchObject({ personId: worker.id, name: worker.name })
      await walk(await service.as('worker'), reference, [toMyself(secondWorker.id)])
      expect(await toldSoFar(service)).toEqual(['handler: received', 'secondWorker: assigned'])
      const back = await walk(await service.as('lead'), reference, [{ step: 'assign', assigneeId: null }])
      expect(back.assignee).toBeNull()
    })

    test('it is assigned within the unit only', async () => {
      const reference = await oneSent(service)
      const worker = await service.as('worker')
      const { version } = await worker.referrals.open({ reference })
      for (const person of ['handler', 'supporter', 'administrator', 'auditor'] as const) {
        const request = toMyself(service.organisation.people[person].id)
        const refused = await refusalOf(worker.referrals.takeStep({ reference, version, request }))
        expect(refused).toEqual({
          code: 'UNPROCESSABLE_CONTENT',
          refusal: 'assignee-outside-unit',
          field: 'assigneeId',
        })
      }
    })

    test('the lead moves the day of the assessment, and the clock follows', async () => {
      const reference = await oneSent(service)
      const lead = await service.as('lead')
      const page = await walk(lead, reference, [extend])
      const clock = page.clocks.find(({ kind }) => kind === 'preliminary_assessment')
      expect(clock).toMatchObject({ strictDueOn: '2026-12-14', metAt: null })
      expect(page.events.at(-1)).toMatchObject({ kind: 'extended', dueOn: '2026-12-14', actor: { role: 'team_lead' } })
      const stored = await service.sql(
        `select strict_due_on::text as on from clocks where kind = 'preliminary_assessment'`,
      )
      expect(stored).toEqual([{ on: '2026-12-14' }])
    })

    test('an opened inquiry stops the assessment’s clock and starts four months', async () => {
      const page = await walk(await service.as('worker'), await oneSent(service), [assess, openInquiry])
      expect(page.status).toBe('inquiry_open')
      expect(page.clocks.map(({ kind, state, strictDueOn }) => [kind, state, strictDueOn])).toEqual([
        ['receipt', 'met_in_time', '2026-11-20'],
        ['protection_assessment', 'met_in_time', '2026-11-20'],
        ['preliminary_assessment', 'met_in_time', '2026-12-04'],
        ['inquiry', 'running', '2027-03-20'],
      ])
      expect(page.events.at(-1)).toMatchObject({
        kind: 'inquiry_opened',
        legalBasis: 'SoL 14:2',
        actor: { qualified: true },
      })
    })

    test('joined to an inquiry under way, it is decided, and only “already under way” may be told', async () => {
      const worker = await service.as('worker')
      const reference = await oneSent(service)
      const page = await walk(worker, reference, [assess, join])
      expect(page).toMatchObject({ status: 'joined', feedback: { lawfulValue: 'already_under_way' } })
      const request = { step: 'give_feedback', value: 'opened' } as const
      expect(await refusalOf(worker.referrals.takeStep({ reference, version: page.version, request }))).toEqual({
        code: 'UNPROCESSABLE_CONTENT',
        refusal: 'feedback-value-contradicts-decision',
        field: 'value',
      })
    })
  })

  describe('transfer', () => {
    test('makes a report of its own at the other intake, with its own clocks from now', async () => {
      const reference = await oneSent(service, aConcern([aConcernedChild({ givenName: 'Tova' })]))
      service.now = service.now.add({ hours: 72 })
      const ours = await walk(await service.as('worker'), reference, [assess, transfer])
      expect(ours.status).toBe('transferred')

      const other = await service.as('otherIntakeWorker')
      const { id: unitId } = service.organisation.units.otherIntake
      const { rows } = await other.referrals.inbox({ unitId })
      expect(rows).toMatchObject([{ status: 'sent', nature: 'concern_report', child: { givenName: 'Tova' } }])
      const copy = rows[0]?.reference ?? ''
      expect(copy).not.toBe(reference)

      const theirs = await other.referrals.open({ reference: copy })
      expect(theirs.sender.unit.name).toBe('Mottagningen barn och unga')
      expect(theirs.clocks.map(({ kind, strictDueOn }) => [kind, strictDueOn])).toEqual([
        ['receipt', '2026-11-23'],
        ['protection_assessment', '2026-11-23'],
        ['preliminary_assessment', '2026-12-07'],
      ])
      expect(theirs.feedback.wanted).toBe(true)
      expect(await refusalOf(other.referrals.open({ reference }))).toEqual({ code: 'NOT_FOUND', refusal: 'not-found' })
    })

    test('the one who flagged hears nothing of it, and the one who handed over is told of the receipt there', async () => {
      const reference = await oneSent(service)
      await walk(await service.as('worker'), reference, [assess, transfer])
      const [copy] = await service.sql<{ reference: string }>(
        `select reference from referrals where transferred_from is not null`,
      )
      await walk(await service.as('otherIntakeWorker'), copy?.reference ?? '', [])
      expect(await toldSoFar(service)).toEqual(['handler: received', 'worker: received'])
      const handler = await service.as('handler')
      expect((await handler.flags.mine({})).rows.map((row) => row.reference)).toEqual([reference])
      expect((await handler.search.find({ text: 'elsa' })).hits.map((hit) => hit.reference)).toEqual([reference])
    })

    test('a unit that takes nothing in is no receiver, and the referral stays where it was', async () => {
      const reference = await oneSent(service)
      const worker = await service.as('worker')
      const { version } = await walk(worker, reference, [assess])
      const { incomeSupport, foreignIntake, intake } = service.organisation.units
      for (const unit of [incomeSupport, foreignIntake, intake]) {
        const request = { step: 'transfer', toUnitId: unit.id, reasons: 'R' } as const
        expect(await refusalOf(worker.referrals.takeStep({ reference, version, request }))).toEqual({
          code: 'UNPROCESSABLE_CONTENT',
          refusal: 'receiver-outside-reach',
          field: 'toUnitId',
        })
      }
      expect(await statusOf(service, reference)).toEqual({ status: 'received', version })
    })
  })

  describe('feedback', () => {
    test('asked for before the decision, it is due a week after it, and is told once', async () => {
      const flag = aConcern(undefined, { openness: { parentInformed: 'yes', feedbackWanted: true } })
      const reference = await oneSent(service, flag)
      const worker = await service.as('worker')
      const decided = await walk(worker, reference, [assess, declineInquiry])
      const clock = decided.clocks.find(({ kind }) => kind === 'feedback')
      expect(clock).toMatchObject({ strictDueOn: '2026-11-27', metAt: null })
      const told = await walk(worker, reference, [{ step: 'give_feedback', value: 'not_opened' }])
      expect(told.stepsOpen).toEqual([])
      expect((await (await service.as('handler')).flags.sent({ reference })).updates.at(-1)).toMatchObject({
        kind: 'feedback',
        value: 'not_opened',
      })
      expect(await toldSoFar(service)).toEqual(['handler: received', 'handler: feedback'])
    })

    test('refused, the sender learns that, and not why', async () => {
      const reference = await referralIn(service, 'inquiry_open')
      const text = 'zqskäl'
      await walk(await service.as('worker'), reference, [
        { step: 'refuse_feedback', reason: 'danger_to_someone', text },
      ])
      const handler = await service.as('handler')
      const sent = await handler.flags.sent({ reference })
      expect(sent.updates.at(-1)?.kind).toBe('feedback_refused')
      expect(JSON.stringify(sent)).not.toMatch(/zqskäl|danger_to_someone/)
      expect(await toldSoFar(service)).toEqual(['handler: received', 'handler: feedback_refused'])
    })

    test('asked for afterwards, it comes back to the list of the day and is due at once', async () => {
      const reference = await referralIn(service, 'no_inquiry')
      const { id: unitId } = service.organisation.units.intake
      const worker = await service.as('worker')
      expect((await worker.referrals.inbox({ unitId })).rows).toEqual([])
      service.now = service.now.add({ hours: 48 })
      const handler = await service.as('handler')
      const sent = await handler.flags.requestFeedback({ reference })
      expect(sent).toMatchObject({ feedbackWanted: true, stepsOpen: ['supplement'] })
      const again = await service.as('worker')
      expect((await again.referrals.inbox({ unitId, show: 'feedback' })).rows).toMatchObject([
        { reference, due: { kind: 'feedback', on: '2026-11-22' } },
      ])
    })
  })

  test('a question reaches the one who sent, and the answer the one who has the case', async () => {
    const { worker } = service.organisation.people
    const reference = await oneSent(service)
    await walk(await service.as('worker'), reference, [toMyself(worker.id), ask])
    const colleague = await service.as('colleague')
    await colleague.flags.supplement({
      reference,
      key: crypto.randomUUID(),
      text: 'Hos mormor.',
      answersQuestion: true,
    })
    expect(await toldSoFar(service)).toEqual(['handler: received', 'handler: question', 'worker: supplemented'])
  })
})
