import { type InboxRow, listLabel, unitNameInList } from '../domain/confidentiality.ts'
import type { IntakeNature } from '../domain/intake.ts'
import type { SentTrack, Status } from '../domain/lifecycle.ts'
import type { ClockKind } from '../domain/policy.ts'
import type { StoredChild } from '../domain/stored-child.ts'
import type { Tx } from './database.ts'
import { isoOf } from './rows.ts'
import { unseal } from './seal.ts'
import { awayUntil, presentOn } from './staff-days.ts'
import { nameShown, withPredecessors } from './unit-history.ts'

export const inboxViews = [
  'open',
  'unread',
  'unassigned',
  'overdue',
  'today',
  'mine',
  'feedback',
  'inquiry',
  'done',
] as const
export type InboxView = (typeof inboxViews)[number]

/** Asked once per statement, and not per row. */
const present = `all (array(select t.person_id from ${presentOn('$2::date')} t where t.unit_id = $1::uuid))`

/** `$1` is the unit, `$2` is today. Each view of the list of the day narrows the same partial index. */
const conditions: Record<InboxView, string> = {
  open: 'i.in_inbox',
  unread: `i.in_inbox and i.status = 'sent'`,
  unassigned: `i.in_inbox and (i.assignee_id is null or i.assignee_id <> ${present})`,
  overdue: 'i.in_inbox and i.due_on < $2::date',
  today: 'i.in_inbox and i.due_on = $2::date',
  mine: `i.in_inbox and i.assignee_id = (select nullif(current_setting('app.person', true), '')::uuid)`,
  feedback:
    'i.in_inbox and i.feedback_requested_at is not null and i.feedback_answered_at is null and i.decided_at is not null',
  inquiry: `not i.in_inbox and i.status = 'inquiry_open'`,
  done: `not i.in_inbox and i.status <> 'inquiry_open'`,
}

export const inboxPageSize = 50

export interface InboxRequest {
  unitId: string
  view: InboxView
  today: string
  /** `dueOn|referralId` of the last row of the page before. */
  cursor: string | null
}

interface Row {
  id: string
  reference: string
  track: SentTrack
  nature: IntakeNature
  status: Status
  due_on: string | null
  due_kind: ClockKind | null
  acute: boolean
  young_carer: boolean
  is_protected: boolean
  sent_at: string
  supplemented: boolean
  sender_unit: string
  assignee_id: string | null
  assignee: string | null
  is_away: boolean | null
  away_until: string | null
  child: Uint8Array
  earlier: number
  siblings: number
}

/**
 * Names the unit and takes its top 50 before anything is joined: with thousands open, the plan stays on the index
 * whatever the policies make of the row estimate (PERF 1).
 */
function listText(view: InboxView): string {
  const newestFirst = view === 'done'
  const after = newestFirst
    ? 'i.referral_id < $4::uuid'
    : `(coalesce(i.due_on, 'infinity'::date), i.referral_id) > ($3::date, $4::uuid)`
  const order = newestFirst ? 'referral_id desc' : 'due_on, referral_id'
  return `
  with top as materialized (
    select i.* from (${withPredecessors('$1::uuid')}) own cross join lateral (
      select i.referral_id, i.status, i.due_on, i.due_kind, i.assignee_id, i.supplemented_at,
        i.assignee_id <> ${present} as is_away
      from intakes i
      where i.receiver_unit_id = own.unit_id and ${conditions[view]}
        and ($3::date is null or ${after}) and $2::date is not null
      order by ${order}
      limit ${inboxPageSize + 1}
    ) i
    order by ${order}
    limit ${inboxPageSize + 1}
  )
  select r.id, r.reference, r.track, r.nature, top.status, top.due_on, top.due_kind, r.acute, r.young_carer,
    r.is_protected, r.sent_at, top.supplemented_at is not null as supplemented,
    ${nameShown('u', 'r')} as sender_unit, top.assignee_id, p.name as assignee, top.is_away,
    case when top.is_away then ${awayUntil('top.assignee_id', '$2::date')} end as away_until, r.child,
    (select count(*)::int from referrals o where o.child_index = r.child_index and o.id <> r.id) as earlier,
    (select count(*)::int from referrals o where o.family_group_id = r.family_group_id and o.id <> r.id
      and o.child_index is distinct from r.child_index) as siblings
  from top join referrals r on r.id = top.referral_id
  left join units u on u.id = r.sender_unit_id
  left join people p on p.id = top.assignee_id
  order by ${order}`
}

function assigneeOf(row: Row): Pick<InboxRow, 'assignee' | 'assigneeAway'> {
  const { assignee_id: personId, assignee: name, is_away, away_until: until } = row
  if (!personId || !name) return { assignee: null, assigneeAway: null }
  return is_away
    ? { assignee: null, assigneeAway: { name, until } }
    : { assignee: { personId, name }, assigneeAway: null }
}

const listTexts = Object.fromEntries(inboxViews.map((view) => [view, listText(view)])) as Record<InboxView, string>

/** One page of a unit's list, soonest due first; of what is done, the newest. A unit that is not the viewer's has no rows. */
export async function listInbox(
  tx: Tx,
  { unitId, view, today, cursor }: InboxRequest,
): Promise<{ rows: InboxRow[]; next: string | null }> {
  const [afterDay = null, afterId = null] = cursor?.split('|') ?? []
  const found = await tx.rows<Row>(listTexts[view], [unitId, today, afterDay, afterId])
  const page = found.slice(0, inboxPageSize)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      reference: row.reference,
      track: row.track,
      nature: row.nature,
      status: row.status,
      child: listLabel(unseal<StoredChild>(tx.keys, `referrals:child:${row.id}`, row.child), row.is_protected, today),
      isProtected: row.is_protected,
      acute: row.acute,
      youngCarer: row.young_carer,
      sentAt: isoOf(row.sent_at),
      senderUnitName: unitNameInList(row.sender_unit, row.is_protected),
      ...assigneeOf(row),
      due: row.due_on && row.due_kind ? { kind: row.due_kind, on: row.due_on } : null,
      supplemented: row.supplemented,
      earlier: row.earlier,
      siblings: row.siblings,
    })),
    next: found.length > inboxPageSize && last ? `${last.due_on ?? 'infinity'}|${last.id}` : null,
  }
}

export type InboxCounts = Record<Exclude<InboxView, 'done'>, number>

const dayViews = inboxViews.filter((view) => view !== 'done' && view !== 'inquiry')
const countText = `
  select ${dayViews.map((view) => `count(*) filter (where ${conditions[view]})::int as "${view}"`).join(', ')},
    (select count(*)::int from (${withPredecessors('$1::uuid')}) own join intakes i on i.receiver_unit_id = own.unit_id
      where ${conditions.inquiry}) as inquiry
  from (${withPredecessors('$1::uuid')}) own join intakes i on i.receiver_unit_id = own.unit_id
  where i.in_inbox and $2::date is not null`

/** How many a unit has in each view, but for the finished ones, which only grow. */
export async function countInbox(tx: Tx, unitId: string, today: string): Promise<InboxCounts> {
  const [row] = await tx.rows<InboxCounts>(countText, [unitId, today])
  return row ?? { open: 0, unread: 0, unassigned: 0, overdue: 0, today: 0, mine: 0, feedback: 0, inquiry: 0 }
}
