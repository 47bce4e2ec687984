import { Temporal } from 'temporal-polyfill'
import { addDays, addMonths, dayOf, hourOf, rolledOver } from './calendar.ts'
import type { IntakeNature } from './intake.ts'
import type { EventKind, SentTrack } from './lifecycle.ts'
import { type ClockKind, type ClockRule, clockKinds, type Policy, policyAt } from './policy.ts'

/** What must be done by when, read from a referral's history. The same history gives the same clocks, any day. */

export const clockLabels = ['statutory', 'policy'] as const
export type ClockLabel = (typeof clockLabels)[number]

export const clockStates = ['running', 'due_today', 'overdue', 'met_in_time', 'met_late'] as const
export type ClockState = (typeof clockStates)[number]

/** A line of the history. `dueOn` is the day that a question, an extension or an invitation names. */
export interface ClockEvent {
  kind: EventKind
  at: Temporal.Instant
  dueOn?: Temporal.PlainDate | null
}

/** One deadline. A referral has at most one clock of a kind. */
export interface Clock {
  kind: ClockKind
  label: ClockLabel
  /** The paragraph that sets the time; null on a policy clock, which cites no law. */
  paragraph: string | null
  /** The version in force on the Swedish day the clock started. Later versions do not touch it. */
  policyVersion: string
  startedAt: Temporal.Instant
  /** The deadline, in statistics too. */
  strictDueOn: Temporal.PlainDate
  /** The deadline under lag 1930:173, shown beside the strict one. */
  rollOverDueOn: Temporal.PlainDate
  metAt: Temporal.Instant | null
}

/** The part of a clock's life that the history alone decides. */
interface Run {
  startedAt: Temporal.Instant
  /** The day that someone named instead of the rule's own. */
  namedDay: Temporal.PlainDate | null
  metAt: Temporal.Instant | null
}

interface Course {
  startsAt: EventKind
  /** Done again, it starts anew: the latest counts. Otherwise the first does. */
  restarts?: true
  /** Absent: on both tracks. */
  onlyOn?: SentTrack
  /** An event that names the last day. The latest one before the stop counts. */
  dayNamedBy?: EventKind
  stopsAt: readonly EventKind[]
}

const inquiryDecisions: readonly EventKind[] = ['inquiry_opened', 'inquiry_declined', 'joined']
const decisions: readonly EventKind[] = [...inquiryDecisions, 'transferred']
const supportAnswers: readonly EventKind[] = ['support_offered', 'support_closed']

/** `sent` is the server's time when the flag reached the authority (FL 22 §): not opened, not assigned. */
const courses: Readonly<Record<Exclude<ClockKind, 'feedback'>, Course>> = {
  receipt: { startsAt: 'sent', stopsAt: ['received'] },
  protection_assessment: { startsAt: 'sent', onlyOn: 'A', stopsAt: ['protection_assessed'] },
  preliminary_assessment: { startsAt: 'sent', onlyOn: 'A', dayNamedBy: 'extended', stopsAt: decisions },
  support_answer: { startsAt: 'sent', onlyOn: 'B', stopsAt: supportAnswers },
  inquiry: { startsAt: 'inquiry_opened', dayNamedBy: 'inquiry_extended', stopsAt: ['inquiry_closed'] },
  follow_up: { startsAt: 'inquiry_closed', stopsAt: ['follow_up_ended'] },
  information_answer: {
    startsAt: 'information_asked',
    restarts: true,
    dayNamedBy: 'information_asked',
    stopsAt: ['supplemented', ...decisions, ...supportAnswers],
  },
  contest_answer: { startsAt: 'contested', restarts: true, stopsAt: ['contest_answered'] },
  first_meeting: { startsAt: 'meeting_offered', dayNamedBy: 'meeting_offered', stopsAt: ['meeting_held'] },
}

function runOf(course: Course, track: SentTrack, events: readonly ClockEvent[]): Run | null {
  if (course.onlyOn && course.onlyOn !== track) return null
  const isStart = ({ kind }: ClockEvent) => kind === course.startsAt
  const from = course.restarts ? events.findLastIndex(isStart) : events.findIndex(isStart)
  const start = events[from]
  if (!start) return null

  const to = events.findIndex(({ kind }, index) => index > from && course.stopsAt.includes(kind))
  const during = to < 0 ? events.slice(from) : events.slice(from, to)
  const namedDay = during.findLast(({ kind, dueOn }) => kind === course.dayNamedBy && dueOn)?.dueOn ?? null
  return { startedAt: start.at, namedDay, metAt: events[to]?.at ?? null }
}

