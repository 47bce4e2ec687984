import { rotateKeys } from '../db/rotation.ts'
import { readConfig } from './config.ts'
import { openDatabase, readKeys } from './databases.ts'

/**
 * Seals everything with the first key of FIELD_KEYS, while the service runs. `DATABASE_URL` is the owner's here; on the
 * embedded database the service must rest. Ended half-way it is run again.
 */
const config = readConfig(process.env)
const database = await openDatabase(config, readKeys(config))
const { resealed, unreadable } = await rotateKeys(database, (table, column, count) => {
  process.stdout.write(`${table}.${column}: ${count}\n`)
})
process.stdout.write(`${resealed} values sealed anew.\n`)
for (const address of unreadable) process.stderr.write(`No key of the ring opens ${address}\n`)
await database.close()
process.exit(unreadable.length > 0 ? 1 : 0)
