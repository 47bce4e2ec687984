import { Temporal } from 'temporal-polyfill'

/** Every number of days, every paragraph and every local hour, in versions with a day from which each is valid. */

/** In the order of a referral's life, which also settles which of two equal clocks is named first. */
export const clockKinds = [
  'receipt',
  'protection_assessment',
  'preliminary_assessment',
  'support_answer',
  'feedback',
  'inquiry',
  'follow_up',
  'information_answer',
  'contest_answer',
  'first_meeting',
] as const
export type ClockKind = (typeof clockKinds)[number]

/** Calendar days or months from the day of the start, which is day 0. `daysIfLate`: from `lateHour` that day. */
export type Span = { days: number; daysIfLate?: number } | { months: number }

export interface ClockRule {
  span: Span
  /** Null is local policy. `reports`: the law binds an anmälan from another board, not information within one. */
  law: { paragraph: string; binds: 'every_case' | 'reports' } | null
  /** Whether lag 1930:173 may move the day past a week-end or a holiday. */
  rollsOver: boolean
}

export interface Policy {
  version: string
  validFrom: Temporal.PlainDate
  /** Null: the duty exists without a number of days, so there is no clock. */
  clocks: Readonly<Record<ClockKind, ClockRule | null>>
  /** The hour, 0–23 in Sweden, from which a flag has come late in the day. */
  lateHour: number
  /** Hours that a draft may lie before it alarms. */
  draftAlarmHours: number
}

function local(days: number): ClockRule {
  return { span: { days }, law: null, rollsOver: true }
}

const act2025: Policy = {
  version: 'se-2025-07-01',
  validFrom: Temporal.PlainDate.from('2025-07-01'),
  clocks: {
    receipt: local(0),
    protection_assessment: {
      span: { days: 0, daysIfLate: 1 },
      law: { paragraph: 'SoL 20:1, prop. 2012/13:10 s. 60', binds: 'reports' },
      rollsOver: false,
    },
    preliminary_assessment: {
      span: { days: 14 },
      law: { paragraph: 'SoL 20:2', binds: 'reports' },
      rollsOver: true,
    },
    support_answer: local(14),
    feedback: null,
    inquiry: { span: { months: 4 }, law: { paragraph: 'SoL 20:3', binds: 'every_case' }, rollsOver: true },
    follow_up: { span: { months: 6 }, law: { paragraph: 'SoL 23:5', binds: 'every_case' }, rollsOver: true },
    information_answer: local(3),
    contest_answer: local(7),
    first_meeting: local(14),
  },
  lateHour: 15,
  draftAlarmHours: 24,
}

/** Lag (2025:1501) gave the feedback of SoL 19:6 its week. */
const oneWeekFeedback: Policy = {
  ...act2025,
  version: 'se-2026-01-01',
  validFrom: Temporal.PlainDate.from('2026-01-01'),
  clocks: {
    ...act2025.clocks,
    feedback: { span: { days: 7 }, law: { paragraph: 'SoL 19:6', binds: 'reports' }, rollsOver: true },
  },
}

/** Sweden's versions, oldest first. A version that has come into force is never edited: clocks refer to it. */
export const swedishPolicies: readonly Policy[] = [act2025, oneWeekFeedback]

/**
 * The version in force on the day.
 * Refuses (RangeError) a day before SoL (2025:400): another act ruled then, and its paragraphs are not these.
 */
export function policyAt(date: Temporal.PlainDate): Policy {
  const policy = swedishPolicies.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, date) <= 0)
  if (!policy) throw new RangeError(`no policy was in force on ${date}`)
  return policy
}

/** The version that a clock was started under. Refuses (RangeError) a version that has never been. */
export function policyOf(version: string): Policy {
  const policy = swedishPolicies.find((candidate) => candidate.version === version)
  if (!policy) throw new RangeError(`no policy is called ${version}`)
  return policy
}
