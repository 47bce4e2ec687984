import { sql } from 'drizzle-orm'
import { pgPolicy, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { archivist, myUnits, namedFor, viewer, worker } from './columns.ts'

/**
 * Keyed name parts and numbers, keyed per unit so that one name gives two units two terms (README, decisions). A
 * protected referral is filed by numbers alone, and in a unit's stead under itself: only those named for it find it.
 */
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
    pgPolicy('own unit searches', {
      for: 'select',
      to: viewer,
      using: sql`${table.unitId} = ${myUnits} or ${table.unitId} = ${namedFor}`,
    }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
    // The sender files a referral of its own under both its sides, and under no other unit; a protected one, under itself.
    pgPolicy('senders file', {
      for: 'insert',
      to: viewer,
      withCheck: sql`exists (select from referrals r where r.id = ${table.referralId} and r.sender_unit_id = ${myUnits}
        and case when r.is_protected then ${table.unitId} = r.id
          else ${table.unitId} in (r.sender_unit_id, r.receiver_unit_id) end)`,
    }),
    // A change of protection files anew what is protected, before or after; a job sees no other term.
    pgPolicy('protection changes', {
      for: 'all',
      to: worker,
      using: sql`exists (select from protection_changes c where c.referral_id = ${table.referralId}
        and c.transaction = pg_current_xact_id()::text)`,
    }),
  ],
)
