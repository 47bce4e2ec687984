import { type ClockEvent, clocksOf } from '../domain/clocks.ts'
import { heardBySender } from '../domain/confidentiality.ts'
import { DomainError } from '../domain/errors.ts'
import type { IntakeNature } from '../domain/intake.ts'
import type { EventKind, SentTrack, Status } from '../domain/lifecycle.ts'
import { type Change, dueInList, isInInbox, type Referral } from '../domain/referral.ts'
import { dayOrNull, instantOf, instantOrNull, type Tx } from './database.ts'
import { newId } from './ids.ts'
import { saveNotices } from './notices.ts'
import { base64, clockRow } from './rows.ts'
import { seal } from './seal.ts'

/** A referral's working state as the rules see it, and its history in brief. */
export interface ReferralRow {
  id: string
  reference: string
  track: SentTrack
  nature: IntakeNature
  status: Status
  version: number
  sender_unit_id: string
  sender_person_id: string
  receiver_unit_id: string
  sent_at: string
  violence: boolean
  is_protected: boolean
  assignee_id: string | null
  opened_at: string | null
  protection_assessed_at: string | null
  decided_at: string | null
  question_open: boolean
  feedback_requested_at: string | null
  feedback_answered_at: string | null
  preliminary_due_on: string | null
}

export const referralColumns = `r.id, r.reference, r.track, r.nature, i.status, i.version, r.sender_unit_id,
  r.sender_person_id, r.receiver_unit_id, r.sent_at, r.violence, r.is_protected, i.assignee_id, i.opened_at, i.protection_assessed_at,
  i.decided_at, i.question_open, i.feedback_requested_at, i.feedback_answered_at, i.preliminary_due_on`

export function referralOf(row: ReferralRow): Referral {
  return {
    id: row.id,
    reference: row.reference,
    track: row.track,
    nature: row.nature,
    status: row.status,
    version: row.version,
    senderUnitId: row.sender_unit_id,
    senderPersonId: row.sender_person_id,
    receiverUnitId: row.receiver_unit_id,
    sentAt: instantOf(row.sent_at),
    violence: row.violence,
    isProtected: row.is_protected,
    assigneeId: row.assignee_id,
    openedAt: instantOrNull(row.opened_at),
    protectionAssessedAt: instantOrNull(row.protection_assessed_at),
    decidedAt: instantOrNull(row.decided_at),
    questionOpen: row.question_open,
    feedbackRequestedAt: instantOrNull(row.feedback_requested_at),
    feedbackAnsweredAt: instantOrNull(row.feedback_answered_at),
    preliminaryDueOn: dayOrNull(row.preliminary_due_on),
  }
}

/** The referral for a step. Refuses (`not-found`) alike what does not exist and what may not be seen. */
export async function getReferral(tx: Tx, reference: string): Promise<Referral> {
  const [row] = await tx.rows<ReferralRow>(
    `select ${referralColumns} from referrals r join intakes i on i.referral_id = r.id where r.reference = $1`,
    [reference],
  )
  if (!row) throw new DomainError('not-found', 'no such referral')
  return referralOf(row)
}

interface HistoryRow {
  kind: EventKind
  at: string
  due_on: string | null
}

/** What has happened to a referral, as far as its clocks go, in the order it happened. */
export async function getHistory(tx: Tx, referralId: string): Promise<ClockEvent[]> {
  const rows = await tx.rows<HistoryRow>(`select kind, at, due_on from events where referral_id = $1 order by id`, [
    referralId,
  ])
  return rows.map(({ kind, at, due_on }) => ({ kind, at: instantOf(at), dueOn: dayOrNull(due_on) }))
}

