import { instantsOf, type Period } from '../domain/period.ts'
import {
  type AgeGroup,
  ageBands,
  type ClockShare,
  type DeadLetters,
  lastDecisionDay,
  type ReceiverStage,
  type ReceiverStatistics,
  receiverStages,
  type SendingUnit,
  type UnitNow,
  type Wait,
} from '../domain/statistics.ts'
import { becomeViewer, becomeWorker, type Tx } from './database.ts'
import { uuidArray } from './rows.ts'
import { presentOn } from './staff-days.ts'
import { ownerOf } from './unit-history.ts'

export interface StatisticsRequest {
  unitIds: readonly string[]
  period: Period
  /** A Swedish day, and the instant that it was read from. */
  today: string
  now: string
  /** False in what leaves the unit: protected families are in no cell of it (DOMAIN §8). */
  withProtected: boolean
}

const swedishDay = (instant: string) => `(${instant} at time zone 'Europe/Stockholm')::date`

/** `$1` units, `$2` and `$3` the period's instants, `$4` with protected families. Names the units beside the policies. */
const cohort = `
  with cohort as materialized (
    select r.id, r.track, r.sender_unit_id, r.sent_at, r.young_carer, r.is_protected,
      i.status, i.opened_at, i.protection_assessed_at, i.decided_at
    from referrals r join intakes i on i.referral_id = r.id
    where r.receiver_unit_id = any ($1::uuid[]) and r.sent_at >= $2::timestamptz and r.sent_at < $3::timestamptz
      and ($4::boolean or not r.is_protected)
  )`

/** Columns that measure one wait, over rows with `sent_at` and `at`. `$5` is now. */
export const waitColumns = `count(at)::int as n, (count(*) - count(at))::int as waiting,
  percentile_cont(0.5) within group (order by extract(epoch from at - sent_at)::float8 / 3600) as "medianHours",
  percentile_cont(0.9) within group (order by extract(epoch from at - sent_at)::float8 / 3600) as "p90Hours",
  max(extract(epoch from $5::timestamptz - sent_at)::float8 / 3600) filter (where at is null) as "longestHours"`

const waitsText = `${cohort}
  select stage, ${waitColumns}
  from cohort c
  left join clocks k on k.referral_id = c.id and k.kind = 'support_answer'
  cross join lateral (values
    ('opened', c.opened_at, true),
    ('protection_assessed', c.protection_assessed_at, c.track = 'A'),
    ('decided', c.decided_at, c.track = 'A'),
    ('support_answered', k.met_at, c.track = 'B')) as s(stage, at, applies)
  where applies group by stage`

const totalsText = `${cohort}
  select count(*) filter (where track = 'A')::int as concern, count(*) filter (where track = 'B')::int as support,
    count(*) filter (where young_carer)::int as "youngCarers"
  from cohort`

const decisionDaysText = `${cohort}
  select least(${swedishDay('decided_at')} - ${swedishDay('sent_at')}, ${lastDecisionDay})::int as day, count(*)::int as count
  from cohort where track = 'A' and decided_at is not null group by 1`

/** The answer to a question is the sender's duty, and no clock of the child unit's. `$5` is today. */
const clocksText = `${cohort}
  select k.kind, k.label,
    count(*) filter (where ${swedishDay('k.met_at')} <= k.strict_due_on)::int as "metInTime",
    count(*) filter (where ${swedishDay('k.met_at')} > k.strict_due_on)::int as "metLate",
    count(*) filter (where k.met_at is null and k.strict_due_on < $5::date)::int as overdue,
    count(*) filter (where k.met_at is null and k.strict_due_on >= $5::date)::int as running
  from cohort c join clocks k on k.referral_id = c.id
  where k.kind <> 'information_answer' group by k.kind, k.label`

/** What leaves the unit has the names that are safe to show. */
const sendersText = `${cohort}
  select c.sender_unit_id as "unitId", coalesce(case when $4::boolean then u.name else coalesce(u.public_name, u.name) end, '') as name,
    count(*) filter (where track = 'A')::int as concern, count(*) filter (where track = 'B')::int as support,
    count(*) filter (where track = 'A' and status = 'inquiry_open')::int as opened,
    count(*) filter (where track = 'A' and status = 'no_inquiry')::int as "notOpened",
    count(*) filter (where track = 'A' and status = 'joined')::int as joined,
    count(*) filter (where track = 'A' and status = 'transferred')::int as transferred,
    count(*) filter (where track = 'A' and status not in ('inquiry_open', 'no_inquiry', 'joined', 'transferred'))::int
      as undecided,
    count(*) filter (where young_carer)::int as "youngCarers"
  from cohort c left join units u on u.id = c.sender_unit_id
  where not c.is_protected
  group by c.sender_unit_id, u.id order by count(*) desc, u.name`

