import type { Database, Tx } from './database.ts'
import { isoOf } from './rows.ts'
import { chainMac, type KeyRing } from './seal.ts'

/**
 * The access log as a chain: each link is a keyed hash of its line and of the link before, so that a line that is
 * altered or taken away shows, also where the tables' owner did it. Links are made afterwards, by one at a time: in the
 * transaction that reads, every reader would wait for the one before (PERF 7).
 */

interface Line {
  id: string
  at: string
  municipality_id: string
  person_id: string
  unit_id: string | null
  role: string | null
  referral_id: string | null
  door: string
  ground: string
  searched_for: string | null
}

const lineColumns = `l.id, l.at, l.municipality_id, l.person_id, l.unit_id, l.role, l.referral_id, l.door, l.ground,
  l.searched_for`
const lock = 7_412_006
/** No transaction is open this long: an older line that has no link was put there afterwards. */
const latest = `interval '1 hour'`

function macOf(keys: KeyRing, before: string, line: Line): string {
  const { id, at, municipality_id, person_id, unit_id, role, referral_id, door, ground, searched_for } = line
  const reader = [municipality_id, person_id, unit_id, role]
  const told = JSON.stringify([id, isoOf(at), ...reader, referral_id, door, ground, searched_for])
  return chainMac(keys, 'access-log', before, told)
}

interface Head {
  place: number
  mac: string
  at: string | null
}

const beginning: Head = { place: 0, mac: '', at: null }

const headText = `
  select k.place::int as place, k.mac, (select l.at from access_log_links o join access_log l on l.id = o.log_id
    order by o.place desc limit 1) as at
  from access_log_links k order by k.place desc limit 1`

const unlinkedText = `
  select ${lineColumns} from access_log l
  where ($1::timestamptz is null or l.at > $1::timestamptz - ${latest})
    and not exists (select from access_log_links k where k.log_id = l.id)
  order by l.at, l.id limit $2`

/** Links the lines that have none, oldest first, at the most `most`. Returns how many; 0 also while another is at it. */
export async function linkReads(tx: Tx, most: number): Promise<number> {
  const [turn] = await tx.rows<{ mine: boolean }>(`select pg_try_advisory_xact_lock(${lock}) as mine`)
  if (!turn?.mine) return 0
  const [last] = await tx.rows<Head>(headText)
  const head = last ?? beginning
  const lines = await tx.rows<Line>(unlinkedText, [head.at, most])
  let { place, mac } = head
  const links = lines.map((line) => {
    place += 1
    mac = macOf(tx.keys, mac, line)
    return { place, log_id: line.id, mac }
  })
  await tx.rows(
    `insert into access_log_links (place, log_id, mac)
     select x.place, x.log_id, x.mac from jsonb_to_recordset($1::jsonb) as x(place bigint, log_id uuid, mac text)`,
    [JSON.stringify(links)],
  )
  return links.length
}

export type ChainFault =
  /** The line is not as it was when it was linked. */
  | { kind: 'altered'; place: number; logId: string }
  /** The link stands, and its line is gone. */
  | { kind: 'removed'; place: number; logId: string }
  /** One or more links are gone before this place. */
  | { kind: 'gap'; place: number }
  /** A head that was noted elsewhere is not in the chain: its end has been cut off, or made anew. */
  | { kind: 'head-lost'; place: number }

export interface ChainReport {
  linked: number
  /** Lines without a link that are too old to be waiting for one: added past the service. */
  foreign: number
  faults: ChainFault[]
  /** To be kept elsewhere, and given to the next verification. */
  head: { place: number; mac: string }
}

interface LinkRow extends Line {
  place: number
  mac: string
  log_id: string
  /** Null when the line is gone. */
  id: string
}

const perBatch = 10_000
const linksText = `
  select k.place::int as place, k.mac, k.log_id, ${lineColumns}
  from access_log_links k left join access_log l on l.id = k.log_id
  where k.place > $1 order by k.place limit ${perBatch}`

const foreignText = `
  select count(*)::int as n from access_log l
  where l.at < (select max(x.at) from access_log x) - ${latest}
    and not exists (select from access_log_links k where k.log_id = l.id)`

/** From here on by what is stored, so that one fault is told once. */
function walkLinks(keys: KeyRing, before: { place: number; mac: string }, rows: readonly LinkRow[]): ChainFault[] {
  const faults: ChainFault[] = []
  let { place, mac } = before
  for (const row of rows) {
    if (row.place !== place + 1) faults.push({ kind: 'gap', place: row.place })
    else if (row.id === null) faults.push({ kind: 'removed', place: row.place, logId: row.log_id })
    else if (macOf(keys, mac, row) !== row.mac) faults.push({ kind: 'altered', place: row.place, logId: row.log_id })
    place = row.place
    mac = row.mac
  }
  return faults
}

/** Walks the whole chain, as the owner. `noted` is the head of an earlier report: that it still stands is verified too. */
export async function verifyChain(
  database: Database,
  noted: { place: number; mac: string } | null = null,
): Promise<ChainReport> {
  const faults: ChainFault[] = []
  let [head, linked] = [{ place: 0, mac: '' }, 0]
  let isNotedThere = noted === null
  for (;;) {
    const { place: after }: { place: number } = head
    const { keys, rows }: { keys: KeyRing; rows: LinkRow[] } = await database.transaction(async (tx) => ({
      keys: tx.keys,
      rows: await tx.rows<LinkRow>(linksText, [after]),
    }))
    const last = rows.at(-1)
    if (!last) break
    faults.push(...walkLinks(keys, head, rows))
    if (noted && rows.some(({ place, mac }) => place === noted.place && mac === noted.mac)) isNotedThere = true
    head = { place: last.place, mac: last.mac }
    linked += rows.length
  }
  if (noted && !isNotedThere) faults.push({ kind: 'head-lost', place: noted.place })
  const [foreign] = await database.transaction((tx) => tx.rows<{ n: number }>(foreignText))
  return { linked, foreign: foreign?.n ?? 0, faults, head }
}

const stretchText = `
  select min(k.place)::int as first, max(k.place)::int as last, count(*)::int as lines,
    count(*) filter (where k.place is null)::int as unlinked
  from access_log l left join access_log_links k on k.log_id = l.id where l.at >= $1 and l.at < $2`

const linksOfStretchText = `
  select k.place::int as place, k.mac, k.log_id, ${lineColumns}
  from access_log_links k left join access_log l on l.id = k.log_id
  where k.place between $1::int - 1 and $2 order by k.place`

/**
 * How many lines the log has between the instants, and how many faults its chain has there: lines altered, taken away,
 * or without a link. As the archivist, in one transaction, so for a month and not for years.
 */
export async function verifyStretch(tx: Tx, from: string, until: string): Promise<{ lines: number; faults: number }> {
  const [stretch] = await tx.rows<{ first: number | null; last: number | null; lines: number; unlinked: number }>(
    stretchText,
    [from, until],
  )
  if (!stretch?.first || !stretch.last) return { lines: stretch?.lines ?? 0, faults: stretch?.unlinked ?? 0 }
  const links = await tx.rows<LinkRow>(linksOfStretchText, [stretch.first, stretch.last])
  const [before] = links
  const isFirstOfAll = stretch.first === 1
  const start = isFirstOfAll || !before ? { place: 0, mac: '' } : { place: before.place, mac: before.mac }
  const faults = walkLinks(tx.keys, start, isFirstOfAll ? links : links.slice(1))
  return { lines: stretch.lines, faults: faults.length + stretch.unlinked }
}
