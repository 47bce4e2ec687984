import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dayOf, isOrdinaryWeekday } from '../../src/domain/calendar.ts'
import { type Clock, type ClockEvent, clocksOf, draftIsOverdue, nextDue, stateOf } from '../../src/domain/clocks.ts'
import { intakeNatures } from '../../src/domain/intake.ts'
import { type EventKind, eventKinds, sentTracks } from '../../src/domain/lifecycle.ts'
import { type ClockKind, policyAt } from '../../src/domain/policy.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
/** A moment on a Swedish wall clock. */
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant()
const event = (kind: EventKind, local: string, dueOn?: string): ClockEvent => ({
  kind,
  at: at(local),
  dueOn: dueOn ? day(dueOn) : null,
})
const report = { nature: 'concern_report', track: 'A' } as const
const information = { nature: 'other_information', track: 'A' } as const
const support = { nature: 'concern_report', track: 'B' } as const
const sent = event('sent', '2026-12-18T16:30')

function clockIn(clocks: readonly Clock[], kind: ClockKind): Clock {
  const clock = clocks.find((candidate) => candidate.kind === kind)
  if (!clock) throw new Error(`no ${kind} clock is running`)
  return clock
}
const clockOf = (kind: ClockKind, ...events: ClockEvent[]) => clockIn(clocksOf({ ...report, events }), kind)
const kindsOf = (clocks: readonly Clock[]) => clocks.map(({ kind }) => kind)
const dates = ({ strictDueOn, rollOverDueOn }: Clock) => [strictDueOn.toString(), rollOverDueOn.toString()]

describe('worked examples (facts 2.13)', () => {
  test('received Friday 18 December 2026 at 16:30: protection by Saturday, decision by New Year’s Day', () => {
    expect(dates(clockOf('protection_assessment', sent))).toEqual(['2026-12-19', '2026-12-19'])
    expect(dates(clockOf('preliminary_assessment', sent))).toEqual(['2027-01-01', '2027-01-04'])
  })

  test('inquiry opened New Year’s Day 2027: four months end on Saturday 1 May', () => {
    const opened = event('inquiry_opened', '2027-01-01T10:00')
    expect(dates(clockOf('inquiry', sent, opened))).toEqual(['2027-05-01', '2027-05-03'])
  })

  test('decision and request on 30 December 2026: feedback by trettondedag jul', () => {
    const requested = event('feedback_requested', '2026-12-30T09:00')
    const declined = event('inquiry_declined', '2026-12-30T14:00')
    expect(dates(clockOf('feedback', sent, requested, declined))).toEqual(['2027-01-06', '2027-01-07'])
  })
})

describe('the start', () => {
  test('a draft has no clocks', () => {
    expect(clocksOf({ ...report, events: [] })).toEqual([])
  })

  test('receipt, protection and preliminary assessment start when the flag reached the authority', () => {
    const clocks = clocksOf({
      ...report,
      events: [sent, event('received', '2026-12-21T08:00'), event('assigned', '2026-12-23T08:00')],
    })
    expect(clocks.map(({ startedAt }) => startedAt.toString())).toEqual(Array(3).fill(sent.at.toString()))
  })

  test('a support referral has a receipt and an answer, and no assessments', () => {
    expect(kindsOf(clocksOf({ ...support, events: [sent] }))).toEqual(['receipt', 'support_answer'])
  })

  test('a concern referral has a receipt and both assessments', () => {
    const kinds = ['receipt', 'protection_assessment', 'preliminary_assessment']
    expect(kindsOf(clocksOf({ ...report, events: [sent] }))).toEqual(kinds)
    expect(kindsOf(clocksOf({ ...information, events: [sent] }))).toEqual(kinds)
  })

  test.each([
    ['half past eleven at night is still that day', '2026-07-14T23:30', '2026-07-14', '2026-07-28'],
    ['half past midnight is the next day, though UTC lags', '2026-07-15T00:30', '2026-07-15', '2026-07-29'],
    ['Friday 16:59 counts from Friday', '2026-11-27T16:59', '2026-11-27', '2026-12-11'],
    ['Christmas Eve counts like any day', '2026-12-24T23:59', '2026-12-24', '2027-01-07'],
    ['over the change to summer time', '2027-03-27T23:30', '2027-03-27', '2027-04-10'],
    ['over the change to winter time', '2026-10-24T23:30', '2026-10-24', '2026-11-07'],
    ['on the day of 23 hours', '2027-03-28T03:00', '2027-03-28', '2027-04-11'],
    ['on the day of 25 hours', '2026-10-25T02:30', '2026-10-25', '2026-11-08'],
    ['over a leap day', '2028-02-20T12:00', '2028-02-20', '2028-03-05'],
  ])('%s', (_, sentAt, receiptDue, decisionDue) => {
    const flag = event('sent', sentAt)
    expect(dates(clockOf('receipt', flag))[0]).toBe(receiptDue)
    expect(dates(clockOf('preliminary_assessment', flag))[0]).toBe(decisionDue)
  })
})

