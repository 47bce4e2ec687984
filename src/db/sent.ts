import type { SenderUpdate, SentFile, SentRow } from '../domain/confidentiality.ts'
import { listLabel, unitNameInList } from '../domain/confidentiality.ts'
import { DomainError } from '../domain/errors.ts'
import type { ReferralContent } from '../domain/flag/referral-content.ts'
import type { IntakeNature } from '../domain/intake.ts'
import type { SentTrack } from '../domain/lifecycle.ts'
import type { FeedbackValue, QuestionCode } from '../domain/step-request.ts'
import type { StoredChild } from '../domain/stored-child.ts'
import type { Tx } from './database.ts'
import { bytesOfHex, isoOf, uuidArray } from './rows.ts'
import { unseal } from './seal.ts'
import { nameShown } from './unit-history.ts'

/** The sender's side. Nothing here reads `intakes`, `clocks` or `events`, and the row policies would show none of them. */

interface UpdateJson {
  id: string
  kind: SenderUpdate['kind']
  at: string
  feedback_value: FeedbackValue | null
  answer_by: string | null
  content: string | null
}

interface SupplementJson {
  id: string
  at: string
  author: string
  answers_question: boolean
  content: string
}

interface SentFileRow {
  id: string
  reference: string
  track: SentTrack
  nature: IntakeNature
  sent_at: string
  is_protected: boolean
  feedback_wanted: boolean
  child: Uint8Array
  content: Uint8Array
  sender: SentFile['sender']
  receiver: SentFile['receiver']
  updates: UpdateJson[]
  supplements: SupplementJson[]
  feedback_requested: boolean
}

/** Named as when the referral was sent. */
const unitJson = (alias: string, board: string) =>
  `json_build_object('unitId', ${alias}.id, 'name', ${nameShown(alias, 'r')}, 'kind', ${alias}.kind,
    'boardName', ${board}.name, 'phone', ${alias}.phone)`

const sentText = `
  select r.id, r.reference, r.track, r.nature, r.sent_at, r.is_protected, r.feedback_wanted, r.child, r.content,
    json_build_object('person', json_build_object('personId', p.id, 'name', p.name, 'title', p.title),
      'unit', ${unitJson('su', 'sb')}) as sender,
    ${unitJson('ru', 'rb')} as receiver,
    (select coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'at', t.at, 'feedback_value', t.feedback_value,
        'answer_by', t.answer_by, 'content', t.content) order by t.id), '[]')
      from sender_updates t where t.referral_id = r.id) as updates,
    (select coalesce(json_agg(json_build_object('id', s.id, 'at', s.at, 'author', sp.name,
        'answers_question', s.answers_question, 'content', s.content) order by s.id), '[]')
      from supplements s left join people sp on sp.id = s.author_id where s.referral_id = r.id) as supplements,
    exists (select from feedback_requests f where f.referral_id = r.id) as feedback_requested
  from referrals r
  left join people p on p.id = r.sender_person_id
  left join units su on su.id = r.sender_unit_id left join boards sb on sb.id = su.board_id
  left join units ru on ru.id = r.receiver_unit_id left join boards rb on rb.id = ru.board_id
  where r.reference = $1 and r.sender_unit_id = any ($2::uuid[])`

/** What one of the units sent, with what it has been told. Refuses (`not-found`) everything else alike. */
export async function getSentFile(
  tx: Tx,
  reference: string,
  unitIds: readonly string[],
): Promise<SentFile & { id: string; senderUnitId: string }> {
  const [row] = await tx.rows<SentFileRow>(sentText, [reference, uuidArray(unitIds)])
  if (!row) throw new DomainError('not-found', 'no such referral')
  return {
    id: row.id,
    senderUnitId: row.sender.unit.unitId,
    reference: row.reference,
    track: row.track,
    nature: row.nature,
    sentAt: isoOf(row.sent_at),
    isProtected: row.is_protected,
    child: unseal<StoredChild>(tx.keys, `referrals:child:${row.id}`, row.child),
    content: unseal<ReferralContent>(tx.keys, `referrals:content:${row.id}`, row.content),
    sender: row.sender,
    receiver: row.receiver,
    updates: row.updates.map((update) => updateOf(tx, update)),
    supplements: row.supplements.map(({ id, at, author, answers_question, content }) => ({
      id,
      at: isoOf(at),
      authorName: author,
      answersQuestion: answers_question,
      text: unseal<string>(tx.keys, `supplements:content:${id}`, bytesOfHex(content)),
    })),
    feedbackWanted: row.feedback_wanted || row.feedback_requested,
  }
}

