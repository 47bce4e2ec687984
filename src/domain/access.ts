import { isOnlyDeputyIn, rolesIn, type Viewer } from './organisation.ts'
import type { Referral } from './referral.ts'

/** Through which door something was read, and on what ground: every read of a person's data is logged (DOMAIN §12). */
export const accessDoors = ['referral', 'related', 'sent_referral', 'receipt', 'search'] as const
export type AccessDoor = (typeof accessDoors)[number]
export const accessGrounds = ['assigned', 'group', 'manager', 'sender', 'sender_unit', 'deputy'] as const
export type AccessGround = (typeof accessGrounds)[number]

/**
 * The strongest ground on which the viewer reads the referral through the child unit's door. Who is there as a deputy
 * alone reads as that, also what was assigned to them meanwhile.
 */
export function groundForReading(
  referral: Pick<Referral, 'assigneeId' | 'receiverUnitId'>,
  viewer: Viewer,
): AccessGround {
  if (isOnlyDeputyIn(viewer, referral.receiverUnitId)) return 'deputy'
  if (referral.assigneeId === viewer.personId) return 'assigned'
  const held = rolesIn(viewer, referral.receiverUnitId)
  return held.every((role) => role === 'unit_manager') ? 'manager' : 'group'
}

/** The ground of belonging to a unit, unless one does so only as a deputy. */
export function groundForUnit(viewer: Viewer, unitId: string, ground: AccessGround): AccessGround {
  return isOnlyDeputyIn(viewer, unitId) ? 'deputy' : ground
}
