import { Temporal } from 'temporal-polyfill'
import { addDays, dayOf, isOrdinaryWeekday } from '../../domain/calendar.ts'

/** When people in Lillsjö work: ordinary weekdays from eight to five, by the clock on the wall. */

const zone = 'Europe/Stockholm'
const opens = 8 * 60
const closes = 17 * 60

/** The instant so many minutes past midnight of the Swedish day. */
export function atMinute(day: Temporal.PlainDate, minute: number): Temporal.Instant {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}

export function minuteOf(instant: Temporal.Instant): number {
  const { hour, minute } = instant.toZonedDateTimeISO(zone)
  return hour * 60 + minute
}

export function isOfficeTime(instant: Temporal.Instant): boolean {
  const minute = minuteOf(instant)
  return isOrdinaryWeekday(dayOf(instant)) && minute >= opens && minute < closes
}

/** The day itself, or the next one that is worked. */
export function workdayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
  return isOrdinaryWeekday(day) ? day : workdayFrom(addDays(day, 1))
}

/** The day itself, or the last one before it that is worked. */
export function workdayUntil(day: Temporal.PlainDate): Temporal.PlainDate {
  return isOrdinaryWeekday(day) ? day : workdayUntil(addDays(day, -1))
}

/** The instant itself, or so many minutes into the morning of the next day that is worked. */
export function inOfficeTime(instant: Temporal.Instant, minutesIntoMorning: number): Temporal.Instant {
  if (isOfficeTime(instant)) return instant
  const day = dayOf(instant)
  const sameDay = isOrdinaryWeekday(day) && minuteOf(instant) < opens
  return atMinute(sameDay ? day : workdayFrom(addDays(day, 1)), opens + 5 + minutesIntoMorning)
}
