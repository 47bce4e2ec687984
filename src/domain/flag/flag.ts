/** The complete flag: what an adult unit sends about a client's children, checked field by field. Facts 6.4, DOMAIN §5. */

import { z } from 'zod'
import { daysAfter, monthsAfter } from '../day.ts'
import { identityMissingReasons, levelOfAnswer, protectionAnswers, waysKnown } from '../person.ts'
import { careAreas, careCosts, careFrequencies } from '../young-carer.ts'
import { answer, block, choice, day, identityNumber, problem, requiredText, text, tick, told } from './answers.ts'
import { problemsAcross } from './completeness.ts'
import { type DraftChild, draftSchema } from './draft.ts'
import {
  answers,
  companions,
  homes,
  incapacities,
  limits,
  relations,
  supportGrounds,
  tracks,
  yesOrNo,
} from './fields.ts'

export type Flag = z.output<ReturnType<typeof flagSchema>>
export type FlaggedChild = Flag['children'][number]

/** Days before today that an expected birth may lie: a child comes late. */
const daysOverdue = 21
/** Days from today to the latest birth that can be expected. */
const daysOfPregnancy = 300
/** Months until the question about children is asked again, at the latest (DOMAIN §4). */
const reAskMonths = 6

/**
 * The schema of a flag that is ready to be sent. Identity numbers come out as twelve digits, texts trimmed, blank ones
 * absent. Every issue has the path of its field and a `FieldProblem` as message, and all are told at once. What is
 * demanded follows `needsOf`; the ground for support between boards (`basisForSupport`) is the server's to ask for,
 * as it knows the boards.
 */
export function flagSchema(today: string) {
  if (latest?.today !== today) latest = { today, schema: schemaOn(today) }
  return latest.schema
}

/** Building a schema costs more than reading a flag with it, so a day's is kept until another day asks. */
let latest: { today: string; schema: ReturnType<typeof schemaOn> } | undefined

function schemaOn(today: string) {
  return block({
    senderUnitId: z.uuid(told),
    district: text(limits.short),
    client: block({
      name: requiredText(limits.name),
      identityNumber: identityNumber(today),
      identityMissing: choice(identityMissingReasons).optional(),
      protection: choice(protectionAnswers).transform(levelOfAnswer),
      phone: text(limits.short),
      doNotCallHome: tick,
      contactNote: text(limits.short),
      language: text(limits.name),
      interpreterNeeded: tick,
    }),
    children: z.array(childSchema(today), told).min(1, problem('required')).max(limits.children, problem('too-many')),
    everyday: block({
      schoolAbsence: answer,
      evictionRisk: answer,
      lacksBasics: answer,
      worksWell: text(limits.text),
    }).optional(),
    safety: block({
      riskNow: answer,
      violence: choice(answers),
      afraidOfSomeone: choice(answers),
      dangerWithinReach: answer,
      selfHarmOrHarmTalk: choice(answers),
      ongoingSubstanceMisuse: answer,
      incapacity: choice(incapacities),
    }),
    network: text(limits.text),
    openness: block({
      parentInformed: choice(yesOrNo).optional(),
      whyNot: text(limits.text),
      basis: block({
        kind: choice(supportGrounds).optional(),
        note: text(limits.text),
        consentScope: text(limits.text),
        consentUntil: day((until) => (until < today ? 'date-past' : undefined)),
      }).optional(),
      feedbackWanted: tick,
      meetingWilling: tick,
    }).optional(),
    texts: block({
      observed: text(limits.text),
      told: text(limits.text),
      assessment: text(limits.text),
      since: text(limits.short),
    }).optional(),
  }).superRefine(
    (flag, { issues, addIssue }) => {
      const draft = draftSchema.safeParse(flag)
      if (!draft.success) return
      const toldOf = new Set(issues.map((issue) => issue.path?.join('.')))
      for (const [path, message] of problemsAcross(draft.data, today)) {
        if (!toldOf.has(path)) addIssue({ code: 'custom', message, path: path.split('.').map(toKey) })
      }
    },
    // zod would keep these until every single field is right, and the form would be refused twice.
    { when: () => true },
  )
}

function childSchema(today: string) {
  return block({
    id: z.uuid(told),
    known: choice(waysKnown),
    givenName: text(limits.name),
    familyName: text(limits.name),
    identityNumber: identityNumber(today),
    identityMissing: choice(identityMissingReasons).optional(),
    birthDate: day((born) => (born > today ? 'date-future' : undefined)),
    ageGuess: z
      .number(told)
      .int(problem('age-impossible'))
      .min(0, problem('age-impossible'))
      .max(limits.ageGuess, problem('age-impossible'))
      .optional(),
    expectedOn: day((expected) => {
      if (expected < daysAfter(today, -daysOverdue)) return 'date-past'
      return expected > daysAfter(today, daysOfPregnancy) ? 'date-too-far' : undefined
    }),
    protection: choice(protectionAnswers).transform(levelOfAnswer),
    relation: choice(relations),
    livesWith: choice(homes).optional(),
    whereabouts: block({ where: text(limits.short), withWhom: choice(companions).optional() }).optional(),
    concern: choice(answers),
    needOfSupport: answer,
    youngCarer: block({
      areas: z.partialRecord(choice(careAreas), choice(careFrequencies), told).optional(),
      costs: z.array(choice(careCosts), told).max(careCosts.length, problem('too-many')).optional(),
      adultToTurnTo: answer,
      planIfWorse: answer,
    }).optional(),
    childInformed: choice(yesOrNo).optional(),
    childWords: text(limits.text),
    school: text(limits.short),
    guardians: block({ clientIsGuardian: answer, otherGuardian: text(limits.short) }).optional(),
    chosenTrack: choice(tracks).optional(),
    weakerTrackReason: text(limits.text),
    askAgainOn: day((again) => {
      if (again <= today) return 'date-past'
      return again > monthsAfter(today, reAskMonths) ? 'date-too-far' : undefined
    }),
  }).transform(withoutLeftovers)
}

/** A child first written as known and then as unborn or unknown keeps nothing that only the known child has. */
function withoutLeftovers<Child extends Pick<DraftChild, 'known' | 'identityNumber'>>(child: Child): Child {
  if (child.known === 'known') return { ...child, expectedOn: undefined }
  const nameless = { ...child, identityNumber: null, identityMissing: undefined, birthDate: undefined }
  if (child.known === 'unknown') return { ...nameless, expectedOn: undefined }
  return {
    ...nameless,
    givenName: undefined,
    familyName: undefined,
    ageGuess: undefined,
    livesWith: undefined,
    whereabouts: undefined,
    youngCarer: undefined,
    school: undefined,
    childInformed: undefined,
    childWords: undefined,
  }
}

/** A place in a list is a number in zod's paths. */
function toKey(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part
}
