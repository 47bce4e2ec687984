import type { Temporal } from 'temporal-polyfill'
import type { AccessDoor, AccessGround } from '../domain/access.ts'
import { countLookUps, itemsOf, type LoggedRead, reviewPolicy, sampleOf, sampleSize } from '../domain/access-review.ts'
import { nameParts } from '../domain/names.ts'
import type { Role } from '../domain/organisation.ts'
import { boundsOf, endedMonths } from '../domain/review-month.ts'
import { verifyStretch } from './access-log-chain.ts'
import { instantOf, type Tx } from './database.ts'
import { newId } from './ids.ts'
import { blindTerm, chainMac, type KeyRing } from './seal.ts'

/** The month's reviews, drawn from the log as the archivist: what reviewers may see is copied, and they see no log. */

export interface UnitMonth {
  municipalityId: string
  unitId: string
  month: string
}

const missingText = `
  select u.municipality_id as "municipalityId", u.id as "unitId", m.month
  from jsonb_array_elements_text($1::jsonb) m(month) cross join units u
  where not exists (select from access_reviews r where r.unit_id = u.id and r.month = m.month)
  order by m.month, u.id limit $2`

/** The units' months that have ended and are not drawn, oldest first: also those that were missed. */
export async function listUndrawn(tx: Tx, now: Temporal.Instant, most: number): Promise<UnitMonth[]> {
  const [first] = await tx.rows<{ at: string | null }>(`select min(at) as at from access_log`)
  if (!first?.at) return []
  return tx.rows<UnitMonth>(missingText, [JSON.stringify(endedMonths(instantOf(first.at), now)), most])
}

interface ReadRow {
  id: string
  at: string
  reader_id: string
  role: Role | null
  referral_id: string | null
  reference: string | null
  door: AccessDoor
  ground: AccessGround
  stands_in_case: boolean
  has_acted: boolean
  is_alive: boolean
  shares_name: boolean
  is_member: boolean
}

/**
 * What the rules ask of each line. Terms of a surname are keyed as the unit's own search terms are, so that a name is
 * found without any content being opened. Opening a referral is an event, and no act of the reader's.
 */
const readsText = `
  with month as (
    select l.* from access_log l where l.at >= $2 and l.at < $3 and l.unit_id = $1
  ), surname as (
    select x.person_id, x.term from jsonb_to_recordset($4::jsonb) as x(person_id uuid, term uuid)
  ), pair as (
    select m.person_id, m.referral_id,
      r.sender_person_id = m.person_id or i.assignee_id = m.person_id
        or exists (select from access_log o where o.referral_id = m.referral_id and o.person_id = m.person_id
          and o.ground in ('assigned', 'sender')) as stands,
      exists (select from events e where e.referral_id = m.referral_id and e.actor_id = m.person_id
        and e.kind <> 'received') as acted,
      exists (select from surname s join search_terms t on t.unit_id = $1 and t.term = s.term
        and t.referral_id = m.referral_id where s.person_id = m.person_id) as shares_name
    from (select distinct person_id, referral_id from month where referral_id is not null) m
    join referrals r on r.id = m.referral_id left join intakes i on i.referral_id = m.referral_id
  )
  select m.id, m.at, m.person_id as reader_id, m.role, m.referral_id, r.reference, m.door, m.ground,
    coalesce(p.stands, false) as stands_in_case, coalesce(p.acted, false) as has_acted,
    coalesce(p.shares_name, false) as shares_name,
    exists (select from events e where e.referral_id = m.referral_id
      and e.at between m.at - $5::int * interval '1 day' and m.at + $5::int * interval '1 day') as is_alive,
    m.role is not null and (w.deactivated_at is null or w.deactivated_at > m.at) as is_member
  from month m left join pair p on p.person_id = m.person_id and p.referral_id = m.referral_id
  left join referrals r on r.id = m.referral_id left join people w on w.id = m.person_id`

const readersText = `
  select p.id, p.name from people p
  where exists (select from access_log l where l.unit_id = $1 and l.at >= $2 and l.at < $3 and l.person_id = p.id)`

