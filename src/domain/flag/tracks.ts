/**
 * Which track a child is led to: the rules of facts 11 "Vägval", one table, never a score. Every rule that holds is
 * told, with the question that it rests on. An unanswered question and "don't know" lead nowhere by themselves, save
 * that nobody knows where the child is.
 */

import { ageOfChild } from '../child-age.ts'
import { DomainError } from '../errors.ts'
import { childUntilAge } from '../person.ts'
import { carriesAdultTasks, isYoungCarer } from '../young-carer.ts'
import type { DraftChild, FlagDraft } from './draft.ts'
import type { Question, supportGrounds, Track } from './fields.ts'

interface Rule {
  field: Question
  holds: (flag: FlagDraft, child: DraftChild, age: number | undefined) => boolean
}

const isUnborn = (child: DraftChild) => child.known === 'unborn'
/** Someone who can be left alone: born, and not known to be of age. */
const isMinor = (child: DraftChild, age: number | undefined) =>
  !isUnborn(child) && (age === undefined || age < childUntilAge)

/** A at once, and phone before writing (DOMAIN §3). Risk now is the handler's own answer to 7.4. */
const acuteRules = {
  violence: { field: 'safety.violence', holds: (flag) => flag.safety?.violence === 'yes' },
  afraid_of_someone: { field: 'safety.afraidOfSomeone', holds: (flag) => flag.safety?.afraidOfSomeone === 'yes' },
  harm_talk: { field: 'safety.selfHarmOrHarmTalk', holds: (flag) => flag.safety?.selfHarmOrHarmTalk === 'yes' },
  risk_now: { field: 'safety.riskNow', holds: (flag) => flag.safety?.riskNow === 'yes' },
  no_able_adult: { field: 'safety.incapacity', holds: (flag) => flag.safety?.incapacity === 'without_other_adult' },
  child_alone: {
    field: 'child.whereabouts.withWhom',
    holds: (_, child, age) => isMinor(child, age) && child.whereabouts?.withWhom === 'alone',
  },
  whereabouts_unknown: {
    field: 'child.whereabouts.withWhom',
    holds: (_, child, age) => isMinor(child, age) && child.whereabouts?.withWhom === 'unknown',
  },
  infant_with_misuse: {
    field: 'safety.ongoingSubstanceMisuse',
    holds: (flag, child, age) => !isUnborn(child) && age === 0 && flag.safety?.ongoingSubstanceMisuse === 'yes',
  },
  unborn_with_misuse: {
    field: 'safety.ongoingSubstanceMisuse',
    holds: (flag, child) => isUnborn(child) && flag.safety?.ongoingSubstanceMisuse === 'yes',
  },
} as const satisfies Record<string, Rule>

/** Known or suspected, also without proof (SoL 19:1). */
const concernRules = {
  concern: { field: 'child.concern', holds: (_, child) => child.concern === 'yes' },
} as const satisfies Record<string, Rule>

/**
 * A or B, after consulting the child unit, if possible without names. Danger within reach (3.5) and want of basics (2.5)
 * have no track of their own in the routine; they are put here, on the careful side.
 */
const consultRules = {
  adult_tasks: { field: 'child.youngCarer.areas', holds: (_, child) => carriesAdultTasks(child.youngCarer ?? {}) },
  care_costs: { field: 'child.youngCarer.costs', holds: (_, child) => (child.youngCarer?.costs?.length ?? 0) > 0 },
  no_adult_to_turn_to: {
    field: 'child.youngCarer.adultToTurnTo',
    holds: (_, child) => child.youngCarer?.adultToTurnTo === 'no',
  },
  school_absence: { field: 'everyday.schoolAbsence', holds: (flag) => flag.everyday?.schoolAbsence === 'yes' },
  eviction_risk: { field: 'everyday.evictionRisk', holds: (flag) => flag.everyday?.evictionRisk === 'yes' },
  lacks_basics: { field: 'everyday.lacksBasics', holds: (flag) => flag.everyday?.lacksBasics === 'yes' },
  danger_within_reach: { field: 'safety.dangerWithinReach', holds: (flag) => flag.safety?.dangerWithinReach === 'yes' },
} as const satisfies Record<string, Rule>

/** B: need of support, no suspicion. */
const supportRules = {
  need_of_support: { field: 'child.needOfSupport', holds: (_, child) => child.needOfSupport === 'yes' },
  young_carer: { field: 'child.youngCarer.areas', holds: (_, child) => isYoungCarer(child.youngCarer ?? {}) },
} as const satisfies Record<string, Rule>

const rules = { ...acuteRules, ...concernRules, ...consultRules, ...supportRules }
export type AcuteSign = keyof typeof acuteRules
export type ReasonCode = keyof typeof rules
export const reasonCodes = Object.keys(rules) as ReasonCode[]

/** A rule that holds, and the question whose answer made it hold. */
export interface Reason<Code extends ReasonCode = ReasonCode> {
  code: Code
  field: Question
}

