import postgres from 'postgres'
import { type Connection, type Database, openTx, sqlStateOf } from './database.ts'
import type { KeyRing } from './seal.ts'

export interface ServerOptions {
  url: string
  keys: KeyRing
  /** Connections at the most. */
  connections?: number
  /** Off behind PgBouncer older than 1.21 in transaction mode, where named statements hang. */
  preparedStatements?: boolean
  /** Seconds to wait for a connection before the database counts as down. */
  connectSeconds?: number
}

const transparent = (value: string) => value
const timestamps = { to: 1184, from: [1184, 1114], serialize: transparent, parse: transparent }
const dates = { to: 1082, from: [1082], serialize: transparent, parse: transparent }
const json = { to: 114, from: [114, 3802], serialize: transparent, parse: (text: string) => JSON.parse(text) }

/**
 * Postgres 15 or later, through a pool. Days and instants stay text, so no driver turns a day into a moment.
 * Trap: with `fetch_types: false` postgres.js 3.4.9 never answers a `reserve` that has to open a connection.
 */
export function openServer({ url, keys, ...options }: ServerOptions): Database {
  const prepare = options.preparedStatements ?? true
  const pool = postgres(url, {
    max: options.connections ?? 20,
    connect_timeout: options.connectSeconds ?? 5,
    prepare,
    onnotice: () => {},
    connection: { TimeZone: 'UTC', application_name: 'barnlanken' },
    types: { timestamps, dates, json },
  })

  return {
    kind: 'server',
    async transaction(work) {
      const reserved = await pool.reserve()
      let lost = false
      const connection: Connection = {
        run: async (text, params, as) => {
          if (lost) throw new ConnectionLost()
          // postgres.js types parameters for its own serializers; ours are text, bytes, numbers, booleans and null.
          const query = reserved.unsafe(text, params as postgres.ParameterOrJSON<never>[], { prepare })
          try {
            return await (as === 'arrays' ? query.values() : query)
          } catch (error) {
            // Between the socket's error and its close postgres.js would still take a statement, and never answer it.
            lost ||= wireFault.test(sqlStateOf(error) ?? '')
            throw error
          }
        },
      }
      const { tx, pending } = openTx(connection, keys)
      // Not awaited here: the first statement of the work follows it down the same wire.
      const begun = reserved
        .unsafe(
          'begin',
          [],
          whenClosed(() => {
            lost = true
          }),
        )
        .execute()
      begun.catch(() => {})
      try {
        const result = await work(tx)
        const last = pending.map(({ text, params }) => connection.run(text, params, 'objects'))
        const commit = connection.run('commit', [], 'objects')
        const outcomes = await Promise.allSettled([begun, ...last, commit])
        const failed = outcomes.find((outcome) => outcome.status === 'rejected')
        if (failed) throw failed.reason
        return result
      } catch (error) {
        await connection.run('rollback', [], 'objects').catch(() => {})
        throw error
      } finally {
        if (!lost) reserved.release()
      }
    },
    close: () => pool.end({ timeout: 5 }),
  }
}

const wireFault = /^(CONNECTION_|ECONN|EPIPE|ETIMEDOUT|57P0)/

/** The connection went away in the middle of a transaction. Postgres has rolled it back. */
class ConnectionLost extends Error {
  readonly code = 'CONNECTION_CLOSED'
}

/**
 * Trap: postgres.js sends a statement of a reserved connection that was lost down the next one that is opened, outside
 * any transaction and any role. Its own `begin` learns of the loss through `onexecute`, and so does this.
 */
function whenClosed(onClose: () => void) {
  return {
    prepare: false,
    onexecute(connection: { onclose: () => void }) {
      connection.onclose = onClose
      return true
    },
  }
}