describe('protection is assessed the same day', () => {
  test.each([
    ['at night: the same day', '2026-12-18T00:01', '2026-12-18'],
    ['just before the late hour: the same day', '2026-12-18T14:59:59', '2026-12-18'],
    ['at the late hour: the day after', '2026-12-18T15:00', '2026-12-19'],
    ['Friday 16:59: Saturday', '2026-11-27T16:59', '2026-11-28'],
    ['late on Saturday: Sunday', '2026-11-28T20:00', '2026-11-29'],
    ['Sunday morning: Sunday', '2026-11-29T07:00', '2026-11-29'],
    ['late on 23 December: Christmas Eve', '2026-12-23T15:00', '2026-12-24'],
    ['Christmas Eve at noon: Christmas Eve', '2026-12-24T12:00', '2026-12-24'],
    ['late on New Year’s Eve: New Year’s Day', '2026-12-31T23:59', '2027-01-01'],
    ['15:00 in summer time is the late hour', '2026-07-15T15:00', '2026-07-16'],
    ['14:30 in summer time is not', '2026-07-15T14:30', '2026-07-15'],
    ['late on the eve of the leap day: the leap day', '2028-02-28T18:00', '2028-02-29'],
  ])('%s', (_, sentAt, due) => {
    expect(dates(clockOf('protection_assessment', event('sent', sentAt)))).toEqual([due, due])
  })

  test('assessing it stops the clock; deciding does not', () => {
    const assessed = event('protection_assessed', '2026-12-18T17:00')
    expect(clockOf('protection_assessment', sent, assessed).metAt).toEqual(assessed.at)
    expect(clockOf('protection_assessment', sent, event('joined', '2026-12-18T17:00')).metAt).toBeNull()
  })
})

describe('the preliminary assessment', () => {
  test.each(['inquiry_opened', 'inquiry_declined', 'joined', 'transferred'] as const)('%s stops it', (kind) => {
    const decision = event(kind, '2026-12-22T10:00')
    expect(clockOf('preliminary_assessment', sent, decision).metAt).toEqual(decision.at)
  })

  test('a question to the sender does not stop it', () => {
    const clock = clockOf('preliminary_assessment', sent, event('information_asked', '2026-12-21T10:00', '2026-12-28'))
    expect(clock.metAt).toBeNull()
    expect(clock.strictDueOn.toString()).toBe('2027-01-01')
  })

  test('an extension moves the day, the last one counts, and the day rolls over anew', () => {
    const first = event('extended', '2026-12-30T10:00', '2027-01-05')
    const second = event('extended', '2027-01-05T10:00', '2027-01-16')
    expect(dates(clockOf('preliminary_assessment', sent, first))).toEqual(['2027-01-05', '2027-01-05'])
    expect(dates(clockOf('preliminary_assessment', sent, first, second))).toEqual(['2027-01-16', '2027-01-18'])
  })
})

