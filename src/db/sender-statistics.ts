import { instantsOf } from '../domain/period.ts'
import {
  type FeedbackOutcome,
  type SenderStage,
  type SenderStatistics,
  type SenderUnitNow,
  senderStages,
  type Wait,
} from '../domain/statistics.ts'
import type { Tx } from './database.ts'
import { uuidArray } from './rows.ts'
import { emptyWait, type StatisticsRequest, waitColumns } from './statistics.ts'
import { ownerOf } from './unit-history.ts'

/** The adult side's figures. Nothing here reads `intakes`, `clocks` or `events`, and the row policies would show none. */

/** `$1` units, `$2` and `$3` the period's instants, `$4` with protected families. */
const cohort = `
  with cohort as materialized (
    select r.id, r.track, r.sent_at, r.young_carer,
      (select min(t.at) from sender_updates t where t.referral_id = r.id and t.kind = 'received') as received_at,
      (select min(t.at) from sender_updates t where t.referral_id = r.id and t.kind in ('feedback', 'feedback_refused'))
        as answered_at,
      (select case t.kind when 'feedback_refused' then 'refused' else t.feedback_value end from sender_updates t
        where t.referral_id = r.id and t.kind in ('feedback', 'feedback_refused') order by t.id limit 1) as answer,
      r.feedback_wanted or exists (select from feedback_requests f where f.referral_id = r.id) as asked
    from referrals r
    where r.sender_unit_id = any ($1::uuid[]) and r.sent_at >= $2::timestamptz and r.sent_at < $3::timestamptz
      and ($4::boolean or not r.is_protected)
  )`

const totalsText = `${cohort}
  select count(*) filter (where track = 'A')::int as concern, count(*) filter (where track = 'B')::int as support,
    count(*) filter (where young_carer)::int as "youngCarers"
  from cohort`

const notesText = `
  select count(*)::int as notes from child_notes n join submissions s on s.id = n.submission_id
  where n.unit_id = any ($1::uuid[]) and s.sent_at >= $2::timestamptz and s.sent_at < $3::timestamptz`

const waitsText = `${cohort}
  select stage, ${waitColumns}
  from cohort c cross join lateral (values
    ('received', c.received_at, true),
    ('feedback', c.answered_at, c.track = 'A' and (c.asked or c.answered_at is not null))) as s(stage, at, applies)
  where applies group by stage`

const feedbackText = `${cohort}
  select case answer when 'not_opened' then 'notOpened' when 'already_under_way' then 'alreadyUnderWay'
      else coalesce(answer, case when asked then 'waiting' else 'notAsked' end) end as outcome, count(*)::int as count
  from cohort where track = 'A' group by 1`

/** As in the unit's own list: sent within a year. `$1` units, `$2` today, `$3` now, `$4` with protected families. */
const nowText = `
  with sent as materialized (
    select ${ownerOf('r.sender_unit_id')} as unit_id,
      not exists (select from sender_updates t where t.referral_id = r.id) as unreceived,
      (select q.answer_by from sender_updates q where q.referral_id = r.id and q.kind = 'question'
         and not exists (select from supplements s where s.referral_id = r.id and s.answers_question and s.at >= q.at)
         order by q.id desc limit 1) as answer_by
    from referrals r
    where r.sender_unit_id = any ($1::uuid[]) and r.sent_at > $3::timestamptz - interval '1 year'
      and ($4::boolean or not r.is_protected)
  )
  select u.id as "unitId", u.name, count(*) filter (where s.unreceived)::int as unreceived,
    count(s.answer_by)::int as questions, count(*) filter (where s.answer_by < $2::date)::int as "questionsOverdue",
    (select count(*)::int from child_notes n where ${ownerOf('n.unit_id')} = u.id and n.unit_id = any ($1::uuid[]) and n.asked_again_at is null
      and n.ask_again_on <= $2::date) as "askAgain"
  from units u left join sent s on s.unit_id = u.id
  where u.id = any ($1::uuid[]) and u.closed_at is null group by u.id, u.name order by u.name`

/** What these units sent in the period, and what they have been told. The units are pooled. */
export async function readSenderStatistics(tx: Tx, request: StatisticsRequest): Promise<SenderStatistics> {
  const { unitIds, period, today, now, withProtected } = request
  const { start, end } = instantsOf(period)
  const units = uuidArray(unitIds)
  const sent = [units, start, end, withProtected]
  const [totals, notes, waits, feedback, unitsNow] = await Promise.all([
    tx.rows<Pick<SenderStatistics, 'concern' | 'support' | 'youngCarers'>>(totalsText, sent),
    tx.rows<{ notes: number }>(notesText, [units, start, end]),
    tx.rows<Wait<SenderStage>>(waitsText, [...sent, now]),
    tx.rows<{ outcome: FeedbackOutcome; count: number }>(feedbackText, sent),
    tx.rows<SenderUnitNow>(nowText, [units, today, now, withProtected]),
  ])
  const countOf = (outcome: FeedbackOutcome) => feedback.find((row) => row.outcome === outcome)?.count ?? 0
  return {
    side: 'sender',
    today,
    period,
    ...(totals[0] ?? { concern: 0, support: 0, youngCarers: 0 }),
    notes: notes[0]?.notes ?? 0,
    waits: senderStages.map((stage) => waits.find((wait) => wait.stage === stage) ?? emptyWait(stage)),
    feedback: {
      opened: countOf('opened'),
      notOpened: countOf('notOpened'),
      alreadyUnderWay: countOf('alreadyUnderWay'),
      refused: countOf('refused'),
      waiting: countOf('waiting'),
      notAsked: countOf('notAsked'),
    },
    now: unitsNow,
  }
}
