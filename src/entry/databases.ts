import { existsSync, openAsBlob, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { openEmbedded } from '../db/embedded.ts'
import { makeCurrent, migrationsFolder } from '../db/migrate.ts'
import { type KeyRing, readKeyRing } from '../db/seal.ts'
import { openServer } from '../db/server.ts'
import type { Config } from './config.ts'
import { databaseFolder, demoKeys, lockDataDir } from './data-dir.ts'
import { emptyDatabase } from './made.ts'

const keysFile = z.object({ fieldKeys: z.string(), indexKey: z.string() })

/** The ring from the environment, else from KEYS_FILE, else the demo's own. Refuses, naming the setting, a bad one. */
export function readKeys({ FIELD_KEYS, INDEX_KEY, KEYS_FILE, DATA_DIR }: Config): KeyRing {
  if (FIELD_KEYS && INDEX_KEY) return readKeyRing(FIELD_KEYS, INDEX_KEY)
  if (!KEYS_FILE) {
    const { fieldKeys, indexKey } = demoKeys(DATA_DIR)
    return readKeyRing(fieldKeys, indexKey)
  }
  try {
    const { fieldKeys, indexKey } = keysFile.parse(JSON.parse(readFileSync(KEYS_FILE, 'utf8')))
    return readKeyRing(fieldKeys, indexKey)
  } catch {
    throw new Error('KEYS_FILE: it is not a readable file of {"fieldKeys": "number:base64,…", "indexKey": "base64"}.')
  }
}

/** The server's database or the embedded one, up to date. */
export async function openDatabase(config: Config, keys: KeyRing): Promise<Database> {
  if (config.DATABASE_URL) {
    await makeCurrent(config.DATABASE_URL)
    return openServer({
      url: config.DATABASE_URL,
      keys,
      connections: config.DATABASE_CONNECTIONS,
      preparedStatements: config.DATABASE_PREPARED,
    })
  }
  const release = lockDataDir(config.DATA_DIR)
  process.on('exit', release)
  const { path: dataDir, isNew, stands } = databaseFolder(config.DATA_DIR)
  const loadDataDir = isNew && existsSync(emptyDatabase) ? await openAsBlob(emptyDatabase) : undefined
  const database = await openEmbedded({ dataDir, loadDataDir, keys, migrationsFolder })
  stands()
  return database
}
