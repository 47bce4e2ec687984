import type { Database, Tx } from './database.ts'
import { base64 } from './rows.ts'
import { seal, UnreadableSeal, unseal } from './seal.ts'

/** Everything that is kept sealed. The address of a value is `table:column:id` in each. */
export const sealedColumns = [
  ['referrals', 'child'],
  ['referrals', 'content'],
  ['events', 'details'],
  ['sender_updates', 'content'],
  ['supplements', 'content'],
  ['child_notes', 'content'],
  ['drafts', 'content'],
  ['identity_providers', 'secret'],
  ['sessions', 'id_token'],
  ['access_review_marks', 'words'],
  ['protected_access', 'reason'],
  ['protection_changes', 'reason'],
  ['emergency_lookups', 'content'],
  ['emergency_accesses', 'why'],
] as const

const perBatch = 200

export interface Rotation {
  /** Values that the active key now seals and another did before. */
  resealed: number
  /** Addresses that no key of the ring opens: they are left as they are. */
  unreadable: string[]
}

interface SealedRow {
  id: string
  value: Uint8Array
}

interface Batch extends Rotation {
  last: string | null
}

async function resealBatch(tx: Tx, table: string, column: string, after: string | null): Promise<Batch> {
  const { keys } = tx
  const rows = await tx.rows<SealedRow>(
    `select id, ${column} as value from ${table}
     where ${column} is not null and get_byte(${column}, 0) <> $1::int and ($2::uuid is null or id > $2::uuid)
     order by id limit ${perBatch}`,
    [keys.active, after],
  )
  const unreadable: string[] = []
  const fresh = rows.flatMap(({ id, value }) => {
    const address = `${table}:${column}:${id}`
    try {
      return [{ id, old: base64(value), value: base64(seal(keys, address, unseal(keys, address, value))) }]
    } catch (error) {
      if (!(error instanceof UnreadableSeal)) throw error
      unreadable.push(address)
      return []
    }
  })
  // Only what is still as it was read: what somebody saved meanwhile is newer, and sealed by them.
  const written = await tx.rows(
    `update ${table} t set ${column} = decode(x.value, 'base64')
     from jsonb_to_recordset($1::jsonb) as x(id uuid, old text, value text)
     where t.id = x.id and t.${column} = decode(x.old, 'base64') returning t.id`,
    [JSON.stringify(fresh)],
  )
  return { resealed: written.length, unreadable, last: rows.at(-1)?.id ?? null }
}

/**
 * Seals with the active key all that another key of the ring sealed, while people work: each batch is a transaction of
 * its own, so it can be ended at any time and begun again. As the owner of the tables: what was sent is otherwise never
 * written to. When it answers with nothing unreadable, and every server has the new ring, the old key can go.
 */
export async function rotateKeys(
  database: Database,
  tell: (table: string, column: string, resealed: number) => void = () => {},
): Promise<Rotation> {
  const all: Rotation = { resealed: 0, unreadable: [] }
  for (const [table, column] of sealedColumns) {
    let resealed = 0
    let last: string | null = null
    do {
      const after: string | null = last
      const batch: Batch = await database.transaction((tx) => resealBatch(tx, table, column, after))
      resealed += batch.resealed
      all.unreadable.push(...batch.unreadable)
      last = batch.last
    } while (last !== null)
    all.resealed += resealed
    tell(table, column, resealed)
  }
  return all
}
