import type { Role } from './organisation.ts'

/** Who gives a role: this service's administrators, or the municipality's identity provider. */
export const membershipSources = ['administration', 'provider'] as const
export type MembershipSource = (typeof membershipSources)[number]

/** Where a municipality has its roles from. */
export const roleSources = ['administration', 'provider', 'both'] as const
export type RoleSource = (typeof roleSources)[number]

export interface UnitRole {
  unitId: string
  role: Role
}

/** A group or role as the provider writes it, and what it gives here. */
export interface RoleMapping extends UnitRole {
  value: string
}

export interface HeldRole extends UnitRole {
  source: MembershipSource
}

export interface RoleChanges {
  give: UnitRole[]
  takeAway: UnitRole[]
  /** Whether the person has any role left to sign in with. */
  mayEnter: boolean
}

const keyOf = ({ unitId, role }: UnitRole) => `${unitId} ${role}`

/**
 * What a sign-in changes: the provider's roles become exactly what it says now, and what administration gave is never
 * touched. Where all roles are the provider's, only it lets people in; an administrator still enters, to mend the mapping.
 */
export function rolesAtSignIn(
  from: RoleSource,
  held: readonly HeldRole[],
  mapping: readonly RoleMapping[],
  told: readonly string[],
): RoleChanges {
  const said = new Set(from === 'administration' ? [] : told)
  const wanted = new Map(mapping.filter(({ value }) => said.has(value)).map((role) => [keyOf(role), role]))
  const given = held.filter(({ source }) => source === 'provider')
  const kept = held.filter(({ source }) => source === 'administration')
  const heldKeys = new Set(held.map(keyOf))
  const letIn = from === 'provider' ? kept.filter(({ role }) => role === 'administrator') : kept
  return {
    give: [...wanted].filter(([key]) => !heldKeys.has(key)).map(([, { unitId, role }]) => ({ unitId, role })),
    takeAway: given.filter((role) => !wanted.has(keyOf(role))).map(({ unitId, role }) => ({ unitId, role })),
    mayEnter: wanted.size + letIn.length > 0,
  }
}
