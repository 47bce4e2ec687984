import { Temporal } from 'temporal-polyfill'

/** Days as Swedish law counts them: calendar days in Europe/Stockholm, whatever the offset happens to be. */

const zone = 'Europe/Stockholm'
const saturday = 6
const sunday = 7

let latest: { instant: Temporal.Instant; wall: Temporal.PlainDateTime } | undefined

/** What a Swedish wall shows. The instant asked about last is kept: a request asks about its own many times over. */
function wallAt(instant: Temporal.Instant): Temporal.PlainDateTime {
  if (latest?.instant !== instant) latest = { instant, wall: instant.toZonedDateTimeISO(zone).toPlainDateTime() }
  return latest.wall
}

/** The Swedish calendar day on which the instant falls. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  return wallAt(instant).toPlainDate()
}

/** The instant at which a Swedish day begins, which is not always midnight in UTC less one hour. */
export function startOfDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant()
}

/** The hour, 0–23, on a clock on a Swedish wall. */
export function hourOf(instant: Temporal.Instant): number {
  return wallAt(instant).hour
}

/** `HH:MM` on a clock on a Swedish wall. */
export function timeOf(instant: Temporal.Instant): string {
  return wallAt(instant).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' })
}

/** When a Swedish wall shows this; of an hour that comes twice the first. */
export function instantOfWall(wall: Temporal.PlainDateTime): Temporal.Instant {
  return wall.toZonedDateTime(zone).toInstant()
}

/** The day `days` calendar days later; the day counted from is day 0. */
export function addDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return date.add({ days })
}

/** The same-numbered day `months` months later; where that month has no such day, its last (lag 1930:173, 1 §). */
export function addMonths(date: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return date.add({ months }, { overflow: 'constrain' })
}

/** Easter Sunday by the Gregorian computus: 28 March, moved to the Sunday after the paschal full moon. */
export function easterSunday(year: number): Temporal.PlainDate {
  const whole = Math.floor
  const golden = year % 19
  const century = whole(year / 100)
  const epact = (century - whole(century / 4) - whole((8 * century + 13) / 25) + 19 * golden + 15) % 30
  const moon = epact - whole(epact / 28) * (1 - whole(29 / (epact + 1)) * whole((21 - golden) / 11))
  const weekday = (year + whole(year / 4) + moon + 2 - century + whole(century / 4)) % 7
  return new Temporal.PlainDate(year, 3, 28).add({ days: moon - weekday })
}

const fixedHolidays = ['01-01', '01-06', '05-01', '06-06', '12-25', '12-26']
/** Days from Easter Sunday: långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag, pingstdagen. */
const easterHolidays = [-2, 0, 1, 39, 49]

function monthAndDay(date: Temporal.PlainDate): string {
  return date.toString().slice(5)
}

function isSaturdayWithin(date: Temporal.PlainDate, first: string, last: string): boolean {
  const day = monthAndDay(date)
  return date.dayOfWeek === saturday && day >= first && day <= last
}

/** Midsommardagen. */
function isMidsummerDay(date: Temporal.PlainDate): boolean {
  return isSaturdayWithin(date, '06-20', '06-26')
}

/** Alla helgons dag. */
function isAllSaintsDay(date: Temporal.PlainDate): boolean {
  return isSaturdayWithin(date, '10-31', '11-06')
}

function isNamedHoliday(date: Temporal.PlainDate): boolean {
  return (
    fixedHolidays.includes(monthAndDay(date)) ||
    isMidsummerDay(date) ||
    isAllSaintsDay(date) ||
    easterHolidays.includes(easterSunday(date.year).until(date).days)
  )
}

/** Whether the day is a public holiday under lag 1989:253: every Sunday, and the named days. In force since 2005. */
export function isPublicHoliday(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek === sunday || isNamedHoliday(date)
}

/** Julafton, nyårsafton and midsommarafton: weekdays in name, but lag 1930:173 counts them with the holidays. */
function isEve(date: Temporal.PlainDate): boolean {
  return ['12-24', '12-31'].includes(monthAndDay(date)) || isMidsummerDay(addDays(date, 1))
}

/** Whether offices keep other hours than the weekday's own: a named public holiday, or one of the eves. */
export function isHolidayOrEve(date: Temporal.PlainDate): boolean {
  return isNamedHoliday(date) || isEve(date)
}

/** Whether an act that is due this day must be done this day: not a Saturday, a public holiday or one of the eves. */
export function isOrdinaryWeekday(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek !== saturday && !isPublicHoliday(date) && !isEve(date)
}

/**
 * The day itself, or the next ordinary weekday (lag 1930:173, 2 §).
 * Whether this prolongs a board's own duty is not settled: shown beside the strict date, never instead (DOMAIN §5).
 */
export function rolledOver(date: Temporal.PlainDate): Temporal.PlainDate {
  return isOrdinaryWeekday(date) ? date : rolledOver(addDays(date, 1))
}