export interface Lead {
  track: Track
  /** Phone the child unit first, write after. */
  callFirst: boolean
  /** A or B: talk it over with the child unit, without names if possible, before choosing. */
  consult: boolean
  because: readonly Reason[]
}

/** The signs that call for A at once and a phone call, for this child. */
export function acuteSigns(flag: FlagDraft, child: DraftChild, today: string): Reason<AcuteSign>[] {
  return thatHold(acuteRules, flag, child, today)
}

/** The track that the answers lead to. A lead is advice with its reasons; `trackOf` tells what the handler may do with it. */
export function leadToTrack(flag: FlagDraft, child: DraftChild, today: string): Lead {
  const acute = acuteSigns(flag, child, today)
  const concern = thatHold(concernRules, flag, child, today)
  const consult = thatHold(consultRules, flag, child, today)
  const support = thatHold(supportRules, flag, child, today)
  const because = [...acute, ...concern, ...consult, ...support]

  if (acute.length + concern.length > 0) return { track: 'A', callFirst: acute.length > 0, consult: false, because }
  const track = because.length > 0 ? 'B' : 'C'
  return { track, callFirst: false, consult: consult.length > 0, because }
}

/** Signs to be judged: a teenager may be alone and well, and the duty of SoL 19:1 is about a child that is born. */
const judgeable: readonly ReasonCode[] = ['child_alone', 'whereabouts_unknown', 'unborn_with_misuse']

/**
 * Why the chosen track may not stand. A stronger track always may. A weaker one needs a written reason; and none is
 * enough where the handler's own answers say that the child fares ill, for the duty to report is theirs (SoL 19:1).
 */
export function weakeningProblem(
  flag: FlagDraft,
  child: DraftChild,
  today: string,
): 'duty-to-report' | 'reason-missing' | undefined {
  const lead = leadToTrack(flag, child, today)
  if (child.chosenTrack === undefined || child.chosenTrack <= lead.track) return undefined
  const duty = lead.because.some(
    ({ code }) => (code in acuteRules || code in concernRules) && !judgeable.includes(code),
  )
  if (duty) return 'duty-to-report'
  return child.weakerTrackReason?.trim() ? undefined : 'reason-missing'
}

/** The track as the form stands: the chosen one, or the led-to one until the choice may stand. Never refuses. */
export function trackSoFar(flag: FlagDraft, child: DraftChild, today: string): Track {
  const chosenStands = weakeningProblem(flag, child, today) === undefined
  return (chosenStands ? child.chosenTrack : undefined) ?? leadToTrack(flag, child, today).track
}

/** The track that counts when the flag is sent. Refuses a weaker choice that may not stand. */
export function trackOf(flag: FlagDraft, child: DraftChild, today: string): Track {
  const problem = weakeningProblem(flag, child, today)
  if (problem === undefined) return trackSoFar(flag, child, today)
  const index = flag.children?.indexOf(child) ?? -1
  const field = problem === 'duty-to-report' ? 'chosenTrack' : 'weakerTrackReason'
  throw new DomainError('track-weakened-without-reason', problem, index < 0 ? field : `children.${index}.${field}`)
}

export interface SupportBasis {
  kind: (typeof supportGrounds)[number]
  note?: string
  consentScope?: string
  consentUntil?: string
}

/**
 * What lets a support referral (B) reach the child unit: no border within one board; else consent, with what it covers
 * (OSL 12:2), or the need of care of someone under 18 or expected, with why (OSL 26:9). Refuses when neither is recorded,
 * when consent has run out, and the need of care of who has turned 18.
 */
export function basisForSupport(flag: FlagDraft, child: DraftChild, sameBoard: boolean, today: string): SupportBasis {
  const basis = flag.openness?.basis
  if (sameBoard) return { ...basis, kind: 'same_board' }
  const lasts = !basis?.consentUntil || basis.consentUntil >= today
  if (basis?.kind === 'consent' && basis.consentScope?.trim() && lasts) return { ...basis, kind: 'consent' }
  if (basis?.kind === 'need_for_care' && basis.note?.trim()) {
    if ((ageOfChild(child, today) ?? 0) < childUntilAge) return { ...basis, kind: 'need_for_care' }
    throw new DomainError('need-of-care-is-for-minors', 'OSL 26:9 is for those under 18', 'openness.basis.kind')
  }
  throw new DomainError(
    'consent-or-ground-missing',
    'support across boards needs consent or a recorded ground',
    'openness.basis.kind',
  )
}

function thatHold<Code extends ReasonCode>(
  table: Record<Code, Rule>,
  flag: FlagDraft,
  child: DraftChild,
  today: string,
): Reason<Code>[] {
  const age = ageOfChild(child, today)
  const codes = Object.keys(table) as Code[]
  return codes.filter((code) => table[code].holds(flag, child, age)).map((code) => ({ code, field: table[code].field }))
}
