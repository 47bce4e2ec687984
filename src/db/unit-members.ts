import type { Tx } from './database.ts'
import { uuidArray } from './rows.ts'
import { caseworkList } from './staff-days.ts'

/**
 * From the day on those who work with one unit's cases have the same roles in another, and their deputies there too;
 * `personIds` null: all of them. Returns who moved. The sessions under way follow with their next request.
 */
export async function moveMembers(
  tx: Tx,
  fromUnitId: string,
  toUnitId: string,
  personIds: readonly string[] | null,
  day: string,
): Promise<string[]> {
  const whom = (alias: string, person: string) => `${alias}.unit_id = $1
    and ($2::uuid[] is null or ${alias}.${person} = any ($2::uuid[]))
    and ${alias}.valid_until is distinct from ${alias}.valid_from - 1
    and coalesce(${alias}.valid_until, 'infinity') >= $3::date`
  const chosen = personIds && uuidArray(personIds)
  const roles = `${whom('m', 'person_id')} and m.role in (${caseworkList})`
  await tx.rows(
    `insert into memberships (person_id, unit_id, municipality_id, role, valid_from, valid_until)
     select m.person_id, $4::uuid, m.municipality_id, m.role, greatest(m.valid_from, $3::date), m.valid_until
     from memberships m where ${roles} and not exists (
       select from memberships t where t.person_id = m.person_id and t.unit_id = $4::uuid and t.role = m.role
         and t.valid_until is distinct from t.valid_from - 1 and t.valid_from <= coalesce(m.valid_until, 'infinity')
         and coalesce(t.valid_until, 'infinity') >= greatest(m.valid_from, $3::date))`,
    [fromUnitId, chosen, day, toUnitId],
  )
  await tx.rows(
    `insert into deputies (id, municipality_id, person_id, for_person_id, unit_id, valid_from, valid_until)
     select gen_random_uuid(), m.municipality_id, m.person_id, m.for_person_id, $4::uuid,
       greatest(m.valid_from, $3::date), m.valid_until
     from deputies m where ${whom('m', 'for_person_id')}`,
    [fromUnitId, chosen, day, toUnitId],
  )
  await tx.rows(
    `update deputies m set valid_until = greatest(m.valid_from, $3::date) - 1 where ${whom('m', 'for_person_id')}`,
    [fromUnitId, chosen, day],
  )
  const moved = await tx.rows<{ id: string }>(
    `update memberships m set valid_until = greatest(m.valid_from, $3::date) - 1 where ${roles} returning m.person_id as id`,
    [fromUnitId, chosen, day],
  )
  return [...new Set(moved.map(({ id }) => id))]
}
