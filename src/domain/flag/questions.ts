/**
 * Which questions a flag needs, given the answers so far: a plain case is short, and one answer calls for the next.
 * What decides the track is always asked; what the child unit needs is asked once a child is on the way there.
 */

import { ageOfChild } from '../child-age.ts'
import { isProtected } from '../person.ts'
import { helpsAtAll } from '../young-carer.ts'
import type { DraftChild, FlagDraft } from './draft.ts'
import {
  type ChildQuestion,
  childQuestions,
  type Question,
  type SharedQuestion,
  sharedQuestions,
  type Track,
} from './fields.ts'
import { leadToTrack, trackSoFar, weakeningProblem } from './tracks.ts'

/** `required`: the flag is not sent without it. `offered`: shown, and may stay empty. `hidden`: not called for. */
export type Need = 'required' | 'offered' | 'hidden'

/** Ages in full years from which a question makes sense. */
export const agesAsked = { preschool: 1, ownWords: 3, caring: 5, school: 6 } as const

interface SharedCase {
  flag: FlagDraft
  tracks: readonly Track[]
  reachesChildUnit: boolean
  protectedFamily: boolean
  /** Some child is led elsewhere than to A: the answers that could still lead it there are demanded. */
  undecided: boolean
  someInfantOrUnborn: boolean
  someAtSchool: boolean
}

interface ChildCase {
  child: DraftChild
  track: Track
  born: boolean
  protectedFamily: boolean
  /** Known by name, and without a number. */
  withoutNumber: boolean
  /** A weaker track than the led-to one is chosen, and a written reason can let it stand. */
  weakened: boolean
  /** Old enough, or of an age that is not known. */
  atLeast: (age: number) => boolean
}

const required: () => Need = () => 'required'
const offered: () => Need = () => 'offered'
const requiredIf = (called: boolean): Need => (called ? 'required' : 'hidden')
const offeredIf = (called: boolean): Need => (called ? 'offered' : 'hidden')

const sharedNeeds: Record<SharedQuestion, (c: SharedCase) => Need> = {
  'client.name': required,
  'client.identityNumber': offered,
  'client.identityMissing': ({ flag }) => requiredIf(isBlank(flag.client?.identityNumber)),
  'client.protection': required,
  'safety.violence': required,
  'safety.afraidOfSomeone': required,
  'safety.selfHarmOrHarmTalk': required,
  'safety.incapacity': required,
  'safety.ongoingSubstanceMisuse': ({ someInfantOrUnborn, tracks }) =>
    requiredIf(someInfantOrUnborn || tracks.includes('A')),
  'safety.dangerWithinReach': ({ reachesChildUnit }) => requiredIf(reachesChildUnit),
  'safety.riskNow': ({ tracks }) => requiredIf(tracks.includes('A')),
  'everyday.schoolAbsence': ({ someAtSchool, undecided }) =>
    undecided ? requiredIf(someAtSchool) : offeredIf(someAtSchool),
  'everyday.evictionRisk': ({ undecided }) => (undecided ? 'required' : 'offered'),
  'everyday.lacksBasics': ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
  'everyday.worksWell': ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
  network: ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
  'texts.observed': ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
  'texts.told': ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
  'texts.assessment': ({ reachesChildUnit, tracks }) =>
    tracks.includes('A') ? 'required' : offeredIf(reachesChildUnit),
  'texts.since': ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
  'openness.parentInformed': ({ reachesChildUnit }) => requiredIf(reachesChildUnit),
  'openness.whyNot': ({ flag, reachesChildUnit }) =>
    requiredIf(reachesChildUnit && flag.openness?.parentInformed === 'no'),
  'openness.basis.kind': ({ tracks }) => offeredIf(tracks.includes('B')),
  'openness.basis.note': ({ flag, tracks }) => requiredIf(tracks.includes('B') && basisOf(flag) === 'need_for_care'),
  'openness.basis.consentScope': ({ flag, tracks }) => requiredIf(tracks.includes('B') && basisOf(flag) === 'consent'),
  'openness.basis.consentUntil': ({ flag, tracks }) => offeredIf(tracks.includes('B') && basisOf(flag) === 'consent'),
  'client.phone': ({ reachesChildUnit, protectedFamily }) => offeredIf(reachesChildUnit && !protectedFamily),
  'client.doNotCallHome': ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
  'client.contactNote': ({ reachesChildUnit, protectedFamily }) => offeredIf(reachesChildUnit && !protectedFamily),
  'client.interpreterNeeded': ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
  'client.language': ({ flag, reachesChildUnit }) =>
    requiredIf(reachesChildUnit && flag.client?.interpreterNeeded === true),
  'openness.feedbackWanted': ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
  'openness.meetingWilling': ({ reachesChildUnit }) => offeredIf(reachesChildUnit),
}