describe('feedback', () => {
  const requested = (local: string) => event('feedback_requested', local)
  const declined = event('inquiry_declined', '2026-12-29T14:00')

  test('asked for as the flag was sent: a week after the decision', () => {
    const clock = clockOf('feedback', sent, requested('2026-12-18T16:30'), declined)
    expect(clock.startedAt).toEqual(declined.at)
    expect(clock.strictDueOn.toString()).toBe('2027-01-05')
  })

  test('asked for in the instant of the decision: a week', () => {
    expect(clockOf('feedback', sent, declined, requested('2026-12-29T14:00')).strictDueOn.toString()).toBe('2027-01-05')
  })

  test('asked for after the decision, even the same day: at once', () => {
    const clock = clockOf('feedback', sent, declined, requested('2026-12-29T14:01'))
    expect(clock.startedAt).toEqual(at('2026-12-29T14:01'))
    expect(clock.strictDueOn.toString()).toBe('2026-12-29')
    expect(clockOf('feedback', sent, declined, requested('2027-02-02T09:00')).strictDueOn.toString()).toBe('2027-02-02')
  })

  test('an inquiry already under way: at once, on the day of the decision or of a later request', () => {
    const joined = event('joined', '2026-12-29T14:00')
    const before = clockOf('feedback', sent, requested('2026-12-18T16:30'), joined)
    const after = clockOf('feedback', sent, joined, requested('2026-12-30T09:00'))
    expect(before.strictDueOn.toString()).toBe('2026-12-29')
    expect(after.strictDueOn.toString()).toBe('2026-12-30')
  })

  test.each([
    ['nobody asked', [sent, declined]],
    ['nothing is decided', [sent, requested('2026-12-18T16:30')]],
    ['it was transferred', [sent, requested('2026-12-18T16:30'), event('transferred', '2026-12-22T10:00')]],
  ])('no clock when %s', (_, events) => {
    expect(kindsOf(clocksOf({ ...report, events }))).not.toContain('feedback')
  })

  test.each(['feedback_given', 'feedback_refused'] as const)('%s stops it', (kind) => {
    const answer = event(kind, '2027-01-02T10:00')
    expect(clockOf('feedback', sent, requested('2026-12-18T16:30'), declined, answer).metAt).toEqual(answer.at)
  })
})

describe('the inquiry and the follow-up', () => {
  test.each([
    ['ends on the same-numbered day', '2026-12-15T10:00', '2027-04-15', '2027-04-15'],
    ['opened 31 October, ends the last of February', '2026-10-31T10:00', '2027-02-28', '2027-03-01'],
    ['opened 31 October before a leap year, ends the leap day', '2027-10-31T10:00', '2028-02-29', '2028-02-29'],
    ['opened on the leap day, keeps its number', '2028-02-29T10:00', '2028-06-29', '2028-06-29'],
    ['ending on midsommarafton, may wait until Monday', '2027-02-25T10:00', '2027-06-25', '2027-06-28'],
  ])('an inquiry %s', (_, openedAt, strict, rolled) => {
    const flag = event('sent', '2026-10-20T09:00')
    expect(dates(clockOf('inquiry', flag, event('inquiry_opened', openedAt)))).toEqual([strict, rolled])
  })

  test('a longer inquiry has the end date that was decided', () => {
    const opened = event('inquiry_opened', '2027-01-01T10:00')
    const longer = event('inquiry_extended', '2027-04-20T10:00', '2027-06-01')
    expect(clockOf('inquiry', sent, opened, longer).strictDueOn.toString()).toBe('2027-06-01')
  })

  test('follow-up ends six months after the inquiry, not two', () => {
    const opened = event('inquiry_opened', '2027-01-01T10:00')
    const closed = event('inquiry_closed', '2027-04-29T10:00')
    const ended = event('follow_up_ended', '2027-09-01T10:00')
    expect(clockOf('inquiry', sent, opened, closed).metAt).toEqual(closed.at)
    expect(dates(clockOf('follow_up', sent, opened, closed))).toEqual(['2027-10-29', '2027-10-29'])
    expect(clockOf('follow_up', sent, opened, closed, ended).metAt).toEqual(ended.at)
  })

  test('a joined referral has no inquiry of its own', () => {
    expect(kindsOf(clocksOf({ ...report, events: [sent, event('joined', '2026-12-22T10:00')] }))).not.toContain(
      'inquiry',
    )
  })
})

