import type { Temporal } from 'temporal-polyfill'
import { emergencyUntil } from '../domain/break-glass.ts'
import type { EmergencyReason } from '../domain/emergency-reasons.ts'
import { DomainError } from '../domain/errors.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { asWorker } from './protected-access.ts'
import { childIndexOf } from './protection.ts'
import { isoOf, isoOrNull } from './rows.ts'
import { seal, unseal } from './seal.ts'

/** The emergency door: a narrow question, and one referral for four hours (DOMAIN §7). */

export interface Question {
  reason: EmergencyReason
  /** In the person's own words. */
  why: string
  /** A reference or an identity number: nothing else is asked by here. */
  by: { reference: string } | { identityNumber: string }
}

/** What a question finds: enough to know that it is there, and no word of what it holds. */
export interface Found {
  id: string
  reference: string
  receiverUnitId: string
  isProtected: boolean
}

const foundColumns = `r.id, r.reference, r.receiver_unit_id as "receiverUnitId", r.is_protected as "isProtected"`
const most = 10

/** Among all of the municipality's referrals. The viewer's policies show none of these, so it is asked as the worker. */
export function findAnywhere(tx: Tx, municipalityId: string, by: Question['by']): Promise<Found[]> {
  return asWorker(tx, () =>
    'reference' in by
      ? tx.rows<Found>(
          `select ${foundColumns} from referrals r join units u on u.id = r.receiver_unit_id
           where r.reference = $1 and u.municipality_id = $2`,
          [by.reference, municipalityId],
        )
      : tx.rows<Found>(
          `select ${foundColumns} from referrals r where r.child_index = $1 order by r.id desc limit ${most}`,
          [childIndexOf(tx, municipalityId, by.identityNumber)],
        ),
  )
}

/** How many questions the person has put within the hour before now. */
export async function countLookups(tx: Tx, personId: string, now: Temporal.Instant): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(
    `select count(*)::int as count from emergency_lookups where person_id = $1 and at > $2`,
    [personId, now.subtract({ hours: 1 }).toString()],
  )
  return row?.count ?? 0
}

/** Every question is kept, also one that found nothing. Answers with its id. */
export async function saveLookup(
  tx: Tx,
  { reason, why, by }: Question,
  person: { personId: string; unitId: string },
  now: Temporal.Instant,
): Promise<string> {
  const id = newId(now)
  const content = seal(tx.keys, `emergency_lookups:content:${id}`, { why, by })
  await tx.rows(
    `insert into emergency_lookups (id, person_id, unit_id, at, reason, content) values ($1, $2, $3, $4, $5, $6)`,
    [id, person.personId, person.unitId, now.toString(), reason, content],
  )
  return id
}

/** The person's own question of the last hour, to open what it found. Refuses (`not-found`) all others alike. */
export async function getLookup(
  tx: Tx,
  id: string,
  personId: string,
  now: Temporal.Instant,
): Promise<Question & { unitId: string }> {
  const [row] = await tx.rows<{ unit_id: string; reason: EmergencyReason; content: Uint8Array }>(
    `select unit_id, reason, content from emergency_lookups where id = $1 and person_id = $2 and at > $3`,
    [id, personId, now.subtract({ hours: 1 }).toString()],
  )
  if (!row) throw new DomainError('not-found', 'no such question')
  const { why, by } = unseal<Pick<Question, 'why' | 'by'>>(tx.keys, `emergency_lookups:content:${id}`, row.content)
  return { reason: row.reason, why, by, unitId: row.unit_id }
}

/** Opens that referral alone, for four hours from now. Written as the worker: nobody's own right reaches this table. */
export async function saveEmergency(
  tx: Tx,
  { id: referralId, reference, receiverUnitId }: Found,
  of: { lookupId: string; personId: string; unitId: string; reason: EmergencyReason; why: string },
  now: Temporal.Instant,
): Promise<{ id: string; until: string }> {
  const id = newId(now)
  const until = emergencyUntil(now).toString()
  await tx.rows(
    `insert into emergency_accesses (id, lookup_id, person_id, unit_id, receiver_unit_id, referral_id, reference, reason,
       why, opened_at, until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      of.lookupId,
      of.personId,
      of.unitId,
      receiverUnitId,
      referralId,
      reference,
      of.reason,
      seal(tx.keys, `emergency_accesses:why:${id}`, of.why),
      now.toString(),
      until,
    ],
  )
  return { id, until }
}

export interface EmergencyRow {
  id: string
  reference: string
  personName: string
  unitName: string
  isOwn: boolean
  reason: EmergencyReason
  why: string
  openedAt: string
  until: string
  endedAt: string | null
}

/** The viewer's own, and as a manager those of the unit's people and of the unit's referrals; newest first. */
export async function listEmergencies(tx: Tx, personId: string): Promise<EmergencyRow[]> {
  const rows = await tx.rows<Omit<EmergencyRow, 'why'> & { why: Uint8Array }>(
    `select e.id, e.reference, p.name as "personName", u.name as "unitName", e.person_id = $1 as "isOwn", e.reason, e.why,
       e.opened_at as "openedAt", e.until, e.ended_at as "endedAt"
     from emergency_accesses e join people p on p.id = e.person_id join units u on u.id = e.unit_id
     order by e.id desc limit 50`,
    [personId],
  )
  return rows.map((row) => ({
    ...row,
    why: unseal<string>(tx.keys, `emergency_accesses:why:${row.id}`, row.why),
    openedAt: isoOf(row.openedAt),
    until: isoOf(row.until),
    endedAt: isoOrNull(row.endedAt),
  }))
}

export async function endEmergency(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const ended = await tx.rows(
    `update emergency_accesses set ended_at = $2 where id = $1 and ended_at is null returning id`,
    [id, now.toString()],
  )
  return ended.length > 0
}
