import type { ChildLabel } from '../domain/confidentiality.ts'
import { listLabel, unitNameInList } from '../domain/confidentiality.ts'
import { readIdentityNumber } from '../domain/identity-number.ts'
import type { Status } from '../domain/lifecycle.ts'
import type { StoredChild } from '../domain/stored-child.ts'
import type { Tx } from './database.ts'
import { isoOf, uuidArray } from './rows.ts'
import { unseal } from './seal.ts'
import { nameTerms, numberTerm } from './search-terms.ts'

export interface SearchHit {
  id: string
  reference: string
  isProtected: boolean
  side: 'receiver' | 'sender'
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
  is_protected: boolean
  child: Uint8Array
  sent_at: string
  sender_unit: string
  receiver_unit: string
  status: Status | null
}

const most = 50

const hitColumns = `select r.id, r.reference, i.referral_id is not null as receives, r.is_protected, r.child, r.sent_at,
    su.name as sender_unit, ru.name as receiver_unit, i.status
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
): Promise<{ hits: SearchHit[]; more: boolean }> {
  const asked = text.trim()
  const rows = referencePattern.test(asked)
    ? await tx.rows<HitRow>(byReferenceText, [asked.toUpperCase()])
    : await findByTerms(tx, asked, unitIds, today)
  return { hits: rows.slice(0, most).map((row) => hitOf(tx, row, today)), more: rows.length > most }
}

/** Protected referrals are filed each under itself, for those who are named for it. */
async function namedReferrals(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select unnest(nullif(current_setting('app.named', true), '')::uuid[]) as id`,
  )
  return rows.map(({ id }) => id)
}

async function findByTerms(tx: Tx, asked: string, unitIds: readonly string[], today: string): Promise<HitRow[]> {
  const number = readIdentityNumber(asked, today)
  const termsIn = (unit: string) =>
    number.ok ? [numberTerm(tx.keys, unit, number.number)] : [...new Set(nameTerms(tx.keys, unit, asked))]
  const places = number.ok ? [...unitIds, ...(await namedReferrals(tx))] : unitIds
  const groups = places.map(termsIn)
  const wanted = groups[0]?.length ?? 0
  if (wanted === 0) return []
  const units = places.flatMap((unit) => Array<string>(wanted).fill(unit))
  const rows = await tx.rows<HitRow>(byTermsText, [uuidArray(units), uuidArray(groups.flat()), wanted])
  return number.ok ? rows : rows.filter((row) => !row.is_protected)
}

function hitOf(tx: Tx, row: HitRow, today: string): SearchHit {
  const child = unseal<StoredChild>(tx.keys, `referrals:child:${row.id}`, row.child)
  return {
    id: row.id,
    reference: row.reference,
    isProtected: row.is_protected,
    side: row.receives ? 'receiver' : 'sender',
    child: listLabel(child, row.is_protected, today),
    sentAt: isoOf(row.sent_at),
    senderUnitName: unitNameInList(row.sender_unit, row.is_protected),
    receiverUnitName: unitNameInList(row.receiver_unit, row.is_protected),
    status: row.status,
  }
}