describe('local clocks', () => {
  const asked = event('information_asked', '2026-12-21T10:00', '2026-12-23')
  const askedAgain = event('information_asked', '2026-12-28T10:00', '2026-12-30')
  const answered = event('supplemented', '2026-12-22T10:00')

  test('a question is answered by the day it names', () => {
    expect(clockOf('information_answer', sent, asked).strictDueOn.toString()).toBe('2026-12-23')
    expect(clockOf('information_answer', sent, asked, answered).metAt).toEqual(answered.at)
  })

  test('a new question is the one that counts', () => {
    const clock = clockOf('information_answer', sent, asked, answered, askedAgain)
    expect([clock.startedAt, clock.metAt]).toEqual([askedAgain.at, null])
    expect(clock.strictDueOn.toString()).toBe('2026-12-30')
  })

  test.each(['inquiry_opened', 'transferred', 'support_offered', 'support_closed'] as const)(
    'after %s no answer is waited for',
    (kind) => {
      const outcome = event(kind, '2026-12-22T12:00')
      expect(clockOf('information_answer', sent, asked, outcome).metAt).toEqual(outcome.at)
    },
  )

  test.each(['support_offered', 'support_closed'] as const)('%s answers a support referral', (kind) => {
    const answer = event(kind, '2026-12-29T10:00')
    expect(clockIn(clocksOf({ ...support, events: [sent, answer] }), 'support_answer').metAt).toEqual(answer.at)
  })

  test('a contest is answered in a week; a new contest starts anew', () => {
    const contested = event('contested', '2027-01-08T10:00')
    const answer = event('contest_answered', '2027-01-11T10:00')
    const again = event('contested', '2027-01-12T10:00')
    expect(clockOf('contest_answer', sent, contested).strictDueOn.toString()).toBe('2027-01-15')
    expect(clockOf('contest_answer', sent, contested, answer).metAt).toEqual(answer.at)
    expect(clockOf('contest_answer', sent, contested, answer, again).metAt).toBeNull()
  })

  test('the first meeting has the day last offered, and later meetings leave it alone', () => {
    const offered = event('meeting_offered', '2026-12-21T10:00', '2026-12-29')
    const moved = event('meeting_offered', '2026-12-28T10:00', '2027-01-08')
    const held = event('meeting_held', '2027-01-08T14:00')
    const next = event('meeting_offered', '2027-01-08T15:00', '2027-02-08')
    expect(clockOf('first_meeting', sent, offered).strictDueOn.toString()).toBe('2026-12-29')
    const clock = clockOf('first_meeting', sent, offered, moved, held, next)
    expect([clock.startedAt, clock.metAt]).toEqual([offered.at, held.at])
    expect(clock.strictDueOn.toString()).toBe('2027-01-08')
  })

  test.each([
    ['a minute short of 24 hours', '2026-11-23T08:59', false],
    ['at 24 hours', '2026-11-23T09:00', true],
  ])('a draft alarms: %s', (_, now, overdue) => {
    expect(draftIsOverdue(at('2026-11-22T09:00'), at(now))).toBe(overdue)
  })

  test('24 hours are elapsed hours when the clocks go forward', () => {
    expect(draftIsOverdue(at('2027-03-27T12:00'), at('2027-03-28T12:59'))).toBe(false)
    expect(draftIsOverdue(at('2027-03-27T12:00'), at('2027-03-28T13:00'))).toBe(true)
  })
})

describe('statutory or policy', () => {
  const events = [
    sent,
    event('feedback_requested', '2026-12-18T16:30'),
    event('inquiry_opened', '2026-12-22T10:00'),
    event('inquiry_closed', '2027-03-01T10:00'),
  ]
  const labels = (nature: (typeof intakeNatures)[number]) =>
    Object.fromEntries(clocksOf({ nature, track: 'A', events }).map(({ kind, label }) => [kind, label]))

  test('a report from another board: the law sets every time but the receipt', () => {
    expect(labels('concern_report')).toEqual({
      receipt: 'policy',
      protection_assessment: 'statutory',
      preliminary_assessment: 'statutory',
      feedback: 'statutory',
      inquiry: 'statutory',
      follow_up: 'statutory',
    })
  })

  test('information within the board: the same times as policy, until an inquiry is open', () => {
    expect(labels('other_information')).toEqual({
      receipt: 'policy',
      protection_assessment: 'policy',
      preliminary_assessment: 'policy',
      feedback: 'policy',
      inquiry: 'statutory',
      follow_up: 'statutory',
    })
  })

  test('the nature changes no date', () => {
    const days = (nature: (typeof intakeNatures)[number]) => clocksOf({ nature, track: 'A', events }).map(dates)
    expect(days('other_information')).toEqual(days('concern_report'))
  })
})

