import { sql } from 'drizzle-orm'
import { pgPolicy, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { archivist, myUnits, viewer } from './columns.ts'

/** Keyed name parts and numbers, keyed per unit so that one name gives two units two terms (README, decisions). */
export const searchTerms = pgTable(
  'search_terms',
  {
    unitId: uuid().notNull(),
    term: uuid().notNull(),
    /** Exists, as the policy holds; a foreign key would ask once more for each of some twenty terms a referral. */
    referralId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.term, table.referralId] }),
    pgPolicy('own unit searches', { for: 'select', to: viewer, using: sql`${table.unitId} = ${myUnits}` }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
    // The sender files a referral of its own under both its sides, and under no other unit.
    pgPolicy('senders file', {
      for: 'insert',
      to: viewer,
      withCheck: sql`exists (select from referrals r where r.id = ${table.referralId} and r.sender_unit_id = ${myUnits}
        and ${table.unitId} in (r.sender_unit_id, r.receiver_unit_id))`,
    }),
  ],
)
