import { dayOf } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import { noticeOfNewReferral } from '../domain/notices.ts'
import type { Viewer } from '../domain/organisation.ts'
import { policyAt } from '../domain/policy.ts'
import type { SentSubmission } from '../domain/receipt.ts'
import type { NewReferral, Sending } from '../domain/sending.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { keepProtected } from './protected-sending.ts'
import { childIndexOf, familyIndexOf } from './protection.ts'
import { base64, clockRow } from './rows.ts'
import { blindTerm, seal } from './seal.ts'
import { protectedTermsOf, searchTermsOf } from './search-terms.ts'
import { getSubmission } from './submissions.ts'

/**
 * All rows of a sent flag in one statement. When the key has been used before, `sub` gives no row and nothing is
 * written: fifty retries make one flag. Terms and letters follow with the commit, as their policies look at the referral.
 */
const sendText = `
  with input as (select $1::jsonb as j),
  sub as (
    insert into submissions (id, person_id, key, content_hash, sender_unit_id, sent_at)
    select x.id, x.person_id, x.key, x.content_hash, x.sender_unit_id, x.sent_at
    from input, jsonb_to_record(j->'submission') as x(id uuid, person_id uuid, key uuid, content_hash text,
      sender_unit_id uuid, sent_at timestamptz)
    on conflict (person_id, key) do nothing
    returning id, sender_unit_id, sent_at
  ), ref as (
    insert into referrals (id, reference, submission_id, family_group_id, child_index, track, nature, sender_unit_id,
      receiver_unit_id, sender_person_id, sent_at, policy_version, acute, violence, young_carer, is_protected,
      protection, meeting_willing, feedback_wanted, transferred_from, child, content)
    select x.id, 'BL-' || x.year || '-' || to_char(nextval('reference_numbers'), 'FM999000000'), sub.id, x.family_group_id,
      x.child_index, x.track, x.nature, sub.sender_unit_id, x.receiver_unit_id, x.sender_person_id, sub.sent_at,
      x.policy_version, x.acute, x.violence, x.young_carer, x.is_protected, x.protection, x.meeting_willing, x.feedback_wanted,
      x.transferred_from, decode(x.child, 'base64'), decode(x.content, 'base64')
    from input, sub, jsonb_to_recordset(j->'referrals') as x(id uuid, year text, family_group_id uuid, child_index uuid,
      track text, nature text, receiver_unit_id uuid, sender_person_id uuid, policy_version text, acute boolean,
      violence boolean, young_carer boolean, is_protected boolean, protection text, meeting_willing boolean, feedback_wanted boolean,
      transferred_from uuid, child text, content text)
    returning id, reference
  ), taken_in as (
    insert into intakes (referral_id, sender_unit_id, receiver_unit_id, is_protected, status, version, question_open,
      feedback_requested_at, preliminary_due_on, in_inbox, due_on, due_kind)
    select x.id, sub.sender_unit_id, x.receiver_unit_id, x.is_protected, 'sent', 1, false,
      case when x.feedback_wanted then sub.sent_at end, x.preliminary_due_on, true, x.due_on, x.due_kind
    from input, sub, jsonb_to_recordset(j->'referrals') as x(id uuid, receiver_unit_id uuid, is_protected boolean, feedback_wanted boolean,
      preliminary_due_on date, due_on date, due_kind text)
  ), ticking as (
    insert into clocks (referral_id, kind, sender_unit_id, receiver_unit_id, is_protected, label, policy_version,
      started_at, strict_due_on, roll_over_due_on)
    select x.referral_id, x.kind, sub.sender_unit_id, x.receiver_unit_id, x.is_protected, x.label, x.policy_version, x.started_at,
      x.strict_due_on, x.roll_over_due_on
    from input, sub, jsonb_to_recordset(j->'clocks') as x(referral_id uuid, kind text, receiver_unit_id uuid, is_protected boolean, label text,
      policy_version text, started_at timestamptz, strict_due_on date, roll_over_due_on date)
  ), happened as (
    insert into events (id, referral_id, sender_unit_id, receiver_unit_id, is_protected, kind, at, actor_id,
      actor_unit_id, actor_role, actor_qualified, legal_basis)
    select x.id, x.referral_id, sub.sender_unit_id, x.receiver_unit_id, x.is_protected, x.kind, sub.sent_at, x.actor_id,
      sub.sender_unit_id, x.actor_role, x.actor_qualified, x.legal_basis
    from input, sub, jsonb_to_recordset(j->'events') as x(id uuid, referral_id uuid, receiver_unit_id uuid, is_protected boolean, kind text,
      actor_id uuid, actor_role text, actor_qualified boolean, legal_basis text)
  ), noted as (
    insert into child_notes (id, submission_id, author_id, unit_id, ask_again_on, is_protected, content)
    select x.id, sub.id, x.author_id, sub.sender_unit_id, x.ask_again_on, x.is_protected, decode(x.content, 'base64')
    from input, sub, jsonb_to_recordset(j->'notes') as x(id uuid, author_id uuid, ask_again_on date, is_protected boolean,
      content text)
  ), cleared as (
    delete from drafts d using input, sub where d.id = (j->>'draftId')::uuid
  )
  select sub.id as submission_id, ref.id, ref.reference from sub left join ref on true`