const childNeeds: Record<ChildQuestion, (c: ChildCase) => Need> = {
  'child.known': required,
  'child.givenName': nameNeed,
  'child.familyName': nameNeed,
  'child.identityNumber': ({ child }) => offeredIf(child.known === 'known'),
  'child.identityMissing': ({ withoutNumber }) => requiredIf(withoutNumber),
  'child.birthDate': ({ withoutNumber }) => offeredIf(withoutNumber),
  'child.ageGuess': ({ child, withoutNumber }) =>
    child.known === 'unknown' ? 'offered' : requiredIf(withoutNumber && isBlank(child.birthDate)),
  'child.expectedOn': ({ child }) => offeredIf(child.known === 'unborn'),
  'child.protection': required,
  'child.relation': required,
  'child.livesWith': ({ born }) => requiredIf(born),
  'child.whereabouts.withWhom': ({ born }) => requiredIf(born),
  'child.whereabouts.where': ({ born, track, protectedFamily }) => offeredIf(born && track === 'A' && !protectedFamily),
  'child.concern': required,
  'child.needOfSupport': ({ track }) => requiredIf(track !== 'A'),
  'child.youngCarer.areas': ({ atLeast }) => offeredIf(atLeast(agesAsked.caring)),
  'child.youngCarer.costs': loadNeed,
  'child.youngCarer.adultToTurnTo': ({ atLeast }) => offeredIf(atLeast(agesAsked.caring)),
  'child.youngCarer.planIfWorse': loadNeed,
  'child.childInformed': ({ track, atLeast }) => offeredIf(track !== 'C' && atLeast(agesAsked.ownWords)),
  'child.childWords': ({ track, atLeast }) => offeredIf(track !== 'C' && atLeast(agesAsked.ownWords)),
  'child.school': ({ track, atLeast, protectedFamily }) =>
    offeredIf(track !== 'C' && atLeast(agesAsked.preschool) && !protectedFamily),
  'child.guardians.clientIsGuardian': ({ born, track }) => requiredIf(born && track !== 'C'),
  'child.guardians.otherGuardian': ({ born, track }) => offeredIf(born && track !== 'C'),
  'child.chosenTrack': offered,
  'child.weakerTrackReason': ({ weakened }) => requiredIf(weakened),
  'child.askAgainOn': ({ track }) => requiredIf(track === 'C'),
}

/** How much each question is called for, in the order of the form: the shared ones, or the ones about one child. */
export function needsOf(draft: FlagDraft, today: string, child?: DraftChild): { question: Question; need: Need }[] {
  if (child === undefined) {
    const shared = sharedCase(draft, today)
    return sharedQuestions.map((question) => ({ question, need: sharedNeeds[question](shared) }))
  }
  const one = childCase(draft, child, today)
  return childQuestions.map((question) => ({ question, need: childNeeds[question](one) }))
}

/** The questions to show, in the order of the form. Shared questions are asked once, however many the children. */
export function questionsFor(draft: FlagDraft, today: string, child?: DraftChild): Question[] {
  return needsOf(draft, today, child).flatMap(({ question, need }) => (need === 'hidden' ? [] : [question]))
}

/** Nothing was answered: absent, or only space. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** Someone in the flag is protected, and the family shares the mark (DOMAIN §8). */
export function isProtectedFamily(flag: FlagDraft): boolean {
  return [flag.client, ...(flag.children ?? [])].some((person) => isProtected(person?.protection))
}

function nameNeed({ child }: ChildCase): Need {
  return child.known === 'unknown' ? 'offered' : requiredIf(child.known === 'known')
}

function loadNeed({ child, atLeast }: ChildCase): Need {
  const { youngCarer = {}, needOfSupport } = child
  const called = helpsAtAll(youngCarer) || (youngCarer.costs?.length ?? 0) > 0 || needOfSupport === 'yes'
  return offeredIf(called && atLeast(agesAsked.caring))
}

function basisOf(flag: FlagDraft) {
  return flag.openness?.basis?.kind
}

function sharedCase(flag: FlagDraft, today: string): SharedCase {
  const children = flag.children ?? []
  const ages = children.map((child) => ageOfChild(child, today))
  const tracks = children.map((child) => trackSoFar(flag, child, today))
  return {
    flag,
    tracks,
    reachesChildUnit: tracks.some((track) => track !== 'C'),
    protectedFamily: isProtectedFamily(flag),
    undecided: tracks.some((track) => track !== 'A'),
    someInfantOrUnborn: children.some((child, i) => child.known === 'unborn' || ages[i] === 0),
    someAtSchool: children.some(
      (child, i) => child.known !== 'unborn' && (ages[i] ?? agesAsked.school) >= agesAsked.school,
    ),
  }
}

function childCase(flag: FlagDraft, child: DraftChild, today: string): ChildCase {
  const born = child.known !== 'unborn'
  const age = ageOfChild(child, today)
  const { chosenTrack = 'A' } = child
  return {
    child,
    track: trackSoFar(flag, child, today),
    born,
    protectedFamily: isProtectedFamily(flag),
    withoutNumber: child.known === 'known' && isBlank(child.identityNumber),
    weakened:
      chosenTrack > leadToTrack(flag, child, today).track && weakeningProblem(flag, child, today) !== 'duty-to-report',
    atLeast: (years) => born && (age === undefined || age >= years),
  }
}
