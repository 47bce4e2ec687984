import type { Tx } from './database.ts'
import { uuidArray } from './rows.ts'

/**
 * From now on the members of one unit have the same roles in another; `personIds` null: all of them. Returns who moved.
 * The sessions under way follow with their next request.
 */
export async function moveMembers(
  tx: Tx,
  fromUnitId: string,
  toUnitId: string,
  personIds: readonly string[] | null,
): Promise<string[]> {
  const whom = `unit_id = $1 and ($2::uuid[] is null or person_id = any ($2::uuid[]))`
  const chosen = personIds && uuidArray(personIds)
  await tx.rows(
    `insert into memberships (person_id, unit_id, municipality_id, role)
     select person_id, $3::uuid, municipality_id, role from memberships where ${whom}
     on conflict do nothing`,
    [fromUnitId, chosen, toUnitId],
  )
  const moved = await tx.rows<{ id: string }>(`delete from memberships where ${whom} returning person_id as id`, [
    fromUnitId,
    chosen,
  ])
  return [...new Set(moved.map(({ id }) => id))]
}
