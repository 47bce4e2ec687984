import type { OpeningHours } from './opening-hours.ts'

/** Municipality → board → unit → member. A board (nämnd) is its own authority and data controller. */

export const adultUnitKinds = [
  'substance_use',
  'social_psychiatry',
  'income_support',
  'disability',
  'domestic_violence',
  'family_law',
] as const
export const childUnitKinds = ['intake', 'child_group', 'out_of_hours', 'family_support'] as const
export const unitKinds = [...adultUnitKinds, ...childUnitKinds] as const
export type UnitKind = (typeof unitKinds)[number]

export const roles = [
  'case_handler',
  'social_worker',
  'team_lead',
  'unit_manager',
  'out_of_hours',
  'administrator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** Those who handle a child's case: whom it may be assigned to. */
export const childUnitRoles = ['social_worker', 'team_lead', 'unit_manager', 'out_of_hours'] as const
/** Roles that work with cases. An administrator or an auditor sees no referral content (DOMAIN §7). */
export const caseworkRoles = ['case_handler', ...childUnitRoles] as const

export interface Unit {
  id: string
  municipalityId: string
  boardId: string
  kind: UnitKind
  name: string
  /** The unit's own telephone, shown where the form says "ring först". */
  phone: string
  /** The function mailbox. Letters go to a function, never to a person's own inbox. */
  mailbox: string
  /** What stands instead of the name where the name would tell the kind of case, or where a family lives. Null: itself. */
  publicName: string | null
  /** Null: answers at any hour. */
  openingHours: OpeningHours | null
  /** ISO. A closed unit stays, for the history; its successor has its work. */
  closedAt: string | null
}

export interface Membership {
  unitId: string
  boardId: string
  unitKind: UnitKind
  unitName: string
  role: Role
  /** Whose role it is, when it is held as their deputy. */
  deputyFor?: { personId: string; name: string }
  /** Closed units whose work this one has taken over. */
  predecessorIds?: readonly string[]
}

/** The signed-in person, as every rule sees them. `qualified` is the degree of SoL 25:1: checked on the act. */
export interface Viewer {
  personId: string
  name: string
  municipalityId: string
  qualified: boolean
  memberships: readonly Membership[]
}

export function isChildUnitKind(kind: UnitKind): boolean {
  return (childUnitKinds as readonly UnitKind[]).includes(kind)
}

export function isCaseworkRole(role: Role): boolean {
  return (caseworkRoles as readonly Role[]).includes(role)
}

/** The name that tells neither the kind of case nor where a family lives (DOMAIN §7, §8): for all that leaves the unit. */
export function safeNameOf({ name, publicName }: Pick<Unit, 'name' | 'publicName'>): string {
  return publicName ?? name
}

/** The unit that the membership is in, and those whose work it has taken over. */
export function unitIdsOf({ unitId, predecessorIds = [] }: Membership): string[] {
  return [unitId, ...predecessorIds]
}

/** The units whose cases the viewer works with, closed predecessors too. Empty for administrators and auditors. */
export function caseworkUnitIds(viewer: Viewer): string[] {
  return [...new Set(viewer.memberships.filter((m) => isCaseworkRole(m.role)).flatMap(unitIdsOf))]
}

/** The viewer's casework roles for the work of one unit, be it their own or one that theirs has taken over. */
export function rolesIn(viewer: Viewer, unitId: string): Role[] {
  return viewer.memberships.filter((m) => isCaseworkRole(m.role) && unitIdsOf(m).includes(unitId)).map((m) => m.role)
}

/** The viewer's own unit that has the work of this one: the unit that an act of theirs is recorded under. */
export function actingUnitId(viewer: Viewer, unitId: string): string {
  return viewer.memberships.find((m) => unitIdsOf(m).includes(unitId))?.unitId ?? unitId
}

/** True when all that the viewer is in the unit is somebody's deputy. */
export function isOnlyDeputyIn(viewer: Viewer, unitId: string): boolean {
  const held = viewer.memberships.filter((m) => m.unitId === unitId && isCaseworkRole(m.role))
  return held.length > 0 && held.every(({ deputyFor }) => deputyFor !== undefined)
}

/** The units that the viewer manages: their figures, and nobody else's. */
export function managedUnits(viewer: Viewer): Membership[] {
  return viewer.memberships.filter((m) => m.role === 'unit_manager')
}

/** Which parts of the service are for this person: the same facts that the rules and the row policies read. */
export function partsFor(viewer: Viewer) {
  const casework = new Set(caseworkUnitIds(viewer))
  const kinds = viewer.memberships.filter(({ unitId }) => casework.has(unitId)).map(({ unitKind }) => unitKind)
  return {
    flag: kinds.some((kind) => (adultUnitKinds as readonly UnitKind[]).includes(kind)),
    handle: kinds.some(isChildUnitKind),
    manage: managedUnits(viewer).length > 0,
    administer: viewer.memberships.some(({ role }) => role === 'administrator'),
    review: viewer.memberships.some(({ role }) => role === 'auditor' || role === 'unit_manager'),
  }
}
