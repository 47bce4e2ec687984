import { DomainError } from './errors.ts'
import { adultUnitKinds, type Unit, type UnitKind } from './organisation.ts'
import type { Routing, RoutingRule } from './routing.ts'

/** What an administrator may do with whole units. No referral is ever left with a unit that nobody works in. */

const isAdult = (kind: UnitKind) => (adultUnitKinds as readonly UnitKind[]).includes(kind)

/** Which child units may take over which: one that receives what the other did, and works as it did. */
const successorKinds: Partial<Record<UnitKind, readonly UnitKind[]>> = {
  intake: ['intake'],
  out_of_hours: ['out_of_hours'],
  family_support: ['family_support', 'child_group', 'intake'],
  child_group: ['child_group', 'family_support', 'intake'],
}

/** Whether the unit may take over the other's work: open, of the same authority, and of a kind that does that work. */
export function maySucceed(successor: Unit, unit: Unit): boolean {
  const sameWork = isAdult(unit.kind) ? isAdult(successor.kind) : successorKinds[unit.kind]?.includes(successor.kind)
  return (
    successor.id !== unit.id && successor.closedAt === null && successor.boardId === unit.boardId && sameWork === true
  )
}

/** What a unit still has, as yes or no: an administrator is told no more of cases than that. */
export interface Remaining {
  cases: boolean
  members: boolean
  rules: boolean
}

/**
 * Whether the unit can be closed only with a successor. A unit that receives always needs one, for a flag may be on
 * its way; so does one that ever had a case, for a sender may supplement it at any time.
 */
export function needsSuccessor({ kind }: Pick<Unit, 'kind'>, { cases, members, rules }: Remaining): boolean {
  return cases || members || rules || kind === 'intake' || kind === 'family_support'
}

/** Refuses a unit that is closed, and where the administrator has work with cases, now or to come: nobody moves their own rights. */
export function refuseOwnOrClosed(unit: Unit, hasOwnRole: boolean): void {
  if (unit.closedAt !== null) throw new DomainError('wrong-status', 'the unit is closed already')
  if (hasOwnRole) throw new DomainError('own-rights', 'the administrator has a role in the unit')
}

/**
 * Refuses what would lose work or give rights to the one who asks: a unit that is closed already, has something left
 * and no successor, or a successor of another board or kind; and an administrator who has a role with cases in either.
 */
export function refuseUnfitClosing(
  unit: Unit,
  successor: Unit | null,
  remaining: Remaining,
  hasOwnRole: boolean,
): void {
  refuseOwnOrClosed(unit, hasOwnRole)
  if (successor && !maySucceed(successor, unit)) {
    throw new DomainError('successor-unfit', 'that unit cannot take over', 'successorId')
  }
  if (!successor && needsSuccessor(unit, remaining)) {
    throw new DomainError('unit-in-use', 'the unit has something left, and no one who takes over', 'successorId')
  }
}

/** The rules with one unit in another's place, in all rules or in those that are named. */
export function redirected(
  { rules }: Pick<Routing, 'rules'>,
  fromUnitId: string,
  toUnitId: string,
  only?: readonly string[],
): RoutingRule[] {
  return rules.map((rule) =>
    rule.receiverId === fromUnitId && (!only || only.includes(rule.id)) ? { ...rule, receiverId: toUnitId } : rule,
  )
}
