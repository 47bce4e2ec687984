import type { ClockLabel } from './clocks.ts'
import { DomainError } from './errors.ts'
import { isChildUnitKind, type Membership, managedUnits, unitIdsOf, type Viewer } from './organisation.ts'
import type { Period } from './period.ts'
import type { ClockKind } from './policy.ts'

/** What managers watch (DOMAIN §11): how long children wait, what is late, and what has no owner. Never a target. */

export type StatisticsSide = 'receiver' | 'sender'

export interface WatchedUnit {
  unitId: string
  name: string
  kind: Membership['unitKind']
  side: StatisticsSide
}

/** From hours measured, one by one. Percentiles of nothing are null. */
export interface Spread {
  n: number
  medianHours: number | null
  p90Hours: number | null
}

/** One way through the service, for what came in the period: those who have arrived, and those still on the way. */
export interface Wait<Stage extends string> extends Spread {
  stage: Stage
  waiting: number
  /** Of those still waiting, the one that has waited longest. */
  longestHours: number | null
}

export const receiverStages = ['opened', 'protection_assessed', 'decided', 'support_answered'] as const
export type ReceiverStage = (typeof receiverStages)[number]
export const senderStages = ['received', 'feedback'] as const
export type SenderStage = (typeof senderStages)[number]

/** How the clocks of one kind went. The strict date decides. */
export interface ClockShare {
  kind: ClockKind
  label: ClockLabel
  metInTime: number
  metLate: number
  overdue: number
  running: number
}

/** Age in days since it came in; `to` null: and older. */
export const ageBands = [
  { from: 0, to: 1 },
  { from: 2, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: 30 },
  { from: 31, to: null },
] as const

/** Open work of one age, by what its soonest clock says. Work with no deadline is a group of its own. */
export interface AgeGroup {
  from: number
  to: number | null
  overdue: number
  inTime: number
  noDeadline: number
}

export interface UnitNow {
  unitId: string
  name: string
  open: number
  overdue: number
  today: number
  unread: number
  unassigned: number
  noDeadline: number
}

export const outcomes = ['opened', 'notOpened', 'joined', 'transferred', 'undecided'] as const
export type Outcome = (typeof outcomes)[number]

/** What one unit sent. Families with protected identity are in no such cell (DOMAIN §8). */
export interface SendingUnit extends Record<Outcome, number> {
  unitId: string
  name: string
  concern: number
  support: number
  youngCarers: number
}

/** The last bar stands for every longer wait. */
export const lastDecisionDay = 21

export interface ReceiverStatistics {
  side: 'receiver'
  today: string
  period: Period
  concern: number
  support: number
  youngCarers: number
  waits: Wait<ReceiverStage>[]
  /** Calendar days from sent to decided, 0 to `lastDecisionDay`. */
  decisionDays: number[]
  clocks: ClockShare[]
  backlog: AgeGroup[]
  now: UnitNow[]
  senders: SendingUnit[]
}

export const feedbackOutcomes = ['opened', 'notOpened', 'alreadyUnderWay', 'refused', 'waiting', 'notAsked'] as const
export type FeedbackOutcome = (typeof feedbackOutcomes)[number]

export interface SenderUnitNow {
  unitId: string
  name: string
  unreceived: number
  questions: number
  questionsOverdue: number
  askAgain: number
}

/** From what the sender's side may know: what it sent, and what it has been told. No status, no decision. */
export interface SenderStatistics {
  side: 'sender'
  today: string
  period: Period
  concern: number
  support: number
  notes: number
  youngCarers: number
  waits: Wait<SenderStage>[]
  /** Of the concern referrals. */
  feedback: Record<FeedbackOutcome, number>
  now: SenderUnitNow[]
}

export type Statistics = ReceiverStatistics | SenderStatistics

/** Letters that could not be delivered, by the mail system's code. */
export interface DeadLetters {
  count: number
  codes: { code: string; count: number }[]
}

function watched({ unitId, unitName, unitKind }: Membership): WatchedUnit {
  return { unitId, name: unitName, kind: unitKind, side: isChildUnitKind(unitKind) ? 'receiver' : 'sender' }
}

/** The units whose figures are the viewer's to see: those that they manage, and nobody else's. */
export function watchedUnits(viewer: Viewer): WatchedUnit[] {
  const managed = managedUnits(viewer)
  return managed
    .filter(({ unitId }, place) => managed.findIndex((other) => other.unitId === unitId) === place)
    .map(watched)
}

/** The ids that the figures are drawn from, closed predecessors too. Refuses (`not-found`) a unit of another side or another's alike. */
export function unitIdsFor(viewer: Viewer, unit: string, side: StatisticsSide): string[] {
  const watchedIds = watchedUnits(viewer)
    .filter((own) => own.side === side && (unit === 'all' || own.unitId === unit))
    .map(({ unitId }) => unitId)
  const ids = managedUnits(viewer)
    .filter(({ unitId }) => watchedIds.includes(unitId))
    .flatMap(unitIdsOf)
  if (ids.length === 0) throw new DomainError('not-found', 'no such unit among those managed', 'unitId')
  return ids
}
