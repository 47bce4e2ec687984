import { Temporal } from 'temporal-polyfill'
import { addDays, dayOf } from '../../domain/calendar.ts'
import type { Chance } from './chance.ts'
import { atMinute, inOfficeTime, isOfficeTime, minuteOf, workdayFrom, workdayUntil } from './hours.ts'

/** How fast the child unit was with one flag: what the figures of the year are made of. */
export interface Pace {
  /** Opened the next working day instead of within the hours. */
  slowReceipt: boolean
  lateProtection: boolean
  lateDecision: boolean
  feedback: 'in_time' | 'late' | 'refused' | 'missing'
  /** The sender asks after the decision, where the flag itself did not. */
  asksLater: boolean
}

export const promptPace: Pace = {
  slowReceipt: false,
  lateProtection: false,
  lateDecision: false,
  feedback: 'in_time',
  asksLater: false,
}

/** Of the n-th concern that could wait: about one preliminary assessment in six of all is late. */
/** Of the n-th offer of support: the family support unit is the slower one. */
export function supportPace(n: number): Pace {
  return { ...promptPace, slowReceipt: n % 6 === 2, lateDecision: n % 3 === 1 }
}

/** Of the n-th matter that could not wait. */
export function urgentPace(n: number): Pace {
  return { ...promptPace, feedback: n % 7 === 3 ? 'late' : 'in_time', asksLater: n % 4 === 2 }
}

export function usualPace(n: number): Pace {
  const feedback = n % 9 === 6 ? 'late' : n % 9 === 3 ? 'refused' : 'in_time'
  return {
    slowReceipt: n % 13 === 7,
    lateProtection: n % 11 === 5,
    lateDecision: n % 4 === 1,
    feedback,
    asksLater: n % 5 === 2,
  }
}

const afternoonEnds = 17 * 60 + 40

/** When each thing was done about one flag, each after the one before. */
export interface Times {
  /** By the socialjour: outside office hours, or so late that nobody at the intake would see it in time. */
  outOfHours: boolean
  received: Temporal.Instant
  assigned: Temporal.Instant
  protection: Temporal.Instant
  asked: Temporal.Instant
  answered: Temporal.Instant
  extended: Temporal.Instant
  decided: Temporal.Instant
  requested: Temporal.Instant
  told: Temporal.Instant
  closed: Temporal.Instant
  followedUp: Temporal.Instant
}

/** What sets the pace, besides the people. */
export interface Matter {
  pace: Pace
  urgent: boolean
  extended: boolean
  support: boolean
  joined: boolean
}

export function timesOf(
  sentAt: Temporal.Instant,
  { pace, urgent, extended, support, joined }: Matter,
  chance: Chance,
): Times {
  const day = dayOf(sentAt)
  const morning = () => chance.between(0, 50)
  const later = (from: Temporal.Instant, least: number, most: number) =>
    from.add({ minutes: chance.between(least, most) })
  const officeDay = (date: Temporal.PlainDate, after: Temporal.Instant) => {
    const at = atMinute(date, chance.between(9 * 60, 15 * 60 + 30))
    return Temporal.Instant.compare(at, after) > 0 ? at : inOfficeTime(later(after, 40, 90), morning())
  }

  const outOfHours = !support && (!isOfficeTime(sentAt) || minuteOf(sentAt) >= 16 * 60)
  const soon = later(sentAt, 12, outOfHours ? 70 : 110)
  const received =
    pace.slowReceipt && !urgent
      ? officeDay(workdayFrom(addDays(day, 1)), soon)
      : outOfHours
        ? soon
        : inOfficeTime(soon, morning())
  const atNight = outOfHours ? later(received, 25, 100) : null
  const assigned = inOfficeTime(later(atNight ?? received, 8, 45), morning())
  const protection =
    atNight ??
    (pace.lateProtection && !urgent
      ? officeDay(workdayFrom(addDays(day, 2)), later(assigned, 10, 20))
      : sameDay(assigned, later(assigned, 25, 120), chance))

  const asked = inOfficeTime(later(later(assigned, 1, 9), 130, 200), morning())
  const answered = inOfficeTime(later(asked, 20 * 60, 46 * 60), morning())
  const extendedAt = officeDay(workdayUntil(addDays(day, 13)), later(answered, 10, 20))
  const days = urgent ? [0, 2] : pace.lateDecision ? [16, 23] : [4, 13]
  const decisionDay = extended
    ? workdayFrom(addDays(day, chance.between(18, 23)))
    : workdayUntil(addDays(day, chance.between(days[0] ?? 4, days[1] ?? 13)))
  const decided = officeDay(decisionDay, later(extended ? extendedAt : urgent ? asked : answered, 20, 60))
  const requested = inOfficeTime(later(decided, 1440, 3 * 1440), morning())
  const late = pace.feedback === 'late'
  const answering = joined && !late ? decided : requested
  const told = inOfficeTime(late ? later(answering, 9 * 1440, 13 * 1440) : later(answering, 40, 240), morning())
  const closed = officeDay(workdayFrom(addDays(dayOf(decided), chance.between(62, 112))), later(told, 30, 60))
  const followedUp = officeDay(workdayFrom(addDays(dayOf(closed), chance.between(95, 160))), later(closed, 30, 60))
  return {
    outOfHours,
    received,
    assigned,
    protection,
    asked,
    answered,
    extended: extendedAt,
    decided,
    requested,
    told,
    closed,
    followedUp,
  }
}

/** A protection assessment is not left until tomorrow because the day is at its end (SoL 20:1). */
function sameDay(assigned: Temporal.Instant, wished: Temporal.Instant, chance: Chance): Temporal.Instant {
  const evening = atMinute(dayOf(assigned), afternoonEnds)
  if (Temporal.Instant.compare(wished, evening) < 0) return wished
  return evening.add({ minutes: chance.between(-15, 15) })
}

/** Minutes between one sibling's file and the next, as one person writes them. */
const minutesPerSibling = 6

/** The same times for the next child of the family. */
export function timesOfSibling({ outOfHours, ...times }: Times, place: number): Times {
  const shifted = { ...times }
  for (const key of Object.keys(times) as (keyof typeof times)[]) {
    shifted[key] = times[key].add({ minutes: place * minutesPerSibling })
  }
  return { outOfHours, ...shifted }
}