describe('versions of the policy', () => {
  test('a clock keeps the version it started under, and a later one of the same referral has its own', () => {
    const flag = event('sent', '2025-12-30T10:00')
    const opened = event('inquiry_opened', '2026-01-02T10:00')
    expect(clockOf('preliminary_assessment', flag, opened).policyVersion).toBe('se-2025-07-01')
    expect(clockOf('inquiry', flag, opened).policyVersion).toBe('se-2026-01-01')
  })

  test('the version follows the Swedish day: half past midnight on New Year’s Day is the new year', () => {
    expect(clockOf('receipt', event('sent', '2026-01-01T00:30')).policyVersion).toBe('se-2026-01-01')
    expect(clockOf('receipt', event('sent', '2025-12-31T23:30')).policyVersion).toBe('se-2025-07-01')
  })

  test('a decision before lag (2025:1501) started no week; a decision under it does', () => {
    const flag = event('sent', '2025-12-20T10:00')
    const requested = event('feedback_requested', '2025-12-20T10:00')
    const kinds = (decidedAt: string) =>
      kindsOf(clocksOf({ ...report, events: [flag, requested, event('inquiry_declined', decidedAt)] }))
    expect(kinds('2025-12-31T12:00')).not.toContain('feedback')
    expect(kinds('2026-01-01T12:00')).toContain('feedback')
  })

  test('a history from before SoL (2025:400) is refused', () => {
    expect(() => clocksOf({ ...report, events: [event('sent', '2025-06-30T12:00')] })).toThrow(RangeError)
  })
})

describe('the state', () => {
  const due = clockOf('preliminary_assessment', sent)
  const metAt = (local: string): Clock => ({ ...due, metAt: at(local) })

  test.each([
    ['runs before its day', due, '2026-12-31', 'running'],
    ['is due on its day', due, '2027-01-01', 'due_today'],
    ['is overdue the day after, although the roll-over day is yet to come', due, '2027-01-02', 'overdue'],
    ['was met in time in the last minute of its day', metAt('2027-01-01T23:59'), '2027-02-01', 'met_in_time'],
    ['was met late in the first minute after', metAt('2027-01-02T00:00'), '2027-02-01', 'met_late'],
    ['was met late on the roll-over day', metAt('2027-01-04T10:00'), '2027-02-01', 'met_late'],
  ] as const)('a clock %s', (_, clock, today, state) => {
    expect(stateOf(clock, day(today))).toBe(state)
  })
})

describe('what is due next', () => {
  test('the soonest unmet clock', () => {
    const clocks = clocksOf({
      ...report,
      events: [
        sent,
        event('received', '2026-12-18T16:40'),
        event('protection_assessed', '2026-12-18T17:00'),
        event('contested', '2026-12-23T10:00'),
      ],
    })
    expect(nextDue(clocks)?.kind).toBe('contest_answer')
  })

  test('of two on the same day the statutory one, though it stands later in the order', () => {
    const clocks = clocksOf({ ...report, events: [event('sent', '2026-12-18T09:00')] })
    expect(nextDue(clocks)?.kind).toBe('protection_assessment')
  })

  test('of two policy clocks on the same day the one that comes first in a referral’s life', () => {
    const clocks = clocksOf({ ...information, events: [event('sent', '2026-12-18T09:00')] })
    expect(nextDue(clocks)?.kind).toBe('receipt')
    expect(nextDue(clocks.toReversed())?.kind).toBe('receipt')
  })

  test('the sender’s answer is never the child unit’s next duty', () => {
    const asked = event('information_asked', '2026-12-21T10:00', '2026-12-22')
    const clocks = clocksOf({ ...report, events: [sent, asked] }).filter(({ kind }) => kind === 'information_answer')
    expect(nextDue(clocks)).toBeNull()
  })

  test('nothing, when everything is met', () => {
    expect(nextDue([])).toBeNull()
    expect(nextDue([{ ...clockOf('receipt', sent), metAt: sent.at }])).toBeNull()
  })
})

