import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy'
import { Temporal } from 'temporal-polyfill'
import type { KeyRing } from './seal.ts'

/** Runs one statement inside the open transaction. Rows come as objects, or as arrays in column order. */
export interface Connection {
  run(text: string, params: readonly unknown[], as: 'objects' | 'arrays'): Promise<unknown[]>
}

/** An open transaction. Inside a procedure it is the only way to the database. */
export interface Tx {
  /** The query builder: for everything but the few statements whose speed is measured. */
  readonly db: PgRemoteDatabase
  readonly keys: KeyRing
  /** One statement as text, prepared once per connection. Arrays and records go in as JSON. */
  rows<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>
  /** Goes out together with the commit: one round trip for both, and if it fails nothing was committed. */
  atCommit(text: string, params: readonly unknown[]): void
}

export interface Database {
  readonly kind: 'embedded' | 'server'
  /** All of `work` is stored, or none of it. Nothing leaves the building inside: mail is a row, sent afterwards. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface PendingStatement {
  text: string
  params: readonly unknown[]
}

export function openTx(connection: Connection, keys: KeyRing): { tx: Tx; pending: PendingStatement[] } {
  const pending: PendingStatement[] = []
  let builder: PgRemoteDatabase | undefined
  const tx: Tx = {
    get db() {
      builder ??= drizzle(
        async (text, params, method) => ({
          rows: await connection.run(text, params, method === 'all' ? 'arrays' : 'objects'),
        }),
        { casing: 'snake_case' },
      )
      return builder
    },
    keys,
    // The statement's text names its columns; the caller names their types.
    rows: async <Row>(text: string, params: readonly unknown[] = []) =>
      (await connection.run(text, params, 'objects')) as Row[],
    atCommit: (text, params) => void pending.push({ text, params }),
  }
  return { tx, pending }
}

/** The rest of the transaction runs as jobs do: used to carry a sender's words into the child unit's file. */
export async function becomeWorker(tx: Tx): Promise<void> {
  await tx.rows(`select set_config('role', 'worker', true)`)
}

/** The rest of the transaction reads the access log and who stands how to a case, and nothing that a case says. */
export async function becomeArchivist(tx: Tx): Promise<void> {
  await tx.rows(`select set_config('role', 'archivist', true)`)
}

/** The rest of the transaction runs as the signed-in viewer again. */
export async function becomeViewer(tx: Tx): Promise<void> {
  await tx.rows(`select set_config('role', 'viewer', true)`)
}

const toTheMillisecond = /^(\d{4}-\d{2}-\d{2}).(\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)(?:Z|\+00(?::00)?)$/

/**
 * Postgres writes `2026-12-18 16:30:00+00`; JSON from Postgres writes it with a T. Both are read; what our own clock
 * wrote, to the millisecond, the quick way, as a history is twenty of them.
 */
export function instantOf(text: string): Temporal.Instant {
  const [, day, time] = toTheMillisecond.exec(text) ?? []
  if (!day || !time) return Temporal.Instant.from(text)
  return Temporal.Instant.fromEpochMilliseconds(Date.parse(`${day}T${time}Z`))
}

export function instantOrNull(text: string | null): Temporal.Instant | null {
  return text === null ? null : instantOf(text)
}

export function dayOrNull(text: string | null): Temporal.PlainDate | null {
  return text === null ? null : Temporal.PlainDate.from(text)
}

/** A fault of the database as the log may tell it: its code, never its message, which quotes what was stored. */
export function sqlStateOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return null
}

const uniqueViolation = '23505'

export function isUniqueViolation(error: unknown): boolean {
  return sqlStateOf(error) === uniqueViolation
}
