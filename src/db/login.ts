import type { Database } from './database.ts'

/** What would let a login past the row policies, in the order in which it is told. */
const ways = {
  superuser: 'it is a superuser',
  bypassrls: 'it may bypass row security',
  createrole: 'it may give itself roles',
  owner: 'it owns the tables, or may become who does',
} as const

interface LoginRow extends Record<keyof typeof ways, boolean> {
  login: string
}

const loginText = `
  select session_user as login, r.rolsuper as superuser, r.rolbypassrls as bypassrls, r.rolcreaterole as createrole,
    exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
      and pg_has_role(session_user, c.relowner, 'member')) as owner
  from pg_roles r where r.rolname = session_user`

/** Refuses, saying why, a login that could read or change what the row policies withhold. */
export async function refuseLoginPastPolicies(database: Database): Promise<void> {
  const [row] = await database.transaction((tx) => tx.rows<LoginRow>(loginText))
  const way = (Object.keys(ways) as (keyof typeof ways)[]).find((name) => row?.[name] !== false)
  if (way) {
    throw new Error(
      `DATABASE_URL: the login "${row?.login}" could pass the row policies: ${ways[way]}. See README, logins.`,
    )
  }
}
