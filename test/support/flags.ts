import type { DraftChild, FlagDraft } from '../../src/domain/flag/draft.ts'
import { adultNumbers, childNumbers } from '../../src/entry/demo/numbers.ts'

export const today = '2026-11-22'

/** The n-th published test number of the list, twelve digits. */
export function childNumber(n: number): string {
  return numberAt(childNumbers, n)
}
export function adultNumber(n: number): string {
  return numberAt(adultNumbers, n)
}

/** A child about whom all is well. */
export function aChild(answers: Partial<DraftChild> = {}, n = 0): DraftChild {
  return {
    id: `0198c0de-0000-7000-8000-00000000000${n}`,
    known: 'known',
    givenName: 'Elsa',
    familyName: 'Nyström',
    identityNumber: childNumber(60 + n),
    protection: 'none',
    relation: 'own',
    livesWith: 'client',
    whereabouts: { withWhom: 'safe_adult' },
    concern: 'no',
    needOfSupport: 'no',
    askAgainOn: '2027-05-20',
    ...answers,
  }
}

/** A complete flag that leads to C for every child; what is passed replaces whole blocks. */
export function aFlag(children: DraftChild[] = [aChild()], answers: Partial<FlagDraft> = {}): FlagDraft {
  return {
    senderUnitId: '0198c0de-1111-7000-8000-000000000001',
    client: { name: 'Karin Nyström', identityNumber: adultNumber(40), protection: 'none' },
    children,
    safety,
    everyday: { schoolAbsence: 'no', evictionRisk: 'no' },
    ...answers,
  }
}

export const safety = {
  violence: 'no',
  afraidOfSomeone: 'no',
  selfHarmOrHarmTalk: 'no',
  incapacity: 'no',
} as const

/** What else a flag needs on the way to the child unit in track A. */
export const concernAnswers = {
  safety: { ...safety, riskNow: 'no', dangerWithinReach: 'no', ongoingSubstanceMisuse: 'no' },
  texts: { observed: 'Föräldern var påverkad när barnet hämtades.', assessment: 'Barnet far illa.' },
  openness: { parentInformed: 'yes' },
} as const

function numberAt(numbers: readonly string[], n: number): string {
  const number = numbers[n]
  if (number === undefined) throw new RangeError(`no test number ${n}`)
  return number
}
