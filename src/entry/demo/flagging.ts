import { daysAfter } from '../../domain/day.ts'
import { type Flag, flagSchema } from '../../domain/flag/flag.ts'
import { agesAsked } from '../../domain/flag/questions.ts'
import { isProtected } from '../../domain/person.ts'
import type { Chance } from './chance.ts'
import type { Family, FamilyChild } from './family.ts'
import { units } from './organisation.ts'
import type { Situation, SituationChild } from './situation.ts'

const daysUntilAskedAgain = 150
/** The register may give a number of the year beside, so a child of five may be at school. */
const yearsOff = 1

/** The situation with the children's names in its texts. */
export function withNames(situation: Situation, { children }: Family): Situation {
  const text = children.reduce(
    (told, { givenName }, i) => told.replaceAll(`{${i}}`, givenName),
    JSON.stringify(situation),
  )
  return JSON.parse(text)
}

/** What the handler answers in the form that day. Refuses (ZodError) a situation that the form would refuse. */
export function flagOf(situation: Situation, family: Family, today: string, chance: Chance): Flag {
  return flagSchema(today).parse(answersOf(situation, family, today, chance))
}

/** The answers before they are checked; a draft is the first of them. */
export function answersOf(situation: Situation, family: Family, today: string, chance: Chance) {
  const { outcome, protection = 'none', everyday, network, texts } = situation
  const reachesChildUnit = outcome.kind !== 'note'
  const concern = reachesChildUnit && outcome.kind !== 'support'
  const someAtSchool = situation.children.some(
    ({ age }) => typeof age === 'number' && age >= agesAsked.school - yearsOff,
  )
  return {
    senderUnitId: units[situation.from].id,
    client: {
      name: family.clientName,
      identityNumber: family.clientNumber,
      identityMissing: family.clientNumber ? undefined : ('protected' as const),
      protection,
      phone: reachesChildUnit && !isProtected(protection) ? family.phone : undefined,
      doNotCallHome: situation.doNotCallHome,
      contactNote: situation.contactNote,
      language: situation.language,
      interpreterNeeded: situation.language ? true : undefined,
    },
    children: situation.children.map((child, i) => childAnswers(child, family.children[i], situation, today, chance)),
    safety: {
      violence: 'no' as const,
      afraidOfSomeone: 'no' as const,
      selfHarmOrHarmTalk: 'no' as const,
      incapacity: 'no' as const,
      ...(reachesChildUnit ? { dangerWithinReach: 'no' as const } : {}),
      ...(concern ? { riskNow: 'no' as const, ongoingSubstanceMisuse: 'no' as const } : {}),
      ...situation.safety,
    },
    everyday: {
      ...(someAtSchool ? { schoolAbsence: 'no' as const } : {}),
      evictionRisk: 'no' as const,
      ...everyday,
    },
    network,
    openness: reachesChildUnit
      ? {
          parentInformed: situation.notInformed ? ('no' as const) : ('yes' as const),
          whyNot: situation.notInformed,
          basis: situation.basis,
          feedbackWanted: concern ? chance.percent(75) : undefined,
          meetingWilling: chance.percent(60),
        }
      : undefined,
    texts,
  }
}

function childAnswers(
  { age, answers }: SituationChild,
  person: FamilyChild | undefined,
  { outcome }: Situation,
  today: string,
  chance: Chance,
) {
  const asked = {
    id: chance.uuid(),
    protection: 'none' as const,
    relation: 'own' as const,
    askAgainOn: outcome.kind === 'note' ? daysAfter(today, daysUntilAskedAgain) : undefined,
    concern: 'no' as const,
  }
  if (typeof age === 'object') {
    return {
      ...asked,
      known: 'unborn' as const,
      identityNumber: null,
      expectedOn: daysAfter(today, age.weeksLeft * 7),
      ...answers,
    }
  }
  const born = {
    ...asked,
    livesWith: 'client' as const,
    whereabouts: { withWhom: 'client' as const },
    guardians: outcome.kind === 'note' ? undefined : { clientIsGuardian: 'yes' as const },
  }
  if (age === 'unknown') return { ...born, known: 'unknown' as const, identityNumber: null, ...answers }

  const { identityNumber = null, birthDate = null, ...names } = person ?? {}
  const known = { ...born, known: 'known' as const, ...names, identityNumber }
  if (identityNumber) return { ...known, ...answers }
  const birth = birthDate ? { birthDate } : { ageGuess: age }
  return {
    ...known,
    ...birth,
    identityMissing: answers?.protection ? ('protected' as const) : ('not_known' as const),
    ...answers,
  }
}