const filingText = `
  with letters as (
    insert into outbox (id, cause_id, kind, referral_id, to_unit_id, written_at, next_attempt_at)
    select x.id, x.cause_id, x.kind, x.referral_id, x.to_unit_id, x.at, x.at
    from jsonb_to_recordset($2::jsonb) as x(id uuid, cause_id uuid, kind text, referral_id uuid, to_unit_id uuid,
      at timestamptz)
  )
  insert into search_terms (unit_id, term, referral_id)
  select x.unit_id, x.term, x.referral_id
  from jsonb_to_recordset($1::jsonb) as x(unit_id uuid, term uuid, referral_id uuid)`

export interface SendInput {
  key: string
  draftId: string | null
  /** What was sent, in one canonical text: a replayed key with another text is refused. */
  fingerprint: string
  transferredFrom?: string
}

/**
 * Stores what the flag became: referrals, clocks, history, search terms, letters and notes, all or nothing, once per
 * key. Refuses (`key-reused-with-other-content`) a used key with something else in it.
 */
export async function saveSending(tx: Tx, sending: Sending, viewer: Viewer, input: SendInput): Promise<SentSubmission> {
  const submissionId = newId(sending.sentAt)
  const contentHash = blindTerm(tx.keys, `sending:${viewer.personId}`, input.fingerprint)
  const referrals = sending.referrals.map((referral) => ({ id: newId(sending.sentAt), referral }))
  const record = recordOf(tx, sending, viewer, { ...input, submissionId, contentHash, referrals })
  const rows = await tx.rows<{ submission_id: string; id: string | null; reference: string }>(sendText, [
    JSON.stringify(record),
  ])
  if (rows.length === 0) return replayed(tx, viewer, input.key, contentHash)
  if (referrals.length > 0) {
    const alarmed = await keepProtected(tx, sending, viewer, submissionId, newOnes(record, rows))
    const letters = lettersOf(submissionId, referrals, sending.sentAt).filter(
      ({ to_unit_id }) => !alarmed.has(to_unit_id),
    )
    tx.atCommit(filingText, [JSON.stringify(termsOf(tx, sending, referrals)), JSON.stringify(letters)])
  }

  const referenceById = new Map(rows.map(({ id, reference }) => [id, reference]))
  return {
    submissionId,
    senderUnitId: sending.sender.id,
    sentAt: sending.sentAt.toString(),
    referrals: referrals.map(({ id, referral }) => ({
      id,
      reference: referenceById.get(id) ?? '',
      track: referral.track,
      nature: referral.nature,
      receiverUnitId: referral.receiver.id,
      acute: referral.acute,
      feedbackWanted: referral.feedbackWanted,
      isProtected: referral.isProtected,
      child: referral.child,
    })),
    notes: sending.notes,
  }
}

/** What was stored, with the keys that join it to its family and the references that Postgres gave it. */
function newOnes(record: ReturnType<typeof recordOf>, rows: readonly { id: string | null; reference: string }[]) {
  return record.referrals.map(({ id, family_group_id, child_index }) => ({
    id,
    reference: rows.find((row) => row.id === id)?.reference ?? '',
    familyGroupId: family_group_id,
    childIndex: child_index,
  }))
}

interface Prepared extends SendInput {
  submissionId: string
  contentHash: string
  referrals: { id: string; referral: NewReferral }[]
}

