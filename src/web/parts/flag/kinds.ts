import { limits, type Question } from '../../../domain/flag/fields.ts'
import type { Lean } from '../date-text.ts'

/** The groups of `words.flag.choices` that a question can draw its answers from. */
export type ChoiceGroup =
  | 'answers'
  | 'known'
  | 'protection'
  | 'identityMissing'
  | 'relations'
  | 'homes'
  | 'companions'
  | 'incapacities'
  | 'grounds'

export type Kind =
  | { as: 'line'; longest: number; input?: 'tel' }
  | { as: 'identity' }
  | { as: 'number' }
  | { as: 'text'; longest: number; rows: number }
  | { as: 'date'; lean: Lean }
  | { as: 'tick' }
  | { as: 'yes-no' }
  | { as: 'choice'; of: ChoiceGroup; look: 'segmented' | 'list' | 'select' }
  | { as: 'areas' }
  | { as: 'costs' }
  | { as: 'track' }

const name: Kind = { as: 'line', longest: limits.name }
const line: Kind = { as: 'line', longest: limits.short }
const text = (rows: number): Kind => ({ as: 'text', longest: limits.text, rows })
const segments = (of: ChoiceGroup): Kind => ({ as: 'choice', of, look: 'segmented' })
const answer = segments('answers')

/** How each question is answered. Whether it is asked at all is `needsOf`'s to say. */
export const kinds: Record<Question, Kind> = {
  'client.name': name,
  'client.identityNumber': { as: 'identity' },
  'client.identityMissing': { as: 'choice', of: 'identityMissing', look: 'select' },
  'client.protection': segments('protection'),
  'safety.violence': answer,
  'safety.afraidOfSomeone': answer,
  'safety.selfHarmOrHarmTalk': answer,
  'safety.incapacity': { as: 'choice', of: 'incapacities', look: 'list' },
  'safety.ongoingSubstanceMisuse': answer,
  'safety.dangerWithinReach': answer,
  'safety.riskNow': answer,
  'everyday.schoolAbsence': answer,
  'everyday.evictionRisk': answer,
  'everyday.lacksBasics': answer,
  'everyday.worksWell': text(2),
  network: text(2),
  'texts.observed': text(5),
  'texts.told': text(4),
  'texts.assessment': text(4),
  'texts.since': line,
  'openness.parentInformed': { as: 'yes-no' },
  'openness.whyNot': text(2),
  'openness.basis.kind': { as: 'choice', of: 'grounds', look: 'list' },
  'openness.basis.note': text(3),
  'openness.basis.consentScope': text(2),
  'openness.basis.consentUntil': { as: 'date', lean: 'future' },
  'client.phone': { ...line, input: 'tel' },
  'client.doNotCallHome': { as: 'tick' },
  'client.contactNote': line,
  'client.interpreterNeeded': { as: 'tick' },
  'client.language': name,
  'openness.feedbackWanted': { as: 'tick' },
  'openness.meetingWilling': { as: 'tick' },
  'child.known': segments('known'),
  'child.givenName': name,
  'child.familyName': name,
  'child.identityNumber': { as: 'identity' },
  'child.identityMissing': { as: 'choice', of: 'identityMissing', look: 'select' },
  'child.birthDate': { as: 'date', lean: 'past' },
  'child.ageGuess': { as: 'number' },
  'child.expectedOn': { as: 'date', lean: 'future' },
  'child.protection': segments('protection'),
  'child.relation': segments('relations'),
  'child.livesWith': segments('homes'),
  'child.whereabouts.withWhom': segments('companions'),
  'child.whereabouts.where': line,
  'child.concern': answer,
  'child.needOfSupport': answer,
  'child.youngCarer.areas': { as: 'areas' },
  'child.youngCarer.costs': { as: 'costs' },
  'child.youngCarer.adultToTurnTo': answer,
  'child.youngCarer.planIfWorse': answer,
  'child.childInformed': { as: 'yes-no' },
  'child.childWords': text(2),
  'child.school': line,
  'child.guardians.clientIsGuardian': answer,
  'child.guardians.otherGuardian': line,
  'child.chosenTrack': { as: 'track' },
  'child.weakerTrackReason': text(3),
  'child.askAgainOn': { as: 'date', lean: 'future' },
}
