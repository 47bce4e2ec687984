import { sql } from 'drizzle-orm'
import { integer, pgPolicy, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'
import { me, viewer } from './columns.ts'
import { people } from './organisation.ts'

/** How often someone has searched of late: one row a person, so that the limit is one over all servers. */
export const searchRates = pgTable(
  'search_rates',
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id),
    openedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    taken: integer().notNull(),
  },
  (table) => [
    pgPolicy('own searches', {
      for: 'all',
      to: viewer,
      using: sql`${table.personId} = ${me}`,
      withCheck: sql`${table.personId} = ${me}`,
    }),
  ],
)
