import type { ReferralContent } from '../domain/flag/referral-content.ts'
import { nameParts } from '../domain/names.ts'
import { blindTerm, type KeyRing } from './seal.ts'

/**
 * What a referral can be found by, besides its reference: each part of the child's and the client's names and their
 * numbers (förordning 2001:637 15 §). Keyed per unit, so that the same name in two units gives different terms.
 */
export function searchTermsOf(keys: KeyRing, unitId: string, { child, client }: ReferralContent): string[] {
  const names = [child.givenName, child.familyName, client.name].flatMap((name) => nameParts(name ?? ''))
  const numbers = [child.identityNumber, client.identityNumber].filter((number) => number !== null)
  const values = [...names.map((part) => `name:${part}`), ...numbers.map((number) => `number:${number}`)]
  return [...new Set(values)].map((value) => blindTerm(keys, unitId, value))
}

/**
 * What a protected referral can be found by: its numbers, never its names, keyed under the referral itself in a unit's
 * stead, so that only those who are named for it can ask.
 */
export function protectedTermsOf(keys: KeyRing, referralId: string, { child, client }: ReferralContent): string[] {
  const numbers = [child.identityNumber, client.identityNumber].filter((number) => number !== null)
  return [...new Set(numbers)].map((number) => numberTerm(keys, referralId, number))
}

export function nameTerms(keys: KeyRing, unitId: string, text: string): string[] {
  return nameParts(text).map((part) => blindTerm(keys, unitId, `name:${part}`))
}

export function numberTerm(keys: KeyRing, unitId: string, number: string): string {
  return blindTerm(keys, unitId, `number:${number}`)
}
