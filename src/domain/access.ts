import { isOnlyDeputyIn, rolesIn, type Viewer } from './organisation.ts'
import type { Referral } from './referral.ts'

/** Through which door something was read, and on what ground: every read of a person's data is logged (DOMAIN §12). */
export const accessDoors = [
  'referral',
  'related',
  'sent_referral',
  'receipt',
  'search',
  'print',
  'statistics',
  'export',
  'extract',
  'emergency',
] as const
export type AccessDoor = (typeof accessDoors)[number]
export const accessGrounds = ['assigned', 'group', 'deputy', 'manager', 'sender', 'sender_unit', 'break_glass'] as const
export type AccessGround = (typeof accessGrounds)[number]

/** What kind of thing was searched for. What was typed is logged nowhere. */
export const searchKinds = ['reference', 'number', 'name'] as const
export type SearchKind = (typeof searchKinds)[number]

/** On what ground the viewer looks in a unit where nothing is assigned to them: as deputy alone, manager, or one of it. */
export function groundInUnit(viewer: Viewer, unitId: string): AccessGround {
  if (isOnlyDeputyIn(viewer, unitId)) return 'deputy'
  const held = rolesIn(viewer, unitId)
  return held.length > 0 && held.every((role) => role === 'unit_manager') ? 'manager' : 'group'
}

/**
 * The strongest ground on which the viewer reads the referral through the child unit's door. Who is there as a deputy
 * alone reads as that, also what was assigned to them meanwhile; where there is no ground of one's own, it was opened in
 * an emergency.
 */
export function groundForReading(
  referral: Pick<Referral, 'assigneeId' | 'receiverUnitId' | 'isProtected'>,
  viewer: Viewer,
  isNamed: boolean,
): AccessGround {
  if (rolesIn(viewer, referral.receiverUnitId).length === 0 || (referral.isProtected && !isNamed)) return 'break_glass'
  const ground = groundInUnit(viewer, referral.receiverUnitId)
  return ground !== 'deputy' && referral.assigneeId === viewer.personId ? 'assigned' : ground
}

/** The ground of belonging to a unit, unless one does so only as a deputy. */
export function groundForUnit(viewer: Viewer, unitId: string, ground: AccessGround): AccessGround {
  return isOnlyDeputyIn(viewer, unitId) ? 'deputy' : ground
}
