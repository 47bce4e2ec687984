import type { Temporal } from 'temporal-polyfill'
import { limitsByPerson, type RateWindow, refuseOver } from '../domain/rate-limits.ts'
import { instantOf, type Tx } from './database.ts'

const { search, 'sign-in': signIn } = limitsByPerson

/** `takeOne`, as one statement: two servers that count at once wait for each other, and for nobody else. */
const takeSearchText = `
  insert into search_rates as r (person_id, opened_at, taken) values ($1, $2, 1)
  on conflict (person_id) do update set
    opened_at = case when w.over then excluded.opened_at else r.opened_at end,
    taken = case when w.over then 1 else r.taken + 1 end
  returning opened_at, taken`.replaceAll(
  'w.over',
  `r.opened_at <= $2::timestamptz - interval '${search.seconds} seconds'`,
)

/** Counts one more search. Refuses (`TooManyRequests`) past the person's limit; what is refused is not counted. */
export async function takeSearch(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const [row] = await tx.rows<{ opened_at: string; taken: number }>(takeSearchText, [personId, now.toString()])
  if (row) refuseOver('search', windowOf(row), search, now)
}

/** Refuses (`TooManyRequests`) when the person has had too many sessions begun of late. Ask before one more is begun. */
export async function refuseManySignIns(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const [row] = await tx.rows<{ opened_at: string | null; taken: number }>(
    `select min(started_at) as opened_at, count(*)::int as taken from sessions
     where person_id = $1 and started_at > $2::timestamptz - interval '${signIn.seconds} seconds'`,
    [personId, now.toString()],
  )
  if (row?.opened_at) refuseOver('sign-in', windowOf({ opened_at: row.opened_at, taken: row.taken + 1 }), signIn, now)
}

function windowOf(row: { opened_at: string; taken: number }): RateWindow {
  return { openedAt: instantOf(row.opened_at), taken: row.taken }
}
