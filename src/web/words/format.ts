import { daysBetween } from '../parts/days.ts'

export type Language = 'sv' | 'en'
export const locales = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>

const timeZone = 'Europe/Stockholm'
const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value)

function makeFormat(language: Language) {
  const locale = locales[language]
  // A day is not an instant: it is written as it stands, in no zone at all; an instant is written in Swedish time.
  const both = (options: Intl.DateTimeFormatOptions) => {
    const ofDay = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    const ofInstant = new Intl.DateTimeFormat(locale, { ...options, timeZone })
    return (value: string) =>
      isDay(value) ? ofDay.format(new Date(`${value}T00:00:00Z`)) : ofInstant.format(new Date(value))
  }
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })

  const day = both({ day: 'numeric', month: 'short', year: 'numeric' })
  const month = both({ month: 'long', year: 'numeric' })
  const time = (instant: string) => clock.format(new Date(instant))
  return {
    /** 24 dec. 2026. Takes a day (`YYYY-MM-DD`) or an instant, as do the other days below. */
    day,
    /** 24 dec. */
    shortDay: both({ day: 'numeric', month: 'short' }),
    /** torsdag 24 december 2026 */
    longDay: both({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** tors 24 dec. */
    weekday: both({ weekday: 'short', day: 'numeric', month: 'short' }),
    /** december 2026; takes `YYYY-MM` too. */
    month: (value: string) => month(value.length === 7 ? `${value}-01` : value),
    /** 14:05 */
    time,
    /** 24 dec. 2026 14:05 */
    dayAndTime: (instant: string) => `${day(instant)} ${time(instant)}`,
    /** i dag, i morgon, om 3 dagar, för 2 dagar sedan */
    relativeDay: (value: string, today: string) => relative.format(daysBetween(today, value), 'day'),
    number: (value: number) => numbers.format(value),
    /** 0.24 → 24 % */
    percent: (share: number) => percents.format(share),
    /** a, b och c */
    list: (items: readonly string[]) => lists.format(items),
  }
}

export type Format = ReturnType<typeof makeFormat>

const made: Partial<Record<Language, Format>> = {}

/** Dates and numbers as the language writes them; always Swedish time, always 24 hours. */
export function formatIn(language: Language): Format {
  made[language] ??= makeFormat(language)
  return made[language]
}
