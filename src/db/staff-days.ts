import { caseworkRoles, childUnitRoles, type Role } from '../domain/organisation.ts'

/** Who is what on a day, for the statements that are written as text. `day` is an SQL expression of a date. */

const listOf = (roles: readonly Role[]) => roles.map((role) => `'${role}'`).join(', ')
export const caseworkList = listOf(caseworkRoles)
const handlerList = listOf(childUnitRoles)

export const isOn = (alias: string, day: string) =>
  `${day} between ${alias}.valid_from and coalesce(${alias}.valid_until, 'infinity')`

/**
 * The roles that count on the day, one's own and those held as a deputy: a deputy has the casework roles of the one
 * they stand in for, in that unit, as long as that person has them and has not left.
 */
export const rolesOn = (day: string) => `(
  select m.person_id, m.unit_id, m.role, null::uuid as for_person_id, null::text as for_name
  from memberships m where ${isOn('m', day)}
  union all
  select d.person_id, d.unit_id, m.role, d.for_person_id, f.name
  from deputies d join people f on f.id = d.for_person_id and f.deactivated_at is null
  join memberships m on m.person_id = d.for_person_id and m.unit_id = d.unit_id
  where ${isOn('d', day)} and ${isOn('m', day)} and m.role in (${caseworkList}))`

/** In which unit whom a referral may be assigned to, on the day: who is absent may be, and it waits with the group. */
export const handlersOn = (day: string) => `(
  select o.unit_id, o.person_id from ${rolesOn(day)} o join people h on h.id = o.person_id
  where o.role in (${handlerList}) and h.deactivated_at is null)`

/** The same, without those who are absent on the day. What is assigned to anybody else is the group's. */
export const presentOn = (day: string) => `(
  select h.unit_id, h.person_id from ${handlersOn(day)} h where not exists (
    select from absences b where b.person_id = h.person_id and ${isOn('b', day)}))`

/** The last day of the person's absence; null when there is none on the day, or no end is known. */
export const awayUntil = (person: string, day: string) => `(
  select nullif(max(coalesce(b.valid_until, 'infinity')), 'infinity') from absences b
  where b.person_id = ${person} and ${isOn('b', day)})`
