import type { AccessDoor, AccessGround } from '../domain/access.ts'
import type { Role } from '../domain/organisation.ts'
import { becomeArchivist, becomeViewer, type Tx } from './database.ts'
import { isoOf } from './rows.ts'

/** A read as the person whom it was about is told of it: by role and unit, and no name. */
export interface TellableRead {
  at: string
  unitName: string | null
  role: Role | null
  door: AccessDoor
  ground: AccessGround
}

/** Child's numbers are keyed by municipality, so referrals of the same child are of the same municipality. */
const readsText = `
  with about as (
    select $1::uuid as id
    union select o.id from referrals r join referrals o on o.child_index = r.child_index where r.id = $1::uuid
  )
  select l.at, u.name as "unitName", l.role, l.door, l.ground
  from access_log l left join units u on u.id = l.unit_id
  where l.referral_id in (select id from about)
  order by l.at desc, l.id desc`

/**
 * Every read of the child's referrals, latest first: those with the same identity number, or the one referral where
 * there is no number. The log is opened as the archivist for this one child; the viewer never reaches it.
 */
export async function listReadsOfChild(tx: Tx, referralId: string): Promise<TellableRead[]> {
  await becomeArchivist(tx)
  const rows = await tx.rows<TellableRead>(readsText, [referralId])
  await becomeViewer(tx)
  return rows.map((row) => ({ ...row, at: isoOf(row.at) }))
}
