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
}

export interface Membership {
  unitId: string
  boardId: string
  unitKind: UnitKind
  unitName: string
  role: Role
  /** Whose role it is, when it is held as their deputy. */
  deputyFor?: { personId: string; name: string }
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

/** The units whose cases the viewer works with. Empty for administrators and auditors. */
export function caseworkUnitIds(viewer: Viewer): string[] {
  return [...new Set(viewer.memberships.filter((m) => isCaseworkRole(m.role)).map((m) => m.unitId))]
}

/** The viewer's casework roles in one unit. */
export function rolesIn(viewer: Viewer, unitId: string): Role[] {
  return viewer.memberships.filter((m) => m.unitId === unitId && isCaseworkRole(m.role)).map((m) => m.role)
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
