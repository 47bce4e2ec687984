import { rolesIn, type Viewer } from './organisation.ts'
import type { Referral } from './referral.ts'

/** Through which door something was read, and on what ground: every read of a person's data is logged (DOMAIN §12). */
export const accessDoors = ['referral', 'related', 'sent_referral', 'receipt', 'search', 'emergency'] as const
export type AccessDoor = (typeof accessDoors)[number]
export const accessGrounds = ['assigned', 'group', 'manager', 'sender', 'sender_unit', 'break_glass'] as const
export type AccessGround = (typeof accessGrounds)[number]

/** The strongest ground on which the viewer reads the referral through the child unit's door. Where there is none of one's own, it was opened in an emergency. */
export function groundForReading(
  referral: Pick<Referral, 'assigneeId' | 'receiverUnitId' | 'isProtected'>,
  viewer: Viewer,
  isNamed: boolean,
): AccessGround {
  const held = rolesIn(viewer, referral.receiverUnitId)
  if (held.length === 0 || (referral.isProtected && !isNamed)) return 'break_glass'
  if (referral.assigneeId === viewer.personId) return 'assigned'
  return held.every((role) => role === 'unit_manager') ? 'manager' : 'group'
}
