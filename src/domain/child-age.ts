import { isDay } from './day.ts'
import type { DraftChild } from './flag/draft.ts'
import { ageOn, readIdentityNumber } from './identity-number.ts'

/** The child's age in full years: by number, else by date of birth, else as guessed. Undefined when unborn or not known. */
export function ageOfChild(child: DraftChild, today: string): number | undefined {
  if (child.known === 'unborn') return undefined
  const read = readIdentityNumber(child.identityNumber ?? '', today)
  const birthDate = read.ok ? read.birthDate : child.birthDate
  return birthDate !== undefined && isDay(birthDate) ? ageOn(birthDate, today) : child.ageGuess
}
