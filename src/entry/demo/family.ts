import { daysAfter } from '../../domain/day.ts'
import type { Chance } from './chance.ts'
import * as names from './names.ts'
import { adultNumbers, childNumbers } from './numbers.ts'
import type { Situation, SituationChild } from './situation.ts'

/** One client and their children, as long as the demo knows them: a later flag about them is about the same people. */
export interface Family {
  clientName: string
  clientNumber: string | null
  phone: string
  children: readonly FamilyChild[]
}

export interface FamilyChild {
  givenName: string
  familyName: string
  identityNumber: string | null
  /** Of an infant, who has no number yet. */
  birthDate: string | null
}

/** Hands out names and numbers, each number to one person. */
export interface PopulationRegister {
  familyFor(situation: Situation, day: string): Family
}

const tallestStack = 1000
/** The serial before the check digit: odd for men, even for women. */
const isMale = (number: string) => Number(number[10]) % 2 === 1
const yearOf = (number: string) => Number(number.slice(0, 4))
/** The fictional mobile series of PTS ends in 05–99. */
const mobiles = { first: 5, count: 95 }

export function populationRegister(chance: Chance): PopulationRegister {
  const taken = new Set<string>()
  const used = new Map<readonly string[], number>()
  let families = 0

  /** Round the list, so that a name comes back as late as it can. */
  const nameFrom = (list: readonly string[]) => {
    const turn = used.get(list) ?? chance.between(0, list.length - 1)
    used.set(list, turn + 1)
    return list[turn % list.length] ?? ''
  }

  /** The free number nearest to the wished year of birth; none when the nearest would be more than `slack` years off. */
  const numberNear = (list: readonly string[], year: number, male: boolean, slack: number) => {
    const free = list.filter((number) => !taken.has(number) && isMale(number) === male)
    const distance = (number: string) => Math.abs(yearOf(number) - year)
    const nearest = Math.min(tallestStack, ...free.map(distance))
    if (nearest > slack) return null
    const [first, ...others] = free.filter((number) => distance(number) === nearest)
    if (first === undefined) return null
    const number = chance.pick([first, ...others])
    taken.add(number)
    return number
  }

  const childOf = ({ age, sex, answers }: SituationChild, familyName: string, day: string): FamilyChild => {
    const givenName = nameFrom(sex === 'f' ? names.girls : names.boys)
    const numbered = typeof age === 'number' && answers?.identityMissing === undefined
    const identityNumber = numbered ? numberNear(childNumbers, yearOf(day) - age, sex === 'm', 1) : null
    const birthDate = age === 0 ? daysAfter(day, -chance.between(20, 200)) : null
    return { givenName, familyName, identityNumber, birthDate }
  }

  return {
    familyFor({ client, children, protection }, day) {
      families += 1
      const familyName = nameFrom(names.surnames)
      const hidden = protection === 'protected_registration'
      const oldest = Math.max(...children.map(({ age }) => (typeof age === 'number' ? age : 0)))
      const parentBorn = yearOf(day) - oldest - chance.between(22, 33)
      return {
        clientName: `${nameFrom(client === 'mother' ? names.mothers : names.fathers)} ${familyName}`,
        clientNumber: hidden ? null : numberNear(adultNumbers, parentBorn, client === 'father', tallestStack),
        phone: `070-174 06 ${String(mobiles.first + (families % mobiles.count)).padStart(2, '0')}`,
        children: children.map((child) => {
          const told = childOf(child, familyName, day)
          return hidden ? { ...told, identityNumber: null } : told
        }),
      }
    },
  }
}
