/**
 * Personnummer and samordningsnummer. The `personnummer` package reads the clock and cannot tell what is wrong,
 * so the form has its own reader; a test holds the two to the same verdict.
 */

import { isDay } from './day.ts'

export const identityProblems = ['length', 'characters', 'date', 'checksum', 'future'] as const
export type IdentityProblem = (typeof identityProblems)[number]

/** `coordination`: samordningsnummer, recognised by a day of birth raised by 60. */
export type IdentityKind = 'personal' | 'coordination'

export interface IdentityNumber {
  ok: true
  /** Twelve digits, with century. */
  number: string
  /** 'YYYY-MM-DD' */
  birthDate: string
  kind: IdentityKind
}

const coordinationDays = 60

/**
 * Reads what a person types: ten or twelve digits, with or without the mark before the last four, spaces anywhere.
 * Ten digits mean the latest such year up to the year of `today`, or a century earlier after '+' (used from the year
 * in which one turns 100). Refuses with the first thing that is wrong.
 */
export function readIdentityNumber(
  text: string,
  today: string,
): IdentityNumber | { ok: false; problem: IdentityProblem } {
  const typed = text.replace(/\s/g, '').replace(/[\u2010-\u2015\u2212]/g, '-')
  if (/[^\d+-]/.test(typed)) return { ok: false, problem: 'characters' }
  const digits = typed.replace(/[+-]/g, '')
  if (digits.length !== 10 && digits.length !== 12) return { ok: false, problem: 'length' }
  if (!/^\d+[+-]?\d{4}$/.test(typed)) return { ok: false, problem: 'characters' }

  const number = digits.length === 12 ? digits : centuryOf(digits, typed.includes('+'), today) + digits
  const day = Number(number.slice(6, 8))
  const kind = day > coordinationDays ? 'coordination' : 'personal'
  const dayOfBirth = kind === 'coordination' ? day - coordinationDays : day
  const birthDate = `${number.slice(0, 4)}-${number.slice(4, 6)}-${String(dayOfBirth).padStart(2, '0')}`

  if (!/^(18|19|20)/.test(number) || !isDay(birthDate)) return { ok: false, problem: 'date' }
  if (!hasRightCheckDigit(number)) return { ok: false, problem: 'checksum' }
  if (birthDate > today) return { ok: false, problem: 'future' }
  return { ok: true, number, birthDate, kind }
}

/**
 * Full years on the day; negative before birth. A child of 29 February has its birthday on 28 February in other years,
 * as months and years end on the last day where the same-numbered is missing (lag 1930:173).
 */
export function ageOn(birthDate: string, today: string): number {
  const sameDay = `${today.slice(0, 4)}-${birthDate.slice(5)}`
  const birthday = isDay(sameDay) ? sameDay : `${today.slice(0, 4)}-02-28`
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today < birthday ? years - 1 : years
}

/** Twelve digits as people read them: YYYYMMDD-NNNN. */
export function formatted(number: string): string {
  return `${number.slice(0, 8)}-${number.slice(8)}`
}

function centuryOf(tenDigits: string, turnsHundred: boolean, today: string): string {
  const century = Number(today.slice(0, 2))
  const yearsBack = (tenDigits.slice(0, 2) > today.slice(2, 4) ? 1 : 0) + (turnsHundred ? 1 : 0)
  return String(century - yearsBack)
}

/** Luhn over the last ten digits. The serial 000 is never issued. */
function hasRightCheckDigit(number: string): boolean {
  const sum = [...number.slice(2)]
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + (product > 9 ? product - 9 : product), 0)
  return sum % 10 === 0 && number.slice(8, 11) !== '000'
}
