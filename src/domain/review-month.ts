import { Temporal } from 'temporal-polyfill'
import { reviewPolicy } from './access-review.ts'
import { dayOf, startOfDay } from './calendar.ts'

/** A month that is reviewed, written `YYYY-MM`: from midnight to midnight in Sweden. */

/** What was asked for in the month's last second may be stored some time after. */
const settlingHours = 1

const yearMonthOf = (at: Temporal.Instant) => dayOf(at).toPlainYearMonth()

/** The months that have ended, from the one of the first read; none while the first is still under way. */
export function endedMonths(firstRead: Temporal.Instant, now: Temporal.Instant): string[] {
  const current = yearMonthOf(now.subtract({ hours: settlingHours }))
  const months: string[] = []
  let month = yearMonthOf(firstRead)
  while (Temporal.PlainYearMonth.compare(month, current) < 0) {
    months.push(month.toString())
    month = month.add({ months: 1 })
  }
  return months
}

/** From the first instant of the month until the first of the next. */
export function boundsOf(month: string): { from: Temporal.Instant; until: Temporal.Instant } {
  const first = Temporal.PlainYearMonth.from(month)
  const startOf = (one: Temporal.PlainYearMonth) => startOfDay(one.toPlainDate({ day: 1 }))
  return { from: startOf(first), until: startOf(first.add({ months: 1 })) }
}

/** The last day on which the month's review is signed in time. */
export function signedBy(month: string): string {
  const next = Temporal.PlainYearMonth.from(month).add({ months: 1 })
  return next.toPlainDate({ day: reviewPolicy.dueDay }).toString()
}