describe('whatever happens', () => {
  /** A history after any flag: any kinds, in the order of time, naming days that are not past. */
  const history = fc
    .record({
      start: fc.integer({ min: Date.UTC(2025, 6, 2), max: Date.UTC(2060, 0, 1) }),
      later: fc.array(
        fc.record({
          kind: fc.constantFrom(...eventKinds.filter((kind) => kind !== 'sent')),
          minutes: fc.integer({ min: 0, max: 60 * 24 * 40 }),
          days: fc.option(fc.integer({ min: 0, max: 90 })),
        }),
        { maxLength: 20 },
      ),
    })
    .map(({ start, later }) => {
      let now = Temporal.Instant.fromEpochMilliseconds(start)
      const events: ClockEvent[] = [{ kind: 'sent', at: now }]
      for (const { kind, minutes, days } of later) {
        now = now.add({ minutes })
        events.push({ kind, at: now, dueOn: days === null ? null : dayOf(now).add({ days }) })
      }
      return events
    })
  const referral = fc.record({
    nature: fc.constantFrom(...intakeNatures),
    track: fc.constantFrom(...sentTracks),
    events: history,
  })
  const always = (rule: (clocks: Clock[], given: Parameters<typeof clocksOf>[0]) => void) =>
    fc.assert(
      fc.property(referral, (given) => {
        rule(clocksOf(given), given)
      }),
      { numRuns: 500 },
    )

  test('a referral has at most one clock of a kind', () => {
    always((clocks) => expect(new Set(kindsOf(clocks)).size).toBe(clocks.length))
  })

  test('no clock is due before it started', () => {
    always((clocks) => {
      for (const { strictDueOn, startedAt } of clocks) {
        expect(Temporal.PlainDate.compare(strictDueOn, dayOf(startedAt))).toBeGreaterThanOrEqual(0)
      }
    })
  })

  test('the protection assessment never rolls over and never has more than a day', () => {
    always((clocks) => {
      for (const clock of clocks.filter(({ kind }) => kind === 'protection_assessment')) {
        expect(clock.rollOverDueOn.equals(clock.strictDueOn)).toBe(true)
        expect(dayOf(clock.startedAt).until(clock.strictDueOn).days).toBeLessThanOrEqual(1)
      }
    })
  })

  test('every other clock rolls over to an ordinary weekday that is not before its strict day', () => {
    always((clocks) => {
      for (const { strictDueOn, rollOverDueOn } of clocks.filter(({ kind }) => kind !== 'protection_assessment')) {
        expect(Temporal.PlainDate.compare(rollOverDueOn, strictDueOn)).toBeGreaterThanOrEqual(0)
        expect(isOrdinaryWeekday(rollOverDueOn)).toBe(true)
      }
    })
  })

  test('a clock cites a paragraph if and only if the law sets its time', () => {
    always((clocks) => {
      for (const { label, paragraph } of clocks) expect(paragraph !== null).toBe(label === 'statutory')
    })
  })

  test('a clock carries the version of the day it started', () => {
    always((clocks) => {
      for (const clock of clocks) expect(clock.policyVersion).toBe(policyAt(dayOf(clock.startedAt)).version)
    })
  })

  test('opening and assigning move no clock but the receipt', () => {
    always((clocks, given) => {
      const unopened = given.events.filter(({ kind }) => kind !== 'received' && kind !== 'assigned')
      const withoutReceipt = (all: Clock[]) => all.filter(({ kind }) => kind !== 'receipt')
      expect(withoutReceipt(clocksOf({ ...given, events: unopened }))).toEqual(withoutReceipt(clocks))
    })
  })

  test('what was met stays met as the history grows, unless it is asked anew', () => {
    always((clocks, given) => {
      const earlier = clocksOf({ ...given, events: given.events.slice(0, -1) })
      for (const clock of earlier.filter(({ kind }) => !['information_answer', 'contest_answer'].includes(kind))) {
        if (clock.metAt) expect(clockIn(clocks, clock.kind)).toEqual(clock)
      }
    })
  })

  test('the next duty is unmet, and no unmet duty of the child unit is sooner', () => {
    always((clocks) => {
      const next = nextDue(clocks)
      const open = clocks.filter(({ kind, metAt }) => !metAt && kind !== 'information_answer')
      expect(next === null).toBe(open.length === 0)
      for (const { strictDueOn } of open) {
        expect(next && Temporal.PlainDate.compare(next.strictDueOn, strictDueOn)).toBeLessThanOrEqual(0)
      }
    })
  })

  test('an unmet clock runs, is due for one day, and is overdue from then on', () => {
    always((clocks) => {
      for (const clock of clocks.filter(({ metAt }) => !metAt)) {
        const states = [-1, 0, 1].map((days) => stateOf(clock, clock.strictDueOn.add({ days })))
        expect(states).toEqual(['running', 'due_today', 'overdue'])
      }
    })
  })
})
