import { rolesIn, type Viewer } from './organisation.ts'
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
] as const
export type AccessDoor = (typeof accessDoors)[number]
export const accessGrounds = ['assigned', 'group', 'deputy', 'manager', 'sender', 'sender_unit', 'break_glass'] as const
export type AccessGround = (typeof accessGrounds)[number]

/** What kind of thing was searched for. What was typed is logged nowhere. */
export const searchKinds = ['reference', 'number', 'name'] as const
export type SearchKind = (typeof searchKinds)[number]

/** On what ground the viewer looks in a unit where nothing is assigned to them: as its manager, or as one of it. */
export function groundInUnit(viewer: Viewer, unitId: string): 'manager' | 'group' {
  return rolesIn(viewer, unitId).every((role) => role === 'unit_manager') ? 'manager' : 'group'
}

/** The strongest ground on which the viewer reads the referral through the child unit's door. */
export function groundForReading(
  referral: Pick<Referral, 'assigneeId' | 'receiverUnitId'>,
  viewer: Viewer,
): AccessGround {
  return referral.assigneeId === viewer.personId ? 'assigned' : groundInUnit(viewer, referral.receiverUnitId)
}
