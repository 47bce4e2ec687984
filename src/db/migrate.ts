import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { migrationsExpected } from './migrations.ts'

export const migrationsFolder = new URL('../../drizzle', import.meta.url).pathname

/** Any number of servers may start at once: one migrates, the others wait for it. Drizzle's migrator takes no lock. */
const lock = 7_412_005

async function withClient<T>(url: string, work: (client: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    return await work(client)
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** Brings the server's schema up to date, as its owner, under a lock held by this one connection. */
export function migrateServer(url: string): Promise<void> {
  return withClient(url, async (client) => {
    await client`select pg_advisory_lock(${lock})`
    await migrate(drizzle(client), { migrationsFolder })
  })
}

/**
 * Migrates where the login may; a login that may not, as the service's own should, finds the schema up to date.
 * Refuses, with what to do, a database that is behind the program.
 */
export async function makeCurrent(url: string): Promise<void> {
  const mayMigrate = await withClient(url, async (client) => {
    const [row] = await client`select has_database_privilege(current_database(), 'create') as may`
    return row?.may === true
  })
  if (mayMigrate) return migrateServer(url)
  const applied = await withClient(url, async (client) => {
    const [row] = await client`select count(*)::int as n from drizzle.__drizzle_migrations`
    return Number(row?.n ?? 0)
  }).catch(() => 0)
  if (applied < migrationsExpected) {
    throw new Error('DATABASE_URL: the database is behind the program. Run "npm run db:migrate" as its owner first.')
  }
}
