import type { EventKind } from './lifecycle.ts'
import type { Change } from './referral.ts'

/** Who is told what. Words are in `web/words` (in-app) and `mail/letters` (which say only that something happened). */
export const noticeKinds = [
  'new_referral',
  'received',
  'feedback',
  'feedback_refused',
  'question',
  'assigned',
  'supplemented',
  'feedback_requested',
  'read_asked_about',
  'protected_waiting',
  'protected_named',
  'emergency_opened',
  'emergency_lookups',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface Notice {
  kind: NoticeKind
  to: { personId: string } | { unitId: string }
  /** A letter leaves too. A unit's own list is its in-app notice, so a notice to a unit is always a letter. */
  mail: boolean
}

const toSender: Partial<Record<EventKind, NoticeKind>> = {
  received: 'received',
  feedback_given: 'feedback',
  feedback_refused: 'feedback_refused',
  information_asked: 'question',
}

/** A sent flag is told to the receiving unit's function mailbox, never to one person's inbox. */
export function noticeOfNewReferral(receiverUnitId: string): Notice {
  return { kind: 'new_referral', to: { unitId: receiverUnitId }, mail: true }
}

/** Those whom the change concerns, other than the one who made it. */
export function noticesOf({ after, event }: Change): Notice[] {
  const sendersKind = toSender[event.kind]
  if (sendersKind) return [{ kind: sendersKind, to: { personId: after.senderPersonId }, mail: true }]
  if (!after.assigneeId || after.assigneeId === event.actorId) return []
  const to = { personId: after.assigneeId }
  if (event.kind === 'assigned') return [{ kind: 'assigned', to, mail: false }]
  if (event.kind === 'supplemented') return [{ kind: 'supplemented', to, mail: false }]
  return event.kind === 'feedback_requested' ? [{ kind: 'feedback_requested', to, mail: false }] : []
}
