import type { SearchKind } from '../domain/access.ts'
import type { ChildLabel } from '../domain/confidentiality.ts'
import { listLabel, unitNameInList } from '../domain/confidentiality.ts'
import { readIdentityNumber } from '../domain/identity-number.ts'
import type { Status } from '../domain/lifecycle.ts'
import type { StoredChild } from '../domain/stored-child.ts'
import type { Tx } from './database.ts'
import { isoOf, uuidArray } from './rows.ts'
import { unseal } from './seal.ts'
import { nameTerms, numberTerm } from './search-terms.ts'
import { nameShown } from './unit-history.ts'

export interface SearchHit {
  id: string
  reference: string
  isProtected: boolean
  side: 'receiver' | 'sender'
  /** The unit through which the viewer sees it. */
  unitId: string
  child: ChildLabel
  sentAt: string
  senderUnitName: string | null
  receiverUnitName: string | null
  /** Null on the sender's side, which may not know it. */
  status: Status | null
}

interface HitRow {
  id: string
  reference: string
  receives: boolean
  unit_id: string
  is_protected: boolean
  child: Uint8Array
  sent_at: string
  sender_unit: string
  receiver_unit: string
  status: Status | null
}

const most = 50

const hitColumns = `select r.id, r.reference, i.referral_id is not null as receives,
    case when i.referral_id is not null then r.receiver_unit_id else r.sender_unit_id end as unit_id, r.is_protected,
    r.child, r.sent_at, ${nameShown('su', 'r')} as sender_unit,
    ${nameShown('ru', 'r')} as receiver_unit, i.status
  from referrals r
  left join intakes i on i.referral_id = r.id
  left join units su on su.id = r.sender_unit_id
  left join units ru on ru.id = r.receiver_unit_id`

/**
 * Every term (`$2`) names its unit (`$1`), so each is a walk in the primary key; a hit has all of a unit's, which are
 * `$3`. Arrays and not JSON: of JSON Postgres expects thousands of rows, and plans as for those.
 * Newest first, as ids grow with time.
 */
const byTermsText = `
  with hit as materialized (
    select distinct f.referral_id from (
      select s.referral_id from unnest($1::uuid[], $2::uuid[]) a(unit_id, term)
      cross join lateral (
        select s.referral_id from search_terms s where s.unit_id = a.unit_id and s.term = a.term
        order by s.referral_id desc limit 2000
      ) s
      group by a.unit_id, s.referral_id having count(*) = $3::int
    ) f order by f.referral_id desc limit ${most + 1}
  )
  ${hitColumns} where r.id = any (select referral_id from hit) order by r.id desc`

const byReferenceText = `${hitColumns} where r.reference = $1`

const referencePattern = /^BL-\d{4}-\d{6,}$/i

/**
 * Finds by a name (all its parts), an identity number or a reference, among what the viewer may see, and by nothing
 * else (förordning 2001:637 15 §). A protected child's name is not shown, and is not found by it.
 */
export async function findReferrals(
  tx: Tx,
  text: string,
  unitIds: readonly string[],
  today: string,
): Promise<{ searchedFor: SearchKind; hits: SearchHit[]; more: boolean }> {
  const { searchedFor, rows } = await findRows(tx, text.trim(), unitIds, today)
  return { searchedFor, hits: rows.slice(0, most).map((row) => hitOf(tx, row, today)), more: rows.length > most }
}

async function findRows(
  tx: Tx,
  asked: string,
  unitIds: readonly string[],
  today: string,
): Promise<{ searchedFor: SearchKind; rows: HitRow[] }> {
  if (referencePattern.test(asked)) {
    return { searchedFor: 'reference', rows: await tx.rows<HitRow>(byReferenceText, [asked.toUpperCase()]) }
  }
  const read = readIdentityNumber(asked, today)
  if (read.ok) {
    const places = [...unitIds, ...(await namedReferrals(tx))]
    const rows = await findByTerms(tx, places, (place) => [numberTerm(tx.keys, place, read.number)])
    return { searchedFor: 'number', rows }
  }
  const named = await findByTerms(tx, unitIds, (unit) => [...new Set(nameTerms(tx.keys, unit, asked))])
  return { searchedFor: 'name', rows: named.filter((row) => !row.is_protected) }
}

/** Protected referrals are filed each under itself, for those who are named for it. */
async function namedReferrals(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select unnest(nullif(current_setting('app.named', true), '')::uuid[]) as id`,
  )
  return rows.map(({ id }) => id)
}

async function findByTerms(tx: Tx, places: readonly string[], termsIn: (place: string) => string[]): Promise<HitRow[]> {
  const groups = places.map(termsIn)
  const wanted = groups[0]?.length ?? 0
  if (wanted === 0) return []
  const units = places.flatMap((unit) => Array<string>(wanted).fill(unit))
  return tx.rows<HitRow>(byTermsText, [uuidArray(units), uuidArray(groups.flat()), wanted])
}

function hitOf(tx: Tx, row: HitRow, today: string): SearchHit {
  const child = unseal<StoredChild>(tx.keys, `referrals:child:${row.id}`, row.child)
  return {
    id: row.id,
    reference: row.reference,
    isProtected: row.is_protected,
    side: row.receives ? 'receiver' : 'sender',
    unitId: row.unit_id,
    child: listLabel(child, row.is_protected, today),
    sentAt: isoOf(row.sent_at),
    senderUnitName: unitNameInList(row.sender_unit, row.is_protected),
    receiverUnitName: unitNameInList(row.receiver_unit, row.is_protected),
    status: row.status,
  }
}
