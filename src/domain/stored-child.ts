import { ageOfChild } from './child-age.ts'
import type { ChildLabel } from './confidentiality.ts'
import type { FlaggedChild } from './flag/flag.ts'

/** What a list shows of a child, as it is kept: age is counted on the day it is read. */
export interface StoredChild {
  known: FlaggedChild['known']
  givenName: string | null
  familyName: string | null
  birthDate: string | null
  ageGuess: number | null
  expectedOn: string | null
}

/** The child as it is kept beside the full content, for lists. */
export function storedChild(child: FlaggedChild, birthDate: string | null): StoredChild {
  return {
    known: child.known,
    givenName: child.givenName ?? null,
    familyName: child.familyName ?? null,
    birthDate,
    ageGuess: child.ageGuess ?? null,
    expectedOn: child.expectedOn ?? null,
  }
}

/** The child as a page shows it on `today`. */
export function labelOf(child: StoredChild, today: string): ChildLabel {
  const { known, givenName, familyName, expectedOn } = child
  const { birthDate, ageGuess } = child
  const age = ageOfChild({ id: '', known, birthDate: birthDate ?? undefined, ageGuess: ageGuess ?? undefined }, today)
  return { known, givenName, familyName, age: age ?? null, expectedOn, isHidden: false }
}

/** The day of birth that the number tells, or that was written where there is no number. */
export function birthDateOf(child: Pick<FlaggedChild, 'identityNumber' | 'birthDate'>): string | null {
  const number = child.identityNumber
  if (!number) return child.birthDate ?? null
  const day = Number(number.slice(6, 8))
  const civil = String(day > 60 ? day - 60 : day).padStart(2, '0')
  return `${number.slice(0, 4)}-${number.slice(4, 6)}-${civil}`
}
