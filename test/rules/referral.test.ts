import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { DomainError, Refusal } from '../../src/domain/errors.ts'
import { openStatuses, sentTracks, statuses, stepNames } from '../../src/domain/lifecycle.ts'
import { roles } from '../../src/domain/organisation.ts'
import { feedbackRequested, type Referral, stepsOpenTo, supplementedWith, takeStep } from '../../src/domain/referral.ts'
import { feedbackValues, type StepRequest } from '../../src/domain/step-request.ts'
import {
  aLead,
  aReferral,
  aSender,
  aViewer,
  aWorker,
  circumstances,
  goodRequests,
  ids,
  now,
  requestOf,
  type UnitStep,
} from '../support/referrals.ts'

const unitSteps = stepNames.filter((name): name is UnitStep => name in goodRequests)

function refusalOf(act: () => unknown): { refusal: Refusal; field?: string } | null {
  try {
    act()
    return null
  } catch (error) {
    const { refusal, field } = error as DomainError
    return field === undefined ? { refusal } : { refusal, field }
  }
}
const refusedTo = (referral: Referral, request: StepRequest, viewer = aWorker()) =>
  refusalOf(() => takeStep(referral, request, circumstances(viewer)))

describe('qualification (SoL 25:1)', () => {
  test.each(['assess_protection', 'open_inquiry', 'decline_inquiry', 'join', 'transfer'] as const)(
    '%s takes a degree, whatever the role',
    (step) => {
      const manager = aViewer('unit_manager', ids.receiverUnit, false)
      expect(refusedTo(aReferral(), requestOf(step, aReferral()), manager)).toEqual({ refusal: 'not-qualified' })
      expect(refusedTo(aReferral(), requestOf(step, aReferral()))).toBeNull()
    },
  )
})

describe('protection first (SoL 20:1)', () => {
  test.each(['open_inquiry', 'decline_inquiry', 'join', 'transfer'] as const)('%s waits for the assessment', (step) => {
    const unassessed = aReferral({ protectionAssessedAt: null })
    expect(refusedTo(unassessed, requestOf(step, unassessed))).toEqual({ refusal: 'protection-not-assessed' })
  })

  test('a second assessment is recorded, and the first is what met the clock', () => {
    const first = Temporal.Instant.from('2026-11-19T09:00:00Z')
    const again = takeStep(
      aReferral({ protectionAssessedAt: first }),
      requestOf('assess_protection', aReferral()),
      circumstances(aWorker()),
    )
    expect(again.event.kind).toBe('protection_assessed')
    expect(again.after.protectionAssessedAt).toEqual(first)
  })
})

describe('reported violence forces an inquiry', () => {
  const violent = aReferral({ violence: true })
  const decline = goodRequests.decline_inquiry

  test('it is not declined without reasons of its own', () => {
    const refused = { refusal: 'violence-forces-inquiry', field: 'violenceOverride' }
    expect(refusedTo(violent, { ...decline })).toEqual(refused)
    expect(refusedTo(violent, { ...decline, violenceOverride: 'Polisen har avskrivit.' })).toBeNull()
  })

  test('where none was reported nothing more is asked', () => {
    expect(refusedTo(aReferral(), { ...decline })).toBeNull()
  })
})

describe('extension (SoL 20:2)', () => {
  const extend = (newDueOn: string) => ({ ...goodRequests.extend, newDueOn })

  test.each(['social_worker', 'out_of_hours'] as const)('%s may not extend', (role) => {
    const refused = refusedTo(aReferral(), extend('2026-12-11'), aViewer(role, ids.receiverUnit))
    expect(refused).toEqual({ refusal: 'not-permitted' })
  })

  test.each(['2026-12-03', '2026-12-04'])('to %s, not later than the day it has, is refused', (day) => {
    expect(refusedTo(aReferral(), extend(day), aLead())).toEqual({ refusal: 'date-not-later', field: 'newDueOn' })
  })

  test('the new day is what the next extension must pass', () => {
    const { after } = takeStep(aReferral(), extend('2026-12-05'), circumstances(aLead()))
    expect(after.preliminaryDueOn?.toString()).toBe('2026-12-05')
    expect(refusedTo(after, extend('2026-12-05'), aLead())).toEqual({ refusal: 'date-not-later', field: 'newDueOn' })
  })
})

