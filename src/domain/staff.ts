import { daysAfter } from './day.ts'
import { DomainError } from './errors.ts'
import { isCaseworkRole, type Role } from './organisation.ts'

/** Staff as the administrator keeps them: roles from one day to another, deputies, absence. Days are Swedish days. */

/** Both days counted; without an end it goes on. One that ends before it begins was withdrawn, and never held. */
export interface Span {
  from: string
  until: string | null
}

export interface HeldRole extends Span {
  id: string
  unitId: string
  unitName: string
  role: Role
}

export interface StaffMember {
  id: string
  name: string
  title: string
  email: string
  staffId: string | null
  qualified: boolean
  qualifiedOn: string | null
  isActive: boolean
  version: number
  roles: HeldRole[]
  /** When they are somebody's deputy. */
  deputySpans: Span[]
}

const never = '9999-12-31'
const endOf = ({ until }: Span) => until ?? never

export function isWithdrawn(span: Span): boolean {
  return endOf(span) < span.from
}

export function isOn(span: Span, day: string): boolean {
  return span.from <= day && day <= endOf(span)
}

export function overlap(a: Span, b: Span): boolean {
  return !isWithdrawn(a) && !isWithdrawn(b) && a.from <= endOf(b) && b.from <= endOf(a)
}

/** Refuses (`period-reversed`) an end before the beginning. */
export function refuseReversed({ from, until }: Span): void {
  if (until !== null && until < from) throw new DomainError('period-reversed', 'it ends before it begins', 'until')
}

/** What is ended before it began is withdrawn: its last day is the day before its first, and never an earlier one. */
export function endedOn(span: Span, until: string): string {
  const withdrawn = daysAfter(span.from, -1)
  return until < withdrawn ? withdrawn : until
}

/** Refuses (`own-rights`): what somebody may do is decided by somebody else, at every door. */
export function refuseOwn(actorId: string, personId: string): void {
  if (actorId === personId) throw new DomainError('own-rights', 'nobody changes their own rights', 'personId')
}

export type NewRole = Span & Pick<HeldRole, 'unitId' | 'role'>

/** Why the role cannot be held beside the others, or null. The same role may be held twice, on different days. */
export function roleProblem(
  role: NewRole,
  others: readonly NewRole[],
  deputySpans: readonly Span[],
): 'period-overlaps' | 'roles-do-not-mix' | null {
  const together = others.filter((other) => overlap(role, other))
  if (together.some(({ unitId, role: name }) => unitId === role.unitId && name === role.role)) return 'period-overlaps'
  // Who keeps the organisation or reviews the reading sees no referral (DOMAIN §7), so has no casework role meanwhile.
  const isCasework = isCaseworkRole(role.role)
  if (together.some((other) => isCaseworkRole(other.role) !== isCasework)) return 'roles-do-not-mix'
  if (!isCasework && deputySpans.some((span) => overlap(role, span))) return 'roles-do-not-mix'
  return null
}

/** Refuses what `roleProblem` finds, and a role that ends before it begins. */
export function refuseRole(role: NewRole, others: readonly NewRole[], deputySpans: readonly Span[]): void {
  refuseReversed(role)
  const problem = roleProblem(role, others, deputySpans)
  if (problem) throw new DomainError(problem, 'the person has a role that stands in the way', 'role')
}

/** Refuses a deputy for oneself, for somebody without casework in the unit, and one who administers or reviews. */
export function refuseDeputy(
  span: Span & { unitId: string },
  deputy: StaffMember,
  represented: Pick<StaffMember, 'id' | 'roles'>,
  deputySpansThere: readonly Span[],
): void {
  refuseReversed(span)
  if (deputy.id === represented.id) throw new DomainError('deputy-unfit', 'nobody is their own deputy', 'deputyId')
  const stands = represented.roles.some(
    (role) => role.unitId === span.unitId && isCaseworkRole(role.role) && overlap(role, span),
  )
  if (!stands) throw new DomainError('nothing-to-stand-in-for', 'no casework role in that unit then', 'unitId')
  if (!deputy.isActive || deputy.roles.some((role) => !isCaseworkRole(role.role) && overlap(role, span))) {
    throw new DomainError('deputy-unfit', 'administers, reviews, or has left', 'deputyId')
  }
  refuseOverlap(span, deputySpansThere)
}

/** Refuses (`period-overlaps`) the same thing twice at once. */
export function refuseOverlap(span: Span, others: readonly Span[]): void {
  if (others.some((other) => overlap(span, other))) {
    throw new DomainError('period-overlaps', 'the days are taken', 'from')
  }
}

/** The first day from `today` on which none of the spans counts; null when there is always one. */
export function firstDayWithout(spans: readonly Span[], today: string): string | null {
  let day = today
  for (;;) {
    const covering = spans.filter((span) => isOn(span, day))
    if (covering.length === 0) return day
    const last = covering.map(endOf).reduce((a, b) => (a > b ? a : b))
    if (last === never) return null
    day = daysAfter(last, 1)
  }
}

/** True when a change would leave the municipality without an administrator, today or sooner than it otherwise would. */
export function losesLastAdministrator(before: readonly Span[], after: readonly Span[], today: string): boolean {
  const gap = firstDayWithout(after, today)
  return gap !== null && gap < (firstDayWithout(before, today) ?? never)
}

/** Refuses (`last-administrator`): somebody must always be able to keep the organisation. */
export function refuseLosingAdministrators(before: readonly Span[], after: readonly Span[], today: string): void {
  if (losesLastAdministrator(before, after, today)) {
    throw new DomainError('last-administrator', 'nobody would administer the municipality')
  }
}
