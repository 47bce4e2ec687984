import type { Temporal } from 'temporal-polyfill'
import { dayOf, isHolidayOrEve, timeOf } from './calendar.ts'

/** When a unit answers, as a clock on a Swedish wall shows it. Hours never move a clock of the law: they say whom to phone. */

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** From the first minute up to, and not with, the last: open until 17:00 is closed at 17:00. */
export interface Hours {
  from: string
  to: string
}

export interface OpeningHours {
  week: Record<Weekday, Hours | null>
  /** On public holidays and the eves that lag 1930:173 counts with them, whatever the weekday says. Null: closed. */
  holidays: Hours | null
  /** Days that are unlike all others: they win over both. */
  exceptions: { day: string; hours: Hours | null }[]
}

/** The hours of one Swedish day; null when closed all day. */
export function hoursOn({ week, holidays, exceptions }: OpeningHours, date: Temporal.PlainDate): Hours | null {
  const exception = exceptions.find(({ day }) => day === date.toString())
  if (exception) return exception.hours
  if (isHolidayOrEve(date)) return holidays
  const weekday = weekdays[date.dayOfWeek - 1]
  return weekday ? week[weekday] : null
}

/** Whether the unit answers at this instant. One without opening hours answers at any. */
export function isOpenAt(opening: OpeningHours | null, instant: Temporal.Instant): boolean {
  if (opening === null) return true
  const today = hoursOn(opening, dayOf(instant))
  if (!today) return false
  const now = timeOf(instant)
  return today.from <= now && now < today.to
}