describe('feedback (SoL 19:6)', () => {
  const lawful = { inquiry_open: 'opened', no_inquiry: 'not_opened', joined: 'already_under_way' } as const

  test.each(Object.entries(lawful))('after %s only “%s” may be said', (status, value) => {
    const decided = aReferral({ status: status as keyof typeof lawful })
    const refused = { refusal: 'feedback-value-contradicts-decision', field: 'value' }
    for (const said of feedbackValues) {
      expect(refusedTo(decided, { step: 'give_feedback', value: said })).toEqual(said === value ? null : refused)
    }
  })

  test.each(openStatuses)('from %s there is nothing to tell yet', (status) => {
    const open = aReferral({ status })
    expect(refusedTo(open, { step: 'give_feedback', value: 'opened' })).toEqual({ refusal: 'wrong-status' })
  })

  test.each(['give_feedback', 'refuse_feedback'] as const)(
    'given or refused, it is answered once: then %s is closed',
    (step) => {
      for (const first of ['give_feedback', 'refuse_feedback'] as const) {
        const decided = aReferral({ status: 'inquiry_open', decidedAt: now })
        const { after } = takeStep(decided, requestOf(first, decided), circumstances(aWorker()))
        expect(refusedTo(after, requestOf(step, after))).toEqual({ refusal: 'feedback-already-given' })
      }
    },
  )

  test('the sender asks once', () => {
    const { after } = feedbackRequested(aReferral(), circumstances(aSender()))
    expect(after.feedbackRequestedAt).toEqual(now)
    expect(refusalOf(() => feedbackRequested(after, circumstances(aSender())))).toEqual({ refusal: 'wrong-status' })
  })
})

describe('the assignee', () => {
  test('is one of the receiving unit’s own', () => {
    const refused = { refusal: 'assignee-outside-unit', field: 'assigneeId' }
    expect(refusedTo(aReferral(), { step: 'assign', assigneeId: 'a-stranger' })).toEqual(refused)
    expect(refusedTo(aReferral(), { step: 'assign', assigneeId: ids.colleague })).toBeNull()
  })

  test('may be nobody: then it belongs to the group again', () => {
    const assigned = aReferral({ assigneeId: ids.colleague })
    const { after } = takeStep(assigned, { step: 'assign', assigneeId: null }, circumstances(aWorker()))
    expect(after.assigneeId).toBeNull()
  })
})

describe('transfer (SoL 29:1)', () => {
  const transfer = (to: { toUnitId?: string; toAuthority: string }) =>
    ({ step: 'transfer', reasons: 'R', ...to }) as const

  test('names the authority that takes over', () => {
    const refused = { refusal: 'receiver-outside-reach', field: 'toAuthority' }
    expect(refusedTo(aReferral(), transfer({ toAuthority: '' }))).toEqual(refused)
    expect(refusedTo(aReferral(), transfer({ toAuthority: 'Grannkommunen' }))).toBeNull()
    expect(refusedTo(aReferral(), transfer({ toUnitId: 'another', toAuthority: '' }))).toBeNull()
  })

  test('goes to another unit than the one that has it', () => {
    const refused = { refusal: 'receiver-outside-reach', field: 'toUnitId' }
    expect(refusedTo(aReferral(), transfer({ toUnitId: ids.receiverUnit, toAuthority: '' }))).toEqual(refused)
  })
})

describe('a question to the sender', () => {
  const ask = (answerBy: string) => ({ ...goodRequests.ask_information, answerBy })

  test('is answered today at the earliest', () => {
    expect(refusedTo(aReferral(), ask('2026-11-19'))).toEqual({ refusal: 'date-in-the-past', field: 'answerBy' })
    expect(refusedTo(aReferral(), ask('2026-11-20'))).toBeNull()
  })

  test('is answered by a supplement that says so, and by no other', () => {
    const asked = takeStep(aReferral(), ask('2026-11-23'), circumstances(aWorker())).after
    const told = (answersQuestion: boolean) =>
      supplementedWith(asked, { text: 'Hos mormor.', answersQuestion }, circumstances(aSender())).after
    expect(told(false)).toMatchObject({ status: 'awaiting_information', questionOpen: true })
    expect(told(true)).toMatchObject({ status: 'received', questionOpen: false })
  })

  test('answered after the decision, it moves nothing', () => {
    const decided = aReferral({ status: 'inquiry_open', questionOpen: true, decidedAt: now })
    const { after } = supplementedWith(decided, { text: 'Sent.', answersQuestion: true }, circumstances(aSender()))
    expect(after).toMatchObject({ status: 'inquiry_open', questionOpen: false, decidedAt: now })
  })
})

