import type { Temporal } from 'temporal-polyfill'
import type { NoticeKind } from '../domain/notices.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { base64, uuidArray } from './rows.ts'
import { seal, unseal } from './seal.ts'

/** Whom the managers have named, and what they are told (DOMAIN §8). */

export interface Naming {
  referralId: string
  unitId: string
  personId: string
  givenBy: string
  startsAt: string
  until: string
  reason: string
}

const nameText = `insert into protected_access (id, referral_id, unit_id, person_id, given_by, starts_at, until, reason)
  select x.id, x.referral_id, x.unit_id, x.person_id, x.given_by, x.starts_at, x.until, decode(x.reason, 'base64')
  from jsonb_to_recordset($1::jsonb) as x(id uuid, referral_id uuid, unit_id uuid, person_id uuid, given_by uuid,
    starts_at timestamptz, until timestamptz, reason text)`

export async function saveNamings(tx: Tx, namings: readonly Naming[], now: Temporal.Instant): Promise<void> {
  const rows = namings.map((naming) => {
    const id = newId(now)
    return {
      id,
      referral_id: naming.referralId,
      unit_id: naming.unitId,
      person_id: naming.personId,
      given_by: naming.givenBy,
      starts_at: naming.startsAt,
      until: naming.until,
      reason: base64(seal(tx.keys, `protected_access:reason:${id}`, naming.reason)),
    }
  })
  await tx.rows(nameText, [JSON.stringify(rows)])
}

interface LiveNaming {
  id: string
  unit_id: string
  person_id: string
  given_by: string
  starts_at: string
  until: string
  reason: Uint8Array
}

/**
 * Those whom a unit has named for a family's earlier referrals are named for the new one too, until the same end: the
 * clock of a new referral must not wait for a name that is there already. Run as the worker.
 */
export async function inheritNamings(
  tx: Tx,
  familyGroupId: string,
  made: { id: string; unitIds: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const live = await tx.rows<LiveNaming>(
    `select distinct on (a.unit_id, a.person_id) a.id, a.unit_id, a.person_id, a.given_by, a.starts_at, a.until, a.reason
     from referrals r join protected_access a on a.referral_id = r.id
     where r.family_group_id = $1 and r.id <> $2 and a.unit_id = any ($3::uuid[])
       and a.ended_at is null and a.starts_at <= $4::timestamptz and a.until > $4::timestamptz
     order by a.unit_id, a.person_id, a.until desc`,
    [familyGroupId, made.id, uuidArray(made.unitIds), now.toString()],
  )
  const namings = live.map((naming) => ({
    referralId: made.id,
    unitId: naming.unit_id,
    personId: naming.person_id,
    givenBy: naming.given_by,
    startsAt: now.toString(),
    until: naming.until,
    reason: unseal<string>(tx.keys, `protected_access:reason:${naming.id}`, naming.reason),
  }))
  await saveNamings(tx, namings, now)
}

/** Ends somebody's access now. False where there is nothing of the viewer's to end. */
export async function endNaming(tx: Tx, id: string, by: string, now: Temporal.Instant): Promise<boolean> {
  const ended = await tx.rows(
    `update protected_access set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null returning id`,
    [id, now.toString(), by],
  )
  return ended.length > 0
}

/** The managers of the units: whom an alarm goes to. */
export async function listManagers(
  tx: Tx,
  unitIds: readonly string[],
): Promise<{ personId: string; unitId: string }[]> {
  return tx.rows(
    `select person_id as "personId", unit_id as "unitId" from memberships
     where unit_id = any ($1::uuid[]) and role = 'unit_manager' order by person_id`,
    [uuidArray(unitIds)],
  )
}

export interface Told {
  personId: string
  kind: NoticeKind
  referralId: string
  reference: string
}

const noticeText = `insert into notices (id, person_id, kind, referral_id, reference, at)
  select x.id, x.person_id, x.kind, x.referral_id, x.reference, x.at
  from jsonb_to_recordset($1::jsonb) as x(id uuid, person_id uuid, kind text, referral_id uuid, reference text,
    at timestamptz)`

const letterText = `insert into outbox (id, cause_id, kind, referral_id, to_person_id, written_at, next_attempt_at)
  select x.id, x.cause_id, x.kind, x.referral_id, x.person_id, x.at, x.at
  from jsonb_to_recordset($1::jsonb) as x(id uuid, cause_id uuid, kind text, referral_id uuid, person_id uuid,
    at timestamptz) on conflict do nothing`

/** Alarms: a notice each, and one letter a person, which says only that something has happened. Run as the worker. */
export async function alarm(tx: Tx, told: readonly Told[], causeId: string, now: Temporal.Instant): Promise<void> {
  if (told.length === 0) return
  const at = now.toString()
  const rows = told.map(({ personId, kind, referralId, reference }) => ({
    id: newId(now),
    cause_id: causeId,
    person_id: personId,
    kind,
    referral_id: referralId,
    reference,
    at,
  }))
  await Promise.all([tx.rows(noticeText, [JSON.stringify(rows)]), tx.rows(letterText, [JSON.stringify(rows)])])
}

/** Runs `work` as the worker, and the rest of the transaction as who it was before: the viewer, or a seed's owner. */
export async function asWorker<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [role] = await tx.rows<{ before: string }>(
    `select current_setting('role') as before, set_config('role', 'worker', true)`,
  )
  const answer = await work()
  await tx.rows(`select set_config('role', $1, true)`, [role?.before ?? 'viewer'])
  return answer
}
