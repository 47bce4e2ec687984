import type { Database } from '../db/database.ts'
import { migrationsExpected } from '../db/migrations.ts'
import { outboxState } from '../db/outbox.ts'

/** For the operator's probe: is the database there, is it migrated, does mail leave. No detail, nothing personal. */
export async function health(database: Database): Promise<Response> {
  try {
    const state = await database.transaction(async (tx) => {
      const [applied] = await tx.rows<{ n: number }>(`select count(*)::int as n from drizzle.__drizzle_migrations`)
      return { migrations: applied?.n ?? 0, outbox: await outboxState(tx) }
    })
    const migrated = state.migrations >= migrationsExpected
    const mail = state.outbox.dead > 0 ? 'undelivered' : 'ok'
    return Response.json(
      { database: 'ok', migrations: migrated ? 'ok' : 'behind', mail },
      { status: migrated ? 200 : 503, headers: { 'cache-control': 'no-store' } },
    )
  } catch {
    return Response.json({ database: 'down' }, { status: 503, headers: { 'cache-control': 'no-store' } })
  }
}
