import type { Temporal } from 'temporal-polyfill'
import type { AccessDoor, AccessGround, SearchKind } from '../domain/access.ts'
import { actingUnitId, type Role, type Viewer } from '../domain/organisation.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'

export interface Access {
  referralId: string | null
  unitId: string | null
  door: AccessDoor
  ground: AccessGround
  /** Of a protected referral: read once more in the manager's own log of these. */
  isProtected: boolean
  searchedFor?: SearchKind
}

const logText = `insert into access_log (id, at, municipality_id, person_id, unit_id, role, referral_id, door, ground,
    searched_for)
  select x.id, x.at, x.municipality_id, x.person_id, x.unit_id, x.role, x.referral_id, x.door, x.ground, x.searched_for
  from jsonb_to_recordset($1::jsonb) as x(id uuid, at timestamptz, municipality_id uuid, person_id uuid, unit_id uuid,
    role text, referral_id uuid, door text, ground text, searched_for text)`

const protectedText = `insert into protected_reads (id, at, unit_id, referral_id, reference, person_id, role, door, ground)
  select x.id, x.at, case when x.ground in ('sender', 'sender_unit') then r.sender_unit_id else r.receiver_unit_id end,
    r.id, r.reference, x.person_id, x.role, x.door, x.ground
  from jsonb_to_recordset($1::jsonb) as x(id uuid, at timestamptz, person_id uuid, role text, referral_id uuid, door text,
    ground text)
  join referrals r on r.id = x.referral_id`

/** Every read of a person's data is logged in the transaction that reads it: without the log there is no answer. */
export function logAccess(tx: Tx, viewer: Viewer, now: Temporal.Instant, accesses: readonly Access[]): void {
  if (accesses.length === 0) return
  const roleIn = (unitId: string | null): Role | null =>
    viewer.memberships.find((membership) => membership.unitId === unitId)?.role ?? null
  const rows = accesses.map(({ referralId, unitId: caseUnitId, door, ground, isProtected, searchedFor }) => {
    const unitId = caseUnitId && actingUnitId(viewer, caseUnitId)
    return {
      id: newId(now),
      at: now.toString(),
      municipality_id: viewer.municipalityId,
      person_id: viewer.personId,
      unit_id: unitId,
      role: roleIn(unitId),
      referral_id: referralId,
      door,
      ground,
      searched_for: searchedFor,
      is_protected: isProtected,
    }
  })
  tx.atCommit(logText, [JSON.stringify(rows)])
  const ofProtected = rows.filter((row) => row.is_protected)
  if (ofProtected.length > 0) tx.atCommit(protectedText, [JSON.stringify(ofProtected)])
}
