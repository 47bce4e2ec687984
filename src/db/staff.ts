import type { Temporal } from 'temporal-polyfill'
import { DomainError } from '../domain/errors.ts'
import type { Role } from '../domain/organisation.ts'
import type { HeldRole, Span, StaffMember } from '../domain/staff.ts'
import { isUniqueViolation, type Tx } from './database.ts'
import { isOn, rolesOn } from './staff-days.ts'

/** People, as the administrator keeps them. */

/**
 * From here to the commit no other administrator of the municipality changes anything: what is checked (overlaps, the
 * last administrator) then holds when it is stored. Reading goes on.
 */
export async function lockStaff(tx: Tx, municipalityId: string): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('staff ' || $1, 0))`, [municipalityId])
}

export interface StaffLine {
  id: string
  name: string
  title: string
  staffId: string | null
  qualified: boolean
  isActive: boolean
  /** What they are today. */
  roles: { unitName: string; role: Role }[]
  /** The last day of an absence today; null when there is none, or no end is known. */
  absentUntil: string | null
  isAbsent: boolean
}

export const staffPageSize = 100

const listText = `
  select p.id, p.name, p.title, p.staff_id as "staffId", p.qualified, p.deactivated_at is null as "isActive",
    coalesce((select json_agg(json_build_object('unitName', u.name, 'role', o.role) order by u.name, o.role)
      from memberships o join units u on u.id = o.unit_id
      where o.person_id = p.id and ${isOn('o', '$1::date')}), '[]') as roles,
    a.until as "absentUntil", a.until is not null or a.open as "isAbsent"
  from people p cross join lateral (
    select max(b.valid_until) as until, coalesce(bool_or(b.valid_until is null), false) as open
    from absences b where b.person_id = p.id and ${isOn('b', '$1::date')}) a
  where p.municipality_id = $5::uuid and ($2 = '' or strpos(lower(p.name), lower($2)) > 0 or p.staff_id = $2)
    and ($3::uuid is null or exists (select from ${rolesOn('$1::date')} m where m.person_id = p.id and m.unit_id = $3::uuid))
  order by p.deactivated_at is not null, p.name, p.id
  limit ${staffPageSize + 1} offset $4`

export interface StaffRequest {
  municipalityId: string
  today: string
  /** Part of a name, or a whole staff id; '' for all. */
  search: string
  unitId: string | null
  offset: number
}

/** The people of the municipality by name, a page at a time; those who have left come last. */
export async function listStaff(tx: Tx, request: StaffRequest): Promise<{ rows: StaffLine[]; hasMore: boolean }> {
  const { today, search, unitId, offset, municipalityId } = request
  const rows = await tx.rows<StaffLine>(listText, [today, search, unitId, offset, municipalityId])
  return { rows: rows.slice(0, staffPageSize), hasMore: rows.length > staffPageSize }
}

const memberText = (which: string) => `
  select p.id, p.name, p.title, p.email, p.staff_id as "staffId", p.qualified, p.qualified_on::text as "qualifiedOn",
    p.deactivated_at is null as "isActive", p.version,
    coalesce((select json_agg(json_build_object('id', m.id, 'unitId', m.unit_id, 'unitName', u.name, 'role', m.role,
        'from', m.valid_from, 'until', m.valid_until) order by m.valid_from, u.name, m.role)
      from memberships m join units u on u.id = m.unit_id where m.person_id = p.id), '[]') as roles,
    coalesce((select json_agg(json_build_object('from', d.valid_from, 'until', d.valid_until))
      from deputies d where d.person_id = p.id), '[]') as "deputySpans"
  from people p where p.municipality_id = $1::uuid ${which}`

/** Refuses (`not-found`) alike who does not exist and who works in another municipality. */
export async function getStaffMember(tx: Tx, municipalityId: string, id: string): Promise<StaffMember> {
  const [member] = await tx.rows<StaffMember>(memberText('and p.id = $2'), [municipalityId, id])
  if (!member) throw new DomainError('not-found', 'no such person', 'personId')
  return member
}

export function readAllStaff(tx: Tx, municipalityId: string): Promise<StaffMember[]> {
  return tx.rows<StaffMember>(memberText('order by p.id'), [municipalityId])
}

/** Every span in which somebody who has not left administers the municipality. */
export function administratorSpans(
  tx: Tx,
  municipalityId: string,
): Promise<(Span & Pick<HeldRole, 'id'> & { personId: string })[]> {
  return tx.rows(
    `select m.id, m.person_id as "personId", m.valid_from::text as "from", m.valid_until::text as until
     from memberships m join people p on p.id = m.person_id
     where m.municipality_id = $1 and m.role = 'administrator' and p.deactivated_at is null`,
    [municipalityId],
  )
}

export interface PersonFields {
  name: string
  title: string
  email: string
  staffId: string | null
  qualified: boolean
  qualifiedOn: string | null
}

const fieldColumns = (f: PersonFields) => [f.name, f.title, f.email, f.staffId, f.qualified, f.qualifiedOn]

/** Refuses (`staff-id-taken`) another person's number. */
export async function addPerson(tx: Tx, municipalityId: string, id: string, fields: PersonFields): Promise<void> {
  await tx
    .rows(
      `insert into people (id, municipality_id, name, title, email, staff_id, qualified, qualified_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, municipalityId, ...fieldColumns(fields)],
    )
    .catch(refuseTakenStaffId)
}

