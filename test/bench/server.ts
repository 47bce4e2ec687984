import { serve } from '@hono/node-server'
import { Temporal } from 'temporal-polyfill'
import { createApp } from '../../src/api/app.ts'
import { openChanges } from '../../src/api/changes.ts'
import type { Database, Tx } from '../../src/db/database.ts'
import { readKeyRing } from '../../src/db/seal.ts'
import { openServer } from '../../src/db/server.ts'

/** The service, alone in its process. `BENCH_AS=owner`: every statement as ever, but no role is taken, so no policy narrows. */

const { BENCH_URL = '', FIELD_KEYS = '', INDEX_KEY = '', BENCH_AS } = process.env
const database = openServer({ url: BENCH_URL, keys: readKeyRing(FIELD_KEYS, INDEX_KEY), connections: 20 })

function asOwner(tx: Tx): Tx {
  const rows: Tx['rows'] = (text, params) =>
    tx.rows(text.replace(`set_config('role', 'viewer', true)`, `'owner'`), params)
  return {
    get db() {
      return tx.db
    },
    keys: tx.keys,
    atCommit: tx.atCommit,
    rows,
  }
}

const withoutPolicies: Database = {
  ...database,
  transaction: (work) => database.transaction((tx) => work(asOwner(tx))),
}

const app = createApp({
  database: BENCH_AS === 'owner' ? withoutPolicies : database,
  clock: () => Temporal.Now.instant(),
  demo: false,
  origin: 'http://127.0.0.1',
  changes: openChanges(),
  keptMail: null,
  log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
})

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }))
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))
