import type { Temporal } from 'temporal-polyfill'
import type { Flag } from '../domain/flag/flag.ts'
import { contentMarked } from '../domain/flag/protection.ts'
import type { ReferralContent } from '../domain/flag/referral-content.ts'
import { isProtected, type ProtectionLevel, strongestProtection } from '../domain/person.ts'
import { isLowered } from '../domain/protection.ts'
import type { ProtectionSource } from '../domain/protection-sources.ts'
import { becomeViewer, becomeWorker, type Tx } from './database.ts'
import { newId } from './ids.ts'
import { base64, uuidArray } from './rows.ts'
import { blindTerm, seal, unseal } from './seal.ts'
import { protectedTermsOf, searchTermsOf } from './search-terms.ts'

/** A mark is a family's: it goes to all its referrals, whoever sent and whoever received them (DOMAIN §8). */

/** What joins a family's referrals: the keyed number of a client, and those of its children. */
export interface FamilyKeys {
  groups: readonly string[]
  children: readonly string[]
}

export function familyIndexOf(tx: Tx, municipalityId: string, number: string): string {
  return blindTerm(tx.keys, municipalityId, `family:${number}`)
}

export function childIndexOf(tx: Tx, municipalityId: string, number: string | null | undefined): string | null {
  return number ? blindTerm(tx.keys, municipalityId, `child:${number}`) : null
}

const ofFamily = `(r.family_group_id = any ($1::uuid[]) or r.child_index = any ($2::uuid[]))`

/**
 * The strongest mark that the family of a new flag has before it is sent. The sender may not see the other referrals
 * and is told nothing of them: only the level comes out, and only into what is stored.
 */
export async function inheritedProtection(tx: Tx, municipalityId: string, flag: Flag): Promise<ProtectionLevel> {
  const { identityNumber } = flag.client
  const groups = identityNumber ? [familyIndexOf(tx, municipalityId, identityNumber)] : []
  const children = flag.children.flatMap((child) => childIndexOf(tx, municipalityId, child.identityNumber) ?? [])
  const [, rows] = await Promise.all([
    becomeWorker(tx),
    tx.rows<{ level: ProtectionLevel }>(
      `select distinct r.protection as level from referrals r where r.is_protected and ${ofFamily}`,
      [uuidArray(groups), uuidArray(children)],
    ),
    becomeViewer(tx),
  ])
  return strongestProtection(rows.map(({ level }) => level))
}

export interface Marking {
  level: ProtectionLevel
  source: ProtectionSource
  reason: string | null
  at: Temporal.Instant
  actor: { personId: string; unitId: string }
}

/** A referral whose protection has changed. */
export interface Changed {
  id: string
  reference: string
  receiverUnitId: string
}

interface FamilyRow {
  id: string
  reference: string
  protection: ProtectionLevel
  sender_unit_id: string
  receiver_unit_id: string
  content: Uint8Array
}

const recordText = `insert into protection_changes (id, referral_id, receiver_unit_id, at, actor_id, actor_unit_id,
    from_level, to_level, source, reason, blanked)
  select x.id, x.referral_id, x.receiver_unit_id, x.at, x.actor_id, x.actor_unit_id, x.from_level, x.to_level, x.source,
    decode(x.reason, 'base64'), x.blanked
  from jsonb_to_recordset($1::jsonb) as x(id uuid, referral_id uuid, receiver_unit_id uuid, at timestamptz, actor_id uuid,
    actor_unit_id uuid, from_level text, to_level text, source text, reason text, blanked jsonb)`

const overwriteText = `update referrals r
  set is_protected = x.level <> 'none', protection = x.level, content = decode(x.content, 'base64')
  from jsonb_to_recordset($1::jsonb) as x(id uuid, level text, content text) where r.id = x.id`

const unfileText = `delete from search_terms s
  using jsonb_to_recordset($1::jsonb) as x(unit_id uuid, term uuid, referral_id uuid)
  where s.unit_id = x.unit_id and s.term = x.term and s.referral_id = x.referral_id`