/**
 * SoL 19:6: a week from the decision if it was asked for by then. Asked for later, or with an inquiry already
 * under way, the answer is due genast. A transfer decides neither, so it starts nothing.
 */
function feedbackRun(events: readonly ClockEvent[]): Run | null {
  const request = events.find(({ kind }) => kind === 'feedback_requested')
  const decision = events.find(({ kind }) => inquiryDecisions.includes(kind))
  if (!request || !decision) return null

  const askedAfter = Temporal.Instant.compare(request.at, decision.at) > 0
  const startedAt = askedAfter ? request.at : decision.at
  const atOnce = askedAfter || decision.kind === 'joined'
  const answer = events.find(({ kind }) => kind === 'feedback_given' || kind === 'feedback_refused')
  return { startedAt, namedDay: atOnce ? dayOf(startedAt) : null, metAt: answer?.at ?? null }
}

function lastDay({ span }: ClockRule, { lateHour }: Policy, startedAt: Temporal.Instant): Temporal.PlainDate {
  const day = dayOf(startedAt)
  if ('months' in span) return addMonths(day, span.months)
  const cameLate = hourOf(startedAt) >= lateHour
  return addDays(day, cameLate ? (span.daysIfLate ?? span.days) : span.days)
}

function clockOf(kind: ClockKind, { startedAt, namedDay, metAt }: Run, nature: IntakeNature): Clock | null {
  const policy = policyAt(dayOf(startedAt))
  const rule = policy.clocks[kind]
  if (!rule) return null

  const law = rule.law?.binds === 'reports' && nature !== 'concern_report' ? null : rule.law
  const strictDueOn = namedDay ?? lastDay(rule, policy, startedAt)
  return {
    kind,
    label: law ? 'statutory' : 'policy',
    paragraph: law?.paragraph ?? null,
    policyVersion: policy.version,
    startedAt,
    strictDueOn,
    rollOverDueOn: rule.rollsOver ? rolledOver(strictDueOn) : strictDueOn,
    metAt,
  }
}

/**
 * The clocks of a referral, in the order of `clockKinds`. The events are given in the order they happened;
 * the days they name were judged when the step was taken, and are believed. A draft has no clocks.
 * Refuses (RangeError) a history older than the first policy.
 */
export function clocksOf(referral: { nature: IntakeNature; track: SentTrack; events: readonly ClockEvent[] }): Clock[] {
  const { nature, track, events } = referral
  return clockKinds.flatMap((kind) => {
    const run = kind === 'feedback' ? feedbackRun(events) : runOf(courses[kind], track, events)
    return (run && clockOf(kind, run, nature)) ?? []
  })
}

/** How the clock stands on `today`, a Swedish day, against the strict date. */
export function stateOf({ strictDueOn, metAt }: Clock, today: Temporal.PlainDate): ClockState {
  const late = Temporal.PlainDate.compare(metAt ? dayOf(metAt) : today, strictDueOn)
  if (metAt) return late > 0 ? 'met_late' : 'met_in_time'
  if (late === 0) return 'due_today'
  return late > 0 ? 'overdue' : 'running'
}

/**
 * What the child unit must do first: of its own unmet clocks the one due soonest by the strict date, at a tie the
 * statutory one, then in the order of `clockKinds`. The answer to a question is the sender's duty and never comes here.
 */
export function nextDue(clocks: readonly Clock[]): Clock | null {
  const own = clocks.filter(({ kind, metAt }) => kind !== 'information_answer' && !metAt)
  const [first] = own.toSorted(
    (a, b) =>
      Temporal.PlainDate.compare(a.strictDueOn, b.strictDueOn) ||
      clockLabels.indexOf(a.label) - clockLabels.indexOf(b.label) ||
      clockKinds.indexOf(a.kind) - clockKinds.indexOf(b.kind),
  )
  return first ?? null
}

/** Whether a draft has lain too long to be genast (SoL 19:1): elapsed hours, also through a change of the clocks. */
export function draftIsOverdue(openedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const { draftAlarmHours } = policyAt(dayOf(openedAt))
  return Temporal.Instant.compare(now, openedAt.add({ hours: draftAlarmHours })) >= 0
}