function recordOf(tx: Tx, { sender, sentAt, notes }: Sending, viewer: Viewer, prepared: Prepared) {
  const { keys } = tx
  const at = sentAt.toString()
  const day = dayOf(sentAt)
  const policyVersion = policyAt(day).version
  const role = viewer.memberships.find((membership) => membership.unitId === sender.id)?.role
  return {
    submission: {
      id: prepared.submissionId,
      person_id: viewer.personId,
      key: prepared.key,
      content_hash: prepared.contentHash,
      sender_unit_id: sender.id,
      sent_at: at,
    },
    draftId: prepared.draftId,
    referrals: prepared.referrals.map(({ id, referral }) => ({
      id,
      year: String(day.year),
      family_group_id: familyGroupOf(tx, viewer.municipalityId, referral, prepared.submissionId),
      child_index: childIndexOf(tx, viewer.municipalityId, referral.content.child.identityNumber),
      track: referral.track,
      nature: referral.nature,
      receiver_unit_id: referral.receiver.id,
      sender_person_id: viewer.personId,
      policy_version: policyVersion,
      acute: referral.acute,
      violence: referral.violence,
      young_carer: referral.youngCarer,
      is_protected: referral.isProtected,
      protection: referral.content.protection,
      meeting_willing: referral.meetingWilling,
      feedback_wanted: referral.feedbackWanted,
      transferred_from: prepared.transferredFrom ?? null,
      child: base64(seal(keys, `referrals:child:${id}`, referral.child)),
      content: base64(seal(keys, `referrals:content:${id}`, referral.content)),
      preliminary_due_on:
        referral.clocks.find(({ kind }) => kind === 'preliminary_assessment')?.strictDueOn.toString() ?? null,
      due_on: referral.due?.strictDueOn.toString() ?? null,
      due_kind: referral.due?.kind ?? null,
    })),
    clocks: prepared.referrals.flatMap(({ id, referral }) =>
      referral.clocks.map((clock) => ({
        ...clockRow(clock),
        referral_id: id,
        receiver_unit_id: referral.receiver.id,
        is_protected: referral.isProtected,
      })),
    ),
    events: prepared.referrals.flatMap(({ id, referral }) =>
      referral.events.map((event) => ({
        id: newId(sentAt),
        referral_id: id,
        receiver_unit_id: referral.receiver.id,
        is_protected: referral.isProtected,
        kind: event.kind,
        actor_id: viewer.personId,
        actor_role: role,
        actor_qualified: viewer.qualified,
        legal_basis: referral.legalBasis,
      })),
    ),
    notes: notes.map(({ askAgainOn, ...content }) => {
      const id = newId(sentAt)
      return {
        id,
        author_id: viewer.personId,
        ask_again_on: askAgainOn,
        is_protected: content.isProtected,
        content: base64(seal(keys, `child_notes:content:${id}`, content)),
      }
    }),
  }
}

function familyGroupOf(tx: Tx, municipalityId: string, { content }: NewReferral, submissionId: string): string {
  const number = content.client.identityNumber
  return number ? familyIndexOf(tx, municipalityId, number) : submissionId
}

type Stored = Prepared['referrals']

/** Each side finds the referral in its own unit; a protected one, only who is named for it. */
function termsOf({ keys }: Tx, { sender }: Sending, referrals: Stored) {
  return referrals.flatMap(({ id, referral }) => {
    if (referral.isProtected) {
      return protectedTermsOf(keys, id, referral.content).map((term) => ({ unit_id: id, term, referral_id: id }))
    }
    return [sender.id, referral.receiver.id].flatMap((unitId) =>
      searchTermsOf(keys, unitId, referral.content).map((term) => ({ unit_id: unitId, term, referral_id: id })),
    )
  })
}

/** One letter to each unit that receives something or is told of it, however many children there are. */
function lettersOf(submissionId: string, referrals: Stored, sentAt: Sending['sentAt']) {
  const byUnit = new Map(
    referrals.flatMap(({ id, referral: { receiver, alsoTold } }) =>
      [receiver, ...(alsoTold ? [alsoTold] : [])].map((unit) => [unit.id, id] as const),
    ),
  )
  return [...byUnit].map(([unitId, referralId]) => ({
    id: newId(sentAt),
    cause_id: submissionId,
    kind: noticeOfNewReferral(unitId).kind,
    referral_id: referralId,
    to_unit_id: unitId,
    at: sentAt.toString(),
  }))
}

async function replayed(tx: Tx, viewer: Viewer, key: string, contentHash: string): Promise<SentSubmission> {
  const [first] = await tx.rows<{ id: string; content_hash: string }>(
    `select id, content_hash from submissions where person_id = $1 and key = $2`,
    [viewer.personId, key],
  )
  if (!first || first.content_hash !== contentHash) {
    throw new DomainError('key-reused-with-other-content', 'the key belongs to another flag', 'key')
  }
  return getSubmission(tx, first.id)
}
