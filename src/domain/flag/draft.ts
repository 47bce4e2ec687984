/** A flag that is being written. Every rule of the form reads this type, so that the rules can speak before the form is full. */

import { z } from 'zod'
import { identityMissingReasons, protectionAnswers, waysKnown } from '../person.ts'
import { careAreas, careCosts, careFrequencies } from '../young-carer.ts'
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

const text = z.string().max(limits.draft).optional()
const number = z.string().max(limits.draft).nullish()
const answer = z.enum(answers).optional()

const draftChild = z.object({
  id: z.uuid(),
  known: z.enum(waysKnown).optional(),
  givenName: text,
  familyName: text,
  identityNumber: number,
  identityMissing: z.enum(identityMissingReasons).optional(),
  birthDate: text,
  ageGuess: z.number().optional(),
  expectedOn: text,
  protection: z.enum(protectionAnswers).optional(),
  relation: z.enum(relations).optional(),
  livesWith: z.enum(homes).optional(),
  whereabouts: z.object({ where: text, withWhom: z.enum(companions).optional() }).optional(),
  concern: answer,
  needOfSupport: answer,
  youngCarer: z
    .object({
      areas: z.partialRecord(z.enum(careAreas), z.enum(careFrequencies)).optional(),
      costs: z.array(z.enum(careCosts)).max(careCosts.length).optional(),
      adultToTurnTo: answer,
      planIfWorse: answer,
    })
    .optional(),
  childInformed: z.enum(yesOrNo).optional(),
  childWords: text,
  school: text,
  guardians: z.object({ clientIsGuardian: answer, otherGuardian: text }).optional(),
  chosenTrack: z.enum(tracks).optional(),
  weakerTrackReason: text,
  askAgainOn: text,
})

/**
 * Half-typed text of any kind is accepted, up to `limits.draft` characters, so that autosave never refuses what a person
 * wrote. Only a child's id, made by the client, is demanded.
 */
export const draftSchema = z.object({
  senderUnitId: text,
  district: text,
  client: z
    .object({
      name: text,
      identityNumber: number,
      identityMissing: z.enum(identityMissingReasons).optional(),
      protection: z.enum(protectionAnswers).optional(),
      phone: text,
      doNotCallHome: z.boolean().optional(),
      contactNote: text,
      language: text,
      interpreterNeeded: z.boolean().optional(),
    })
    .optional(),
  children: z.array(draftChild).max(limits.children).optional(),
  everyday: z.object({ schoolAbsence: answer, evictionRisk: answer, lacksBasics: answer, worksWell: text }).optional(),
  safety: z
    .object({
      riskNow: answer,
      violence: answer,
      afraidOfSomeone: answer,
      dangerWithinReach: answer,
      selfHarmOrHarmTalk: answer,
      ongoingSubstanceMisuse: answer,
      incapacity: z.enum(incapacities).optional(),
    })
    .optional(),
  network: text,
  openness: z
    .object({
      parentInformed: z.enum(yesOrNo).optional(),
      whyNot: text,
      basis: z
        .object({ kind: z.enum(supportGrounds).optional(), note: text, consentScope: text, consentUntil: text })
        .optional(),
      feedbackWanted: z.boolean().optional(),
      meetingWilling: z.boolean().optional(),
    })
    .optional(),
  texts: z.object({ observed: text, told: text, assessment: text, since: text }).optional(),
})

export type FlagDraft = z.output<typeof draftSchema>
export type DraftChild = z.output<typeof draftChild>