/** The open work of today, whenever it came in: `$1` units, `$2` today, `$3` with protected families. */
const openWork = `
  with present as materialized (
    select t.unit_id, t.person_id from ${presentOn('$2::date')} t where t.unit_id = any ($1::uuid[])
  ), open_work as materialized (
    select ${ownerOf('i.receiver_unit_id')} as unit_id, i.due_on, i.status, i.assignee_id,
      $2::date - ${swedishDay('r.sent_at')} as age
    from intakes i join referrals r on r.id = i.referral_id
    where i.receiver_unit_id = any ($1::uuid[]) and i.in_inbox and ($3::boolean or not r.is_protected)
  )`

const backlogText = `${openWork}
  select age, count(*) filter (where due_on < $2::date)::int as overdue,
    count(*) filter (where due_on >= $2::date)::int as "inTime",
    count(*) filter (where due_on is null)::int as "noDeadline"
  from open_work group by age`

const nowText = `${openWork}
  select u.id as "unitId", u.name, count(w.unit_id)::int as open,
    count(*) filter (where w.due_on < $2::date)::int as overdue,
    count(*) filter (where w.due_on = $2::date)::int as today,
    count(*) filter (where w.status = 'sent')::int as unread,
    count(*) filter (where w.unit_id is not null
      and (w.unit_id, w.assignee_id) in (select unit_id, person_id from present) is not true)::int as unassigned,
    count(*) filter (where w.unit_id is not null and w.due_on is null)::int as "noDeadline"
  from units u left join open_work w on w.unit_id = u.id
  where u.id = any ($1::uuid[]) and u.closed_at is null group by u.id, u.name order by u.name`

export function emptyWait<Stage extends string>(stage: Stage): Wait<Stage> {
  return { stage, n: 0, medianHours: null, p90Hours: null, waiting: 0, longestHours: null }
}

type AgeRow = { age: number } & Pick<AgeGroup, 'overdue' | 'inTime' | 'noDeadline'>

function agesInBands(rows: readonly AgeRow[]): AgeGroup[] {
  return ageBands.map(({ from, to }) => {
    const inBand = rows.filter(({ age }) => age >= from && (to === null || age <= to))
    const sum = (measure: 'overdue' | 'inTime' | 'noDeadline') => inBand.reduce((all, row) => all + row[measure], 0)
    return { from, to, overdue: sum('overdue'), inTime: sum('inTime'), noDeadline: sum('noDeadline') }
  })
}

/** How children wait in these units: what came in during the period, and what is open now. The units are pooled. */
export async function readReceiverStatistics(tx: Tx, request: StatisticsRequest): Promise<ReceiverStatistics> {
  const { unitIds, period, today, now, withProtected } = request
  const { start, end } = instantsOf(period)
  const units = uuidArray(unitIds)
  const came = [units, start, end, withProtected]
  const open = [units, today, withProtected]
  const [totals, waits, days, clocks, senders, ages, unitsNow] = await Promise.all([
    tx.rows<Pick<ReceiverStatistics, 'concern' | 'support' | 'youngCarers'>>(totalsText, came),
    tx.rows<Wait<ReceiverStage>>(waitsText, [...came, now]),
    tx.rows<{ day: number; count: number }>(decisionDaysText, came),
    tx.rows<ClockShare>(clocksText, [...came, today]),
    tx.rows<SendingUnit>(sendersText, came),
    tx.rows<AgeRow>(backlogText, open),
    tx.rows<UnitNow>(nowText, open),
  ])
  return {
    side: 'receiver',
    today,
    period,
    ...(totals[0] ?? { concern: 0, support: 0, youngCarers: 0 }),
    waits: receiverStages.map((stage) => waits.find((wait) => wait.stage === stage) ?? emptyWait(stage)),
    decisionDays: Array.from(
      { length: lastDecisionDay + 1 },
      (_, day) => days.find((row) => row.day === day)?.count ?? 0,
    ),
    clocks,
    backlog: agesInBands(ages),
    now: unitsNow,
    senders,
  }
}

/** Letters to these units or their people that were given up. The viewer has no right to read the outbox; jobs have. */
export async function readDeadLetters(tx: Tx, unitIds: readonly string[]): Promise<DeadLetters> {
  const units = uuidArray(unitIds)
  const people = await tx.rows<{ id: string }>(
    `select distinct person_id as id from memberships where unit_id = any ($1::uuid[])`,
    [units],
  )
  await becomeWorker(tx)
  const codes = await tx.rows<{ code: string; count: number }>(
    `select coalesce(last_fault, '') as code, count(*)::int as count from outbox
     where dead_at is not null and (to_unit_id = any ($1::uuid[]) or to_person_id = any ($2::uuid[]))
     group by 1 order by 2 desc, 1`,
    [units, uuidArray(people.map(({ id }) => id))],
  )
  await becomeViewer(tx)
  return { count: codes.reduce((sum, { count }) => sum + count, 0), codes }
}