/** Refuses (`stale-version`) when another administrator has changed the person since, and then stores nothing. */
export async function savePerson(
  tx: Tx,
  { id, version }: Pick<StaffMember, 'id' | 'version'>,
  fields: PersonFields,
): Promise<void> {
  const saved = await tx
    .rows(
      `update people set name = $3, title = $4, email = $5, staff_id = $6, qualified = $7, qualified_on = $8,
         version = version + 1 where id = $1 and version = $2 returning id`,
      [id, version, ...fieldColumns(fields)],
    )
    .catch(refuseTakenStaffId)
  refuseStale(saved)
}

/** Counts a change that is not in the person's own row. Refuses as `savePerson` does. */
export async function touchPerson(tx: Tx, { id, version }: Pick<StaffMember, 'id' | 'version'>): Promise<void> {
  refuseStale(
    await tx.rows(`update people set version = version + 1 where id = $1 and version = $2 returning id`, [id, version]),
  )
}

/** A person who has left has no session from here on, nor any of those when they come back. */
export async function setActive(
  tx: Tx,
  { id, version }: Pick<StaffMember, 'id' | 'version'>,
  isActive: boolean,
  now: Temporal.Instant,
): Promise<void> {
  const changed = isActive ? 'deactivated_at = null, returned_at = $3' : 'deactivated_at = $3'
  refuseStale(
    await tx.rows(`update people set ${changed}, version = version + 1 where id = $1 and version = $2 returning id`, [
      id,
      version,
      now.toString(),
    ]),
  )
}

export async function addRole(
  tx: Tx,
  municipalityId: string,
  personId: string,
  { id, unitId, role, from, until }: Omit<HeldRole, 'unitName'>,
): Promise<void> {
  await tx.rows(
    `insert into memberships (id, municipality_id, person_id, unit_id, role, valid_from, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, municipalityId, personId, unitId, role, from, until],
  )
}

export async function saveRoleEnd(tx: Tx, id: string, until: string): Promise<void> {
  await tx.rows(`update memberships set valid_until = $2 where id = $1`, [id, until])
}

export async function unitNameOf(tx: Tx, municipalityId: string, unitId: string): Promise<string> {
  const [unit] = await tx.rows<{ name: string }>(`select name from units where id = $1 and municipality_id = $2`, [
    unitId,
    municipalityId,
  ])
  if (!unit) throw new DomainError('not-found', 'no such unit', 'unitId')
  return unit.name
}

function refuseStale(saved: readonly unknown[]): void {
  if (saved.length === 0) throw new DomainError('stale-version', 'another administrator was first')
}

function refuseTakenStaffId(error: unknown): never {
  if (isUniqueViolation(error)) throw new DomainError('staff-id-taken', 'another person has it', 'staffId')
  throw error
}