/** The working state, its event and its clocks in one statement; with another version than `$2` nothing is written. */
const changeText = `
  with input as (select $16::jsonb as j), changed as (
    update intakes i set status = $3, version = $4, assignee_id = $5, opened_at = $6, protection_assessed_at = $7,
      decided_at = $8, question_open = $9, feedback_requested_at = $10, feedback_answered_at = $11,
      preliminary_due_on = $12, in_inbox = $13, due_on = $14, due_kind = $15,
      supplemented_at = case j->'event'->>'kind' when 'supplemented' then (j->'event'->>'at')::timestamptz
        when 'received' then i.supplemented_at end
    from input where i.referral_id = $1 and i.version = $2
    returning i.referral_id, i.sender_unit_id, i.receiver_unit_id, i.is_protected
  ), happened as (
    insert into events (id, referral_id, sender_unit_id, receiver_unit_id, is_protected, kind, at, actor_id, actor_unit_id,
      actor_role, actor_qualified, legal_basis, due_on, details)
    select x.id, changed.referral_id, changed.sender_unit_id, changed.receiver_unit_id, changed.is_protected, x.kind, x.at, x.actor_id,
      x.actor_unit_id, x.actor_role, x.actor_qualified, x.legal_basis, x.due_on, decode(x.details, 'base64')
    from changed, input, jsonb_to_record(j->'event') as x(id uuid, kind text, at timestamptz, actor_id uuid,
      actor_unit_id uuid, actor_role text, actor_qualified boolean, legal_basis text, due_on date, details text)
  ), ticking as (
    insert into clocks (referral_id, kind, sender_unit_id, receiver_unit_id, is_protected, label, policy_version, started_at,
      strict_due_on, roll_over_due_on, met_at)
    select changed.referral_id, x.kind, changed.sender_unit_id, changed.receiver_unit_id, changed.is_protected, x.label,
      x.policy_version, x.started_at, x.strict_due_on, x.roll_over_due_on, x.met_at
    from changed, input, jsonb_to_recordset(j->'clocks') as x(kind text, label text, policy_version text,
      started_at timestamptz, strict_due_on date, roll_over_due_on date, met_at timestamptz)
    on conflict (referral_id, kind) do update set started_at = excluded.started_at,
      strict_due_on = excluded.strict_due_on, roll_over_due_on = excluded.roll_over_due_on, met_at = excluded.met_at
  )
  select 1 as ok from changed`

/**
 * Saves the change with its event, its clocks and its notices. `history` is what had happened by the version before.
 * Refuses (`stale-version`) when someone else changed the referral first; then nothing is stored.
 */
export async function saveChange(
  tx: Tx,
  { before, after, event }: Change,
  history: readonly ClockEvent[],
): Promise<void> {
  const eventId = newId(event.at)
  const clocks = clocksOf({ nature: after.nature, track: after.track, events: [...history, event] })
  const due = dueInList(after, clocks)
  const record = {
    event: {
      id: eventId,
      kind: event.kind,
      at: event.at.toString(),
      actor_id: event.actorId,
      actor_unit_id: event.unitId,
      actor_role: event.role,
      actor_qualified: event.qualified,
      legal_basis: event.legalBasis,
      due_on: event.dueOn?.toString() ?? null,
      details: event.details ? base64(seal(tx.keys, `events:details:${eventId}`, event.details)) : null,
    },
    clocks: clocks.map(clockRow),
  }
  const changed = await tx.rows(changeText, [
    after.id,
    before.version,
    after.status,
    after.version,
    after.assigneeId,
    after.openedAt?.toString() ?? null,
    after.protectionAssessedAt?.toString() ?? null,
    after.decidedAt?.toString() ?? null,
    after.questionOpen,
    after.feedbackRequestedAt?.toString() ?? null,
    after.feedbackAnsweredAt?.toString() ?? null,
    after.preliminaryDueOn?.toString() ?? null,
    isInInbox(after),
    due?.strictDueOn.toString() ?? null,
    due?.kind ?? null,
    JSON.stringify(record),
  ])
  if (changed.length === 0) throw new DomainError('stale-version', 'someone else was first')
  await Promise.all([tellSender(tx, { before, after, event }), saveNotices(tx, { before, after, event }, eventId)])
}

/** What the sender may hear is written where the sender may read it; the rest of the change is not (DOMAIN §7). */
async function tellSender(tx: Tx, { after, event }: Change): Promise<void> {
  const heard = heardBySender(event)
  if (!heard) return
  const id = newId(event.at)
  const { kind, feedbackValue, answerBy, question } = heard
  await tx.rows(
    `insert into sender_updates (id, referral_id, sender_unit_id, receiver_unit_id, is_protected, kind, at,
       feedback_value, answer_by, content) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      after.id,
      after.senderUnitId,
      after.receiverUnitId,
      after.isProtected,
      kind,
      event.at.toString(),
      feedbackValue,
      answerBy,
      question && seal(tx.keys, `sender_updates:content:${id}`, question),
    ],
  )
}
