import type { Temporal } from 'temporal-polyfill'
import type { AccessDoor, AccessGround } from '../domain/access.ts'
import { dayOf } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import type { Role } from '../domain/organisation.ts'
import type { ProtectionLevel } from '../domain/person.ts'
import type { ClockKind } from '../domain/policy.ts'
import { isLive, type NamedPerson } from '../domain/protection.ts'
import { instantOf, type Tx } from './database.ts'
import { asWorker } from './protected-access.ts'
import { isoOf, isoOrNull, uuidArray } from './rows.ts'

/** What a manager is shown of the unit's protected referrals: that they are there, and nothing of whom they are about. */

/** `until` is an instant; the naming holds until then and not at it. `lastDay` is the day before. */
export interface NamedRow extends NamedPerson {
  id: string
  name: string
  lastDay: string
}

export interface ProtectedRow {
  reference: string
  unitId: string
  side: 'receiver' | 'sender'
  level: ProtectionLevel
  sentAt: string
  isOpened: boolean
  due: { kind: ClockKind; on: string } | null
  named: NamedRow[]
}

interface WorkRow {
  reference: string
  unit_id: string
  side: 'receiver' | 'sender'
  level: ProtectionLevel
  sent_at: string
  opened_at: string | null
  due_on: string | null
  due_kind: ClockKind | null
  named: Omit<NamedRow, 'lastDay'>[] | null
}

const most = 200

const namedJson = (unit: string) => `(select json_agg(json_build_object('id', a.id, 'personId', a.person_id,
    'name', p.name, 'startsAt', a.starts_at, 'until', a.until, 'endedAt', a.ended_at) order by p.name)
  from protected_access a join people p on p.id = a.person_id
  where a.referral_id = r.id and a.unit_id = ${unit} and a.ended_at is null and a.until > $2::timestamptz) as named`

const workText = `
  (select r.reference, r.receiver_unit_id as unit_id, 'receiver' as side, r.protection as level, r.sent_at, i.opened_at,
     i.due_on, i.due_kind, ${namedJson('r.receiver_unit_id')}
   from intakes i join referrals r on r.id = i.referral_id
   where i.receiver_unit_id = any ($1::uuid[]) and i.is_protected
   order by i.in_inbox desc, i.due_on, i.referral_id desc limit ${most})
  union all
  (select r.reference, r.sender_unit_id, 'sender', r.protection, r.sent_at, null, null, null, ${namedJson('r.sender_unit_id')}
   from referrals r where r.sender_unit_id = any ($1::uuid[]) and r.is_protected order by r.id desc limit ${most})`

/**
 * The protected referrals of the units that the viewer manages, whom each is named to, soonest due first: with nobody
 * named, it waits for the manager. The policies show a manager none of these rows, so they are read as the worker, and
 * no name, number or text of anybody in them is.
 */
export async function listProtectedWork(
  tx: Tx,
  managedUnitIds: readonly string[],
  now: Temporal.Instant,
): Promise<ProtectedRow[]> {
  const rows = await asWorker(tx, () => tx.rows<WorkRow>(workText, [uuidArray(managedUnitIds), now.toString()]))
  return rows.map((row) => ({
    reference: row.reference,
    unitId: row.unit_id,
    side: row.side,
    level: row.level,
    sentAt: isoOf(row.sent_at),
    isOpened: row.opened_at !== null,
    due: row.due_on && row.due_kind ? { kind: row.due_kind, on: row.due_on } : null,
    named: (row.named ?? [])
      .map((named) => ({
        ...named,
        startsAt: isoOf(named.startsAt),
        until: isoOf(named.until),
        endedAt: isoOrNull(named.endedAt),
        lastDay: dayOf(instantOf(named.until).subtract({ milliseconds: 1 })).toString(),
      }))
      .filter((named) => isLive(named, now)),
  }))
}

export interface MarkableReferral {
  id: string
  familyGroupId: string
  childIndex: string | null
  level: ProtectionLevel
  receiverUnitId: string
  senderUnitId: string
}

const findText = `select r.id, r.family_group_id as "familyGroupId", r.child_index as "childIndex", r.protection as level,
    r.receiver_unit_id as "receiverUnitId", r.sender_unit_id as "senderUnitId"
  from referrals r where r.reference = $1`

/**
 * A referral whose protection is to change, or for which somebody is to be named: one that the viewer sees, or a
 * protected one of a unit that the viewer manages. Refuses (`not-found`) every other alike.
 */
export async function getMarkable(
  tx: Tx,
  reference: string,
  managedUnitIds: readonly string[],
): Promise<MarkableReferral> {
  const [seen] = await tx.rows<MarkableReferral>(findText, [reference])
  if (seen) return seen
  const [managed] = await asWorker(tx, () =>
    tx.rows<MarkableReferral>(
      `${findText} and r.is_protected and (r.receiver_unit_id = any ($2::uuid[]) or r.sender_unit_id = any ($2::uuid[]))`,
      [reference, uuidArray(managedUnitIds)],
    ),
  )
  if (!managed) throw new DomainError('not-found', 'no such referral')
  return managed
}

export interface StaffRow {
  personId: string
  name: string
  title: string
  unitId: string
}

/** Those who work with cases in the units: whom their managers may name. */
export async function listStaff(tx: Tx, unitIds: readonly string[]): Promise<StaffRow[]> {
  return tx.rows<StaffRow>(
    `select distinct p.id as "personId", p.name, p.title, m.unit_id as "unitId"
     from memberships m join people p on p.id = m.person_id and p.deactivated_at is null
     where m.unit_id = any ($1::uuid[]) and m.role not in ('administrator', 'auditor') order by p.name`,
    [uuidArray(unitIds)],
  )
}

export interface ProtectedRead {
  id: string
  at: string
  reference: string
  unitId: string
  personName: string
  role: Role | null
  door: AccessDoor
  ground: AccessGround
}

const pageSize = 50

/** Every read of the managed units' protected referrals, newest first. The policy shows a manager these and no other. */
export async function listProtectedReads(
  tx: Tx,
  cursor: string | null,
): Promise<{ rows: ProtectedRead[]; next: string | null }> {
  const found = await tx.rows<ProtectedRead>(
    `select l.id, l.at, l.reference, l.unit_id as "unitId", p.name as "personName", l.role, l.door, l.ground
     from protected_reads l join people p on p.id = l.person_id
     where $1::uuid is null or l.id < $1::uuid order by l.id desc limit ${pageSize + 1}`,
    [cursor],
  )
  const page = found.slice(0, pageSize).map((row) => ({ ...row, at: isoOf(row.at) }))
  return { rows: page, next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}
