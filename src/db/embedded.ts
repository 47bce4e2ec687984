import { PGlite, types } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Connection, type Database, openTx } from './database.ts'
import type { KeyRing } from './seal.ts'

export interface EmbeddedOptions {
  /** Absent: in memory, gone with the process. */
  dataDir?: string
  /** A dump to begin from instead of an empty database. */
  loadDataDir?: Blob
  keys: KeyRing
  migrationsFolder: string
}

const transparent = (value: string) => value
const parsers = {
  [types.TIMESTAMPTZ]: transparent,
  [types.TIMESTAMP]: transparent,
  [types.DATE]: transparent,
}

/**
 * Postgres inside the process, with one connection: transactions take turns. For the demo, a pilot and the tests;
 * it does not sync to disk at commit, so sharp personal data belongs on a server.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, loadDataDir, keys, migrationsFolder } = options
  const pglite = await PGlite.create({ dataDir, loadDataDir })
  await pglite.exec(`set time zone 'UTC'`)
  await migrate(drizzle(pglite), { migrationsFolder })
  return {
    kind: 'embedded',
    pglite,
    transaction: (work) =>
      pglite.transaction(async (transaction) => {
        const connection: Connection = {
          run: async (text, params, as) => {
            const rowMode = as === 'arrays' ? 'array' : 'object'
            return (await transaction.query(text, [...params], { rowMode, parsers })).rows
          },
        }
        const { tx, pending } = openTx(connection, keys)
        const result = await work(tx)
        for (const { text, params } of pending) await connection.run(text, params, 'objects')
        return result
      }),
    close: () => pglite.close(),
  }
}

export interface EmbeddedDatabase extends Database {
  readonly pglite: PGlite
}