const fileText = `insert into search_terms (unit_id, term, referral_id)
  select x.unit_id, x.term, x.referral_id
  from jsonb_to_recordset($1::jsonb) as x(unit_id uuid, term uuid, referral_id uuid) on conflict do nothing`

/** Written as the worker. The record comes first: without it the database lets nobody write to what was sent. */
export async function recordMarking(
  tx: Tx,
  of: readonly { id: string; receiverUnitId: string; from: ProtectionLevel; blanked: readonly string[] }[],
  { level, source, reason, at, actor }: Marking,
): Promise<void> {
  const rows = of.map(({ id: referralId, receiverUnitId, from, blanked }) => {
    const id = newId(at)
    return {
      id,
      referral_id: referralId,
      receiver_unit_id: receiverUnitId,
      at: at.toString(),
      actor_id: actor.personId,
      actor_unit_id: actor.unitId,
      from_level: from,
      to_level: level,
      source,
      reason: reason === null ? null : base64(seal(tx.keys, `protection_changes:reason:${id}`, reason)),
      blanked,
    }
  })
  await tx.rows(recordText, [JSON.stringify(rows)])
}

/**
 * Gives the whole family the mark: each referral's level, what reveals taken out of its sealed content, its search terms
 * filed anew, and a record of it all. A stronger mark than the one that is given stays, but where `exactly` is asked
 * for. Run as the worker; answers with those that changed.
 */
export async function markFamily(
  tx: Tx,
  { groups, children }: FamilyKeys,
  marking: Marking,
  { exactly, except }: { exactly: boolean; except: readonly string[] },
): Promise<Changed[]> {
  const { level } = marking
  const family = [uuidArray(groups), uuidArray(children), uuidArray(except)]
  // The files wait for each other here, so that nothing is added to one while its mark changes.
  await tx.rows(
    `select from intakes where referral_id in (select r.id from referrals r where ${ofFamily} and r.id <> all ($3::uuid[]))
     order by referral_id for update`,
    family,
  )
  const found = await tx.rows<FamilyRow>(
    `select r.id, r.reference, r.protection, r.sender_unit_id, r.receiver_unit_id, r.content from referrals r
     where ${ofFamily} and r.id <> all ($3::uuid[])`,
    family,
  )
  const rows = found.filter(({ protection }) => protection !== level && (exactly || isLowered(level, protection)))
  if (rows.length === 0) return []

  const changed = rows.map((row) => {
    const before = unseal<ReferralContent>(tx.keys, `referrals:content:${row.id}`, row.content)
    return { row, before, ...contentMarked(before, level) }
  })
  await recordMarking(
    tx,
    changed.map(({ row, blanked }) => ({
      id: row.id,
      receiverUnitId: row.receiver_unit_id,
      from: row.protection,
      blanked,
    })),
    marking,
  )
  const contents = changed.map(({ row, content }) => ({
    id: row.id,
    level,
    content: base64(seal(tx.keys, `referrals:content:${row.id}`, content)),
  }))
  const refiled = changed.filter(({ row }) => isProtected(row.protection) !== isProtected(level))
  await Promise.all([
    tx.rows(overwriteText, [JSON.stringify(contents)]),
    tx.rows(unfileText, [
      JSON.stringify(refiled.flatMap(({ row, before }) => termsOf(tx, row, before, row.protection))),
    ]),
    tx.rows(fileText, [JSON.stringify(refiled.flatMap(({ row, content }) => termsOf(tx, row, content, level)))]),
  ])
  return rows.map((row) => ({ id: row.id, reference: row.reference, receiverUnitId: row.receiver_unit_id }))
}

function termsOf({ keys }: Tx, row: FamilyRow, content: ReferralContent, level: ProtectionLevel) {
  const { id, sender_unit_id, receiver_unit_id } = row
  if (isProtected(level)) {
    return protectedTermsOf(keys, id, content).map((term) => ({ unit_id: id, term, referral_id: id }))
  }
  return [sender_unit_id, receiver_unit_id].flatMap((unitId) =>
    searchTermsOf(keys, unitId, content).map((term) => ({ unit_id: unitId, term, referral_id: id })),
  )
}