function updateOf(tx: Tx, { id, kind, at: rawAt, feedback_value, answer_by, content }: UpdateJson): SenderUpdate {
  const at = isoOf(rawAt)
  if (kind === 'feedback' && feedback_value) return { kind, id, at, value: feedback_value }
  if (kind === 'question' && content && answer_by) {
    const asked = unseal<{ question: QuestionCode; text: string }>(
      tx.keys,
      `sender_updates:content:${id}`,
      bytesOfHex(content),
    )
    return { kind, id, at, ...asked, answerBy: answer_by }
  }
  return { kind: kind === 'feedback_refused' || kind === 'meeting' ? kind : 'received', id, at }
}

export const sentViews = ['all', 'question', 'unreceived', 'answered'] as const
export type SentView = (typeof sentViews)[number]

const conditions: Record<SentView, string> = {
  all: 'true',
  question: 'answer_by is not null',
  unreceived: `heard = 'sent'`,
  answered: `heard in ('feedback', 'feedback_refused')`,
}

const pageSize = 50

interface SentListRow {
  id: string
  reference: string
  submission_id: string
  track: SentTrack
  is_protected: boolean
  sent_at: string
  child: Uint8Array
  sender_name: string
  receiver_name: string
  heard: SentRow['heard']
  heard_at: string
  feedback_value: FeedbackValue | null
  answer_by: string | null
}

/**
 * Sent within a year: the list of what is under way, not an archive. Of one unit at a time, so that each is a walk in
 * its own index, newest first.
 */
const heardSql = `
  select r.id, r.reference, r.submission_id, r.track, r.is_protected, r.sent_at, r.child, r.sender_person_id,
    r.receiver_unit_id, coalesce(t.kind, 'sent') as heard, coalesce(t.at, r.sent_at) as heard_at, t.feedback_value,
    (select q.answer_by from sender_updates q where q.referral_id = r.id and q.kind = 'question'
       and not exists (select from supplements s where s.referral_id = r.id and s.answers_question and s.at >= q.at)
       order by q.id desc limit 1) as answer_by
  from referrals r
  left join lateral (select kind, at, feedback_value from sender_updates u where u.referral_id = r.id
    order by (u.kind in ('feedback', 'feedback_refused')) desc, u.id desc limit 1) t on true
  where r.sender_unit_id = own.unit_id
    and ($2::uuid is null or r.sender_person_id = $2::uuid) and r.sent_at > $3::timestamptz - interval '1 year'`

export interface SentRequest {
  unitIds: readonly string[]
  /** Only what this person sent. */
  personId: string | null
  view: SentView
  now: string
  today: string
  cursor: string | null
}

export async function listSent(tx: Tx, request: SentRequest): Promise<{ rows: SentRow[]; next: string | null }> {
  const { unitIds, personId, view, now, today, cursor } = request
  const found = await tx.rows<SentListRow>(
    `select h.*, p.name as sender_name, ${nameShown('u', 'h')} as receiver_name
     from unnest($1::uuid[]) own(unit_id) cross join lateral (
       select h.* from (${heardSql}) h
       where ${conditions[view]} and ($4::uuid is null or h.id < $4::uuid) order by h.id desc limit ${pageSize + 1}
     ) h
     left join people p on p.id = h.sender_person_id left join units u on u.id = h.receiver_unit_id
     order by h.id desc limit ${pageSize + 1}`,
    [uuidArray(unitIds), personId, now, cursor],
  )
  const page = found.slice(0, pageSize)
  return {
    rows: page.map((row) => ({
      reference: row.reference,
      submissionId: row.submission_id,
      track: row.track,
      child: listLabel(unseal<StoredChild>(tx.keys, `referrals:child:${row.id}`, row.child), row.is_protected, today),
      sentAt: isoOf(row.sent_at),
      senderName: row.sender_name,
      receiverUnitName: unitNameInList(row.receiver_name, row.is_protected),
      heard: row.heard,
      heardAt: isoOf(row.heard_at),
      feedbackValue: row.feedback_value,
      answerBy: row.answer_by,
    })),
    next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}

export async function countSent(
  tx: Tx,
  { unitIds, personId, now }: Pick<SentRequest, 'unitIds' | 'personId' | 'now'>,
): Promise<Record<SentView, number>> {
  const [row] = await tx.rows<Record<SentView, number>>(
    `select ${sentViews.map((view) => `count(*) filter (where ${conditions[view]})::int as "${view}"`).join(', ')}
     from unnest($1::uuid[]) own(unit_id) cross join lateral (${heardSql}) h`,
    [uuidArray(unitIds), personId, now],
  )
  return row ?? { all: 0, question: 0, unreceived: 0, answered: 0 }
}