test.each(['social_worker', 'team_lead', 'unit_manager'] as const)(
  '%s of the child unit takes no step of the sender’s',
  (role) => {
    const act = circumstances(aViewer(role, ids.receiverUnit))
    expect(refusalOf(() => feedbackRequested(aReferral(), act))).toEqual({ refusal: 'not-permitted' })
    const supplement = () => supplementedWith(aReferral(), { text: 'T', answersQuestion: false }, act)
    expect(refusalOf(supplement)).toEqual({ refusal: 'not-permitted' })
  },
)

test('who is both lead and manager acts in the role that the step names first', () => {
  const lead = aLead()
  const both = { ...lead, memberships: [...aViewer('unit_manager', ids.receiverUnit).memberships, ...lead.memberships] }
  expect(takeStep(aReferral(), { ...goodRequests.extend }, circumstances(both)).event.role).toBe('team_lead')
})

describe('for every referral, step and person', () => {
  const instant = fc.constantFrom(null, now)
  const referrals = fc
    .record({
      track: fc.constantFrom(...sentTracks),
      status: fc.constantFrom(...statuses),
      version: fc.integer({ min: 1, max: 9 }),
      violence: fc.boolean(),
      assigneeId: fc.constantFrom(null, ids.colleague),
      protectionAssessedAt: instant,
      questionOpen: fc.boolean(),
      feedbackRequestedAt: instant,
      feedbackAnsweredAt: instant,
    })
    .map(aReferral)
  const viewers = fc
    .record({
      role: fc.constantFrom(...roles),
      unit: fc.constantFrom(ids.receiverUnit, ids.senderUnit, 'other'),
      qualified: fc.boolean(),
    })
    .map(({ role, unit, qualified }) => aViewer(role, unit, qualified))
  const actors = fc.oneof({ weight: 1, arbitrary: viewers }, { weight: 2, arbitrary: fc.constant(aLead()) })

  test('an allowed step raises the version by one, records one line, and stays within the statuses', () => {
    let allowed = 0
    const property = fc.property(referrals, actors, fc.constantFrom(...unitSteps), (referral, viewer, step) => {
      const request = requestOf(step, referral)
      const refused = refusedTo(referral, request, viewer)
      if (refused) return
      allowed++
      const { before, after, event } = takeStep(referral, request, circumstances(viewer))
      expect(before).toBe(referral)
      expect(after.version).toBe(referral.version + 1)
      expect(statuses).toContain(after.status)
      expect(event).toMatchObject({
        at: now,
        actorId: viewer.personId,
        unitId: ids.receiverUnit,
        qualified: viewer.qualified,
      })
      expect(viewer.memberships.map(({ role }) => role)).toContain(event.role)
    })
    fc.assert(property, { numRuns: 4000 })
    expect(allowed).toBeGreaterThan(100)
  })

  test('no step, taken or refused, touches the referral that it was given', () => {
    const property = fc.property(referrals, actors, fc.constantFrom(...unitSteps), (referral, viewer, step) => {
      const copy = { ...referral }
      refusedTo(referral, requestOf(step, referral), viewer)
      expect(referral).toEqual(copy)
    })
    fc.assert(property, { numRuns: 1000 })
  })

  test('what the page offers is what the rules allow, and nothing else is taken', () => {
    const property = fc.property(referrals, actors, fc.constantFrom(...unitSteps), (referral, viewer, step) => {
      const offered = stepsOpenTo(referral, viewer).includes(step)
      const refused = refusedTo(referral, requestOf(step, referral), viewer)
      if (!offered) expect(refused).not.toBeNull()
      else if (refused) expect(refused.field).toBeDefined()
    })
    fc.assert(property, { numRuns: 4000 })
  })
})
