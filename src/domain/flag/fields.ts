/** The flag form's words: its limits, its choices, its questions in order, and what can be wrong with an answer. */

import { identityProblems } from '../identity-number.ts'

/** Lengths in characters, ages in years. A draft has room for more, so that saving never loses what was pasted. */
export const limits = { text: 4000, name: 100, short: 300, children: 12, draft: 20_000, ageGuess: 20 } as const

/** "Don't know" is an answer. */
export const answers = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof answers)[number]
export const yesOrNo = ['yes', 'no'] as const

export const relations = ['own', 'stepchild', 'lives_with', 'other'] as const
export const homes = ['client', 'alternating', 'other_parent', 'placed', 'elsewhere', 'unknown'] as const
/** Who is with the child now (3.1). `unknown`: nobody at the unit knows, which is a sign in itself. */
export const companions = ['client', 'safe_adult', 'alone', 'unknown'] as const
/** The client cannot always take care of the child (3.2), and whether another adult then does. */
export const incapacities = ['no', 'with_other_adult', 'without_other_adult', 'unknown'] as const
/** What lets a support referral cross to another board: consent (OSL 12:2), need of care (OSL 26:9); or no border. */
export const supportGrounds = ['consent', 'need_for_care', 'same_board'] as const

/** A: concern (SoL 19:1). B: need of support without concern. C: no need now, and a date to ask again. */
export const tracks = ['A', 'B', 'C'] as const
export type Track = (typeof tracks)[number]

/** Questions asked once, in the order of the form. Each id is the path of its answer. */
export const sharedQuestions = [
  'client.name',
  'client.identityNumber',
  'client.identityMissing',
  'client.protection',
  'safety.violence',
  'safety.afraidOfSomeone',
  'safety.selfHarmOrHarmTalk',
  'safety.incapacity',
  'safety.ongoingSubstanceMisuse',
  'safety.dangerWithinReach',
  'safety.riskNow',
  'everyday.schoolAbsence',
  'everyday.evictionRisk',
  'everyday.lacksBasics',
  'everyday.worksWell',
  'network',
  'texts.observed',
  'texts.told',
  'texts.assessment',
  'texts.since',
  'openness.parentInformed',
  'openness.whyNot',
  'openness.basis.kind',
  'openness.basis.note',
  'openness.basis.consentScope',
  'openness.basis.consentUntil',
  'client.phone',
  'client.doNotCallHome',
  'client.contactNote',
  'client.interpreterNeeded',
  'client.language',
  'openness.feedbackWanted',
  'openness.meetingWilling',
] as const
export type SharedQuestion = (typeof sharedQuestions)[number]

/** Questions asked for each child, in the order of the form. After 'child.', each id is the path within the child. */
export const childQuestions = [
  'child.known',
  'child.givenName',
  'child.familyName',
  'child.identityNumber',
  'child.identityMissing',
  'child.birthDate',
  'child.ageGuess',
  'child.expectedOn',
  'child.protection',
  'child.relation',
  'child.livesWith',
  'child.whereabouts.withWhom',
  'child.whereabouts.where',
  'child.concern',
  'child.needOfSupport',
  'child.youngCarer.areas',
  'child.youngCarer.costs',
  'child.youngCarer.adultToTurnTo',
  'child.youngCarer.planIfWorse',
  'child.childInformed',
  'child.childWords',
  'child.school',
  'child.guardians.clientIsGuardian',
  'child.guardians.otherGuardian',
  'child.chosenTrack',
  'child.weakerTrackReason',
  'child.askAgainOn',
] as const
export type ChildQuestion = (typeof childQuestions)[number]

export type Question = SharedQuestion | ChildQuestion

/** Where a question's answer lives in the flag: 'child.concern' of the second child is 'children.1.concern'. */
export function pathTo(question: Question, childIndex: number): string {
  return question.replace(/^child\./, `children.${childIndex}.`)
}

/** What is wrong with an answer. Each code is the message of a zod issue, and has its sentence in `web/words`. */
export const fieldProblems = [
  'required',
  'malformed',
  'too-long',
  'too-many',
  'repeated',
  ...identityProblems.map((problem) => `identity-${problem}` as const),
  'date-impossible',
  'date-past',
  'date-future',
  'date-too-far',
  'age-impossible',
  'observed-or-told-required',
  'duty-to-report',
] as const
export type FieldProblem = (typeof fieldProblems)[number]
