import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { openEmbedded } from '../db/embedded.ts'
import { migrationsFolder } from '../db/migrate.ts'
import { newKeySettings, readKeyRing } from '../db/seal.ts'

/** Writes an embedded database, migrated and empty, as a file to begin from. The file has its name only when whole. */
export async function makeEmptyDatabase(path: string): Promise<void> {
  const { fieldKeys, indexKey } = newKeySettings()
  const embedded = await openEmbedded({ keys: readKeyRing(fieldKeys, indexKey), migrationsFolder })
  const dump = await embedded.pglite.dumpDataDir('none')
  await embedded.close()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.part`, Buffer.from(await dump.arrayBuffer()))
  renameSync(`${path}.part`, path)
}