function surnameTerms(keys: KeyRing, unitId: string, people: readonly { id: string; name: string }[]) {
  return people.flatMap(({ id, name }) => {
    const surname = name.trim().split(/\s+/).at(-1) ?? ''
    return nameParts(surname).map((part) => ({ person_id: id, term: blindTerm(keys, unitId, `name:${part}`) }))
  })
}

function readOf(row: ReadRow): LoggedRead {
  return {
    id: row.id,
    at: instantOf(row.at),
    readerId: row.reader_id,
    role: row.role,
    referralId: row.referral_id,
    door: row.door,
    ground: row.ground,
    isConcerned: row.stands_in_case || row.has_acted,
    hasActed: row.has_acted,
    isCaseAlive: row.is_alive,
    sharesName: row.shares_name,
    isMember: row.is_member,
  }
}

const saveText = `
  with drawn as (
    insert into access_reviews (id, municipality_id, unit_id, month, drawn_at, reads, sample_seed, sample_size,
      chain_lines, chain_faults)
    select x.id, x.municipality_id, x.unit_id, x.month, x.drawn_at, x.reads, x.sample_seed, x.sample_size,
      x.chain_lines, x.chain_faults
    from jsonb_to_record($1::jsonb) as x(id uuid, municipality_id uuid, unit_id uuid, month text, drawn_at timestamptz,
      reads int, sample_seed text, sample_size int, chain_lines int, chain_faults int)
    on conflict (unit_id, month) do nothing
    returning id, municipality_id, unit_id
  )
  insert into access_review_items (id, review_id, municipality_id, unit_id, log_id, reader_id, role, at, door, ground,
    reference, reasons, reads)
  select x.id, drawn.id, drawn.municipality_id, drawn.unit_id, x.log_id, x.reader_id, x.role, x.at, x.door, x.ground,
    x.reference, x.reasons, x.reads
  from drawn, jsonb_to_recordset($2::jsonb) as x(id uuid, log_id uuid, reader_id uuid, role text, at timestamptz,
    door text, ground text, reference text, reasons jsonb, reads int)`

/**
 * Draws one unit's month: sample and hits of the rules. Once, however often and by however many it is asked for.
 * As the archivist; the log must have been linked, as a line without a link counts as a fault of the chain.
 */
export async function drawReview(tx: Tx, { municipalityId, unitId, month }: UnitMonth, now: Temporal.Instant) {
  const { keys } = tx
  const bounds = boundsOf(month)
  const [from, until] = [bounds.from.toString(), bounds.until.toString()]
  const people = await tx.rows<{ id: string; name: string }>(readersText, [unitId, from, until])
  const terms = JSON.stringify(surnameTerms(keys, unitId, people))
  const rows =
    people.length === 0 ? [] : await tx.rows<ReadRow>(readsText, [unitId, from, until, terms, reviewPolicy.aliveDays])
  const chain = rows.length === 0 ? { lines: 0, faults: 0 } : await verifyStretch(tx, from, until)

  const reads = rows.map(readOf)
  const seed = chainMac(keys, 'access-review', unitId, month)
  const lookUps = countLookUps(reads)
  const size = sampleSize(lookUps)
  const sample = sampleOf(reads, (logId) => chainMac(keys, 'access-review', seed, logId), size)
  const rowById = new Map(rows.map((row) => [row.id, row]))
  const items = itemsOf(reads, sample).flatMap(({ logId, reasons, reads }) => {
    const row = rowById.get(logId)
    if (!row) return []
    const { reader_id, role, at, door, ground, reference } = row
    return [{ id: newId(now), log_id: logId, reader_id, role, at, door, ground, reference, reasons, reads }]
  })
  const review = {
    id: newId(now),
    municipality_id: municipalityId,
    unit_id: unitId,
    month,
    drawn_at: now.toString(),
    reads: lookUps,
    sample_seed: seed,
    sample_size: size,
    chain_lines: chain.lines,
    chain_faults: chain.faults,
  }
  await tx.rows(saveText, [JSON.stringify(review), JSON.stringify(items)])
}
