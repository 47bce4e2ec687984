import type { Temporal } from 'temporal-polyfill'
import { DomainError } from './errors.ts'
import { childUnitRoles, isChildUnitKind, type Membership, type Role, rolesIn, type Viewer } from './organisation.ts'

/** Break-glass (DOMAIN §7): a referral outside one's reach, in an emergency, for a while, with an alarm. */

/** What is opened closes by itself after so many hours. */
export const emergencyHours = 4
/** Questions that one person may put at the emergency door within an hour. At the last one the manager is told. */
export const lookupsPerHour = 5

const emergencyRoles: readonly Role[] = childUnitRoles

/** Where the viewer is on duty: the child unit in which they handle cases, the socialjour first. Null for all others. */
export function dutyOf(viewer: Viewer): Membership | null {
  if (!viewer.qualified) return null
  const duties = viewer.memberships.filter(
    ({ role, unitKind }) => emergencyRoles.includes(role) && isChildUnitKind(unitKind),
  )
  return duties.find(({ role }) => role === 'out_of_hours') ?? duties[0] ?? null
}

/** As `dutyOf`, and refuses: it takes a degree in social work (SoL 25:1) and a child unit's work with cases. */
export function mustBeOnDuty(viewer: Viewer): Membership {
  const duty = dutyOf(viewer)
  if (duty) return duty
  const refusal = viewer.qualified ? 'not-permitted' : 'not-qualified'
  throw new DomainError(refusal, 'the emergency door is for qualified staff of a child unit')
}

/** Refuses one question more than the hour's. `before`: how many were put within the hour. */
export function refuseTooMany(before: number): void {
  if (before >= lookupsPerHour) throw new DomainError('too-many-lookups', 'five questions an hour, and no more')
}

/** Of what a question found, what may be told: the protected is there for the socialjour alone. */
export function mayBreakGlassFor({ isProtected }: { isProtected: boolean }, viewer: Viewer): boolean {
  return !isProtected || viewer.memberships.some(({ role }) => role === 'out_of_hours')
}

/** Refuses what is one's own unit's: that is opened as always. A protected one of one's own unit is still out of reach. */
export function refuseWithinReach(
  { receiverUnitId, isProtected }: { receiverUnitId: string; isProtected: boolean },
  viewer: Viewer,
): void {
  if (!isProtected && rolesIn(viewer, receiverUnitId).length > 0) {
    throw new DomainError('within-reach', 'it is with a unit of one’s own')
  }
}

export function emergencyUntil(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: emergencyHours })
}
