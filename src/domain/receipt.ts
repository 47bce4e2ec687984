import { Temporal } from 'temporal-polyfill'
import { dayOf } from './calendar.ts'
import { clocksOf } from './clocks.ts'
import { listLabel, type UnitLabel } from './confidentiality.ts'
import { DomainError } from './errors.ts'
import type { IntakeNature } from './intake.ts'
import type { SentTrack } from './lifecycle.ts'
import type { Unit } from './organisation.ts'
import { type ClockKind, policyAt } from './policy.ts'
import { outOfHoursOf } from './routing.ts'
import { firstEvents } from './sending.ts'
import type { StoredChild } from './stored-child.ts'

/** What a receipt is made of, whether the flag was sent now or long ago. */
export interface SentSubmission {
  submissionId: string
  senderUnitId: string
  sentAt: string
  referrals: {
    id: string
    reference: string
    track: SentTrack
    nature: IntakeNature
    receiverUnitId: string
    acute: boolean
    feedbackWanted: boolean
    isProtected: boolean
    child: StoredChild
  }[]
  notes: { child: StoredChild; isProtected: boolean; askAgainOn: string }[]
}

type SentReferral = SentSubmission['referrals'][number]

/** A unit as its municipality knows it: with the name of its board. */
export interface NamedUnit extends Unit {
  boardName: string
}

export function labelOfUnit({ id: unitId, name, kind, boardName, phone }: NamedUnit): UnitLabel {
  return { unitId, name, kind, boardName, phone }
}

/**
 * Until when each answer may take at the longest, as days in Sweden: received, decided, and told of the outcome, which
 * is counted from the last day of the decision (SoL 19:6). Null where nothing of the kind comes.
 */
function answersBy({ nature, track, feedbackWanted }: SentReferral, sentAt: Temporal.Instant) {
  const clocks = clocksOf({ nature, track, events: firstEvents(track, feedbackWanted, sentAt) })
  const dueOn = (kind: ClockKind) => clocks.find((clock) => clock.kind === kind)?.strictDueOn ?? null
  const today = dayOf(sentAt)
  const decisionBy = dueOn('preliminary_assessment')
  const feedback = policyAt(today).clocks.feedback
  const days = feedback && 'days' in feedback.span ? feedback.span.days : null
  return {
    receiptBy: (dueOn('receipt') ?? today).toString(),
    decisionBy: decisionBy?.toString() ?? null,
    feedbackBy: feedbackWanted && decisionBy && days !== null ? decisionBy.add({ days }).toString() : null,
  }
}

/** What the sender is shown when a flag has been sent: its references, who has it, what happens next and by when. */
export function receiptOf(
  { submissionId, senderUnitId, sentAt, referrals, notes }: SentSubmission,
  units: readonly NamedUnit[],
) {
  const named = (id: string) => {
    const unit = units.find((candidate) => candidate.id === id)
    if (!unit) throw new DomainError('not-found', 'no such unit')
    return unit
  }
  const outOfHours = outOfHoursOf(units)
  const sent = Temporal.Instant.from(sentAt)
  const today = dayOf(sent).toString()
  return {
    submissionId,
    sentAt,
    sender: { unitName: named(senderUnitId).name },
    referrals: referrals.map((referral) => ({
      reference: referral.reference,
      track: referral.track,
      nature: referral.nature,
      acute: referral.acute,
      feedbackWanted: referral.feedbackWanted,
      child: listLabel(referral.child, referral.isProtected, today),
      receiver: labelOfUnit(named(referral.receiverUnitId)),
      outOfHours: outOfHours ? { name: outOfHours.name, phone: outOfHours.phone } : null,
      answerBy: answersBy(referral, sent),
    })),
    notes: notes.map(({ child, isProtected, askAgainOn }) => ({
      child: listLabel(child, isProtected, today),
      askAgainOn,
    })),
  }
}
