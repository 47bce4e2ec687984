import { Temporal } from 'temporal-polyfill'
import { dayOf, startOfDay } from './calendar.ts'
import { DomainError } from './errors.ts'
import { childUnitRoles, managedUnits, type Role, rolesIn, type Viewer } from './organisation.ts'
import { isProtected, type ProtectionLevel, protectionLevels } from './person.ts'

/** Protected persons (DOMAIN §8; OSL 21:3, 21:3 a): who may mark, who may name, and for how long. */

/** Months that somebody is named for at the longest. Who still needs it is named anew. */
export const longestAccessMonths = 6

/** A marked referral's receiving unit and level, as the rules see it. */
export interface Marked {
  receiverUnitId: string
  level: ProtectionLevel
}

const strength = (level: ProtectionLevel) => protectionLevels.indexOf(level)

/** Whether the change makes the protection weaker: that asks for a reason. */
export function isLowered(from: ProtectionLevel, to: ProtectionLevel): boolean {
  return strength(to) < strength(from)
}

/**
 * The role in which the viewer changes the protection of a referral of their unit's. Marking is open to everybody who
 * handles children's cases there; taking a mark away is the manager's alone. A weaker protection needs a reason.
 * Refuses with the field at fault.
 */
export function roleForChange(
  { receiverUnitId, level: from }: Marked,
  to: ProtectionLevel,
  reason: string,
  viewer: Viewer,
): Role {
  const held = rolesIn(viewer, receiverUnitId)
  const role = childUnitRoles.toReversed().find((candidate) => held.includes(candidate))
  if (!role) throw new DomainError('not-permitted', 'the mark is the child unit’s to change')
  if (to === from) throw new DomainError('level-unchanged', 'it is marked so already', 'level')
  if (!isProtected(to) && !held.includes('unit_manager')) {
    throw new DomainError('not-permitted', 'taking a mark away is the manager’s', 'level')
  }
  if (isLowered(from, to) && reason.trim() === '') {
    throw new DomainError('reasons-missing', 'a weaker protection needs a reason', 'reason')
  }
  return held.includes('unit_manager') ? 'unit_manager' : role
}

/**
 * Until when somebody named on `now` sees the referral: the end of the Swedish day `untilDay`. Refuses a viewer who does
 * not manage the unit, a person who does not work there, a day that has passed and one beyond six months.
 */
export function accessUntil(
  { unitId, personId, untilDay }: { unitId: string; personId: string; untilDay: string },
  { viewer, staffIds, now }: { viewer: Viewer; staffIds: readonly string[]; now: Temporal.Instant },
): Temporal.Instant {
  if (!managedUnits(viewer).some((managed) => managed.unitId === unitId)) {
    throw new DomainError('not-permitted', 'naming is for the manager of the unit')
  }
  if (!staffIds.includes(personId)) {
    throw new DomainError('assignee-outside-unit', 'the person does not work in the unit', 'personId')
  }
  const today = dayOf(now)
  const last = Temporal.PlainDate.from(untilDay)
  if (Temporal.PlainDate.compare(last, today) < 0) {
    throw new DomainError('date-in-the-past', 'the last day has passed', 'until')
  }
  if (Temporal.PlainDate.compare(last, today.add({ months: longestAccessMonths })) > 0) {
    throw new DomainError('access-too-long', 'somebody is named for six months at the longest', 'until')
  }
  return startOfDay(last.add({ days: 1 }))
}

/** Somebody who is or has been named for a protected referral. */
export interface NamedPerson {
  personId: string
  startsAt: string
  until: string
  endedAt: string | null
}

/** Whether the naming holds at the instant: to the millisecond until its end, and not after. */
export function isLive({ startsAt, until, endedAt }: NamedPerson, now: Temporal.Instant): boolean {
  const at = (text: string) => Temporal.Instant.compare(Temporal.Instant.from(text), now)
  return endedAt === null && at(startsAt) <= 0 && at(until) > 0
}
