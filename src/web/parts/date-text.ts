import { daysAfter, daysBetween } from './days.ts'

/** Which year a short date means: the latest that has been, the next to come, or the nearest. */
export type Lean = 'past' | 'future' | 'near'

export type ReadDay = { ok: true; day: string } | { ok: false; problem: 'empty' | 'unreadable' | 'no-such-day' }

const shapes: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/, // 2026-12-03
  /^(?<year>\d{4}|\d{2})(?<month>\d{2})(?<day>\d{2})$/, // 20261203, 261203
  /^(?<day>\d{1,2})[/.](?<month>\d{1,2})(?:[/. -]\s?(?<year>\d{4}|\d{2}))?\.?$/, // 3/12, 3.12.2026, 3/12-26
]

const pad = (number: number, width: number) => String(number).padStart(width, '0')

function isInCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function candidateYears(written: string | undefined, thisYear: number): number[] {
  if (written?.length === 4) return [Number(written)]
  if (written === undefined) return [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((offset) => thisYear + offset)
  const century = thisYear - (thisYear % 100)
  return [-100, 0, 100].map((offset) => century + offset + Number(written))
}

/**
 * Reads a day as Swedes write it: 2026-12-03, 20261203, 261203, 3/12, 3.12.2026.
 * Strict: day comes before month in every short form, and 31/2 is refused, never moved.
 */
export function readDay(text: string, today: string, lean: Lean = 'near'): ReadDay {
  const written = text.trim()
  if (written === '') return { ok: false, problem: 'empty' }
  const parts = shapes.map((shape) => shape.exec(written)?.groups).find((groups) => groups !== undefined)
  if (!parts) return { ok: false, problem: 'unreadable' }

  const month = Number(parts.month)
  const dayOfMonth = Number(parts.day)
  const days = candidateYears(parts.year, Number(today.slice(0, 4)))
    .filter((year) => isInCalendar(year, month, dayOfMonth))
    .map((year) => `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`)

  const distance = (day: string) => Math.abs(daysBetween(today, day))
  const nearestFirst = days.toSorted((a, b) => distance(a) - distance(b))
  const leaning = nearestFirst.find((day) => lean === 'near' || (lean === 'past' ? day <= today : day >= today))
  const day = leaning ?? (isFourDigits(parts.year) ? nearestFirst[0] : undefined)
  // 29/2 without a year means this year or the next one, not a leap year far away.
  if (!day || (parts.year === undefined && (day > daysAfter(today, 366) || day < daysAfter(today, -366)))) {
    return { ok: false, problem: 'no-such-day' }
  }
  return { ok: true, day }
}

function isFourDigits(year: string | undefined): boolean {
  return year?.length === 4
}
