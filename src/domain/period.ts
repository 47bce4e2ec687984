import { Temporal } from 'temporal-polyfill'

/** Days in Sweden, both counted. */
export interface Period {
  from: string
  to: string
}

/** The first instant of the period, and the first after it. */
export function instantsOf({ from, to }: Period): { start: string; end: string } {
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime('Europe/Stockholm').toInstant().toString()
  return {
    start: midnight(Temporal.PlainDate.from(from)),
    end: midnight(Temporal.PlainDate.from(to).add({ days: 1 })),
  }
}
