import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, pgPolicy, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { me, myUnits, sealed, viewer, worker } from './columns.ts'
import { people, units } from './organisation.ts'

const instant = () => timestamp({ withTimezone: true, mode: 'string' })

/** What a handler has typed and not sent: for its author alone, purged by a job after 30 days. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid().primaryKey(),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    openedAt: instant().notNull(),
    savedAt: instant().notNull(),
    version: integer().notNull(),
    content: sealed().notNull(),
  },
  (table) => [
    index('drafts_by_author').on(table.authorId),
    index('drafts_by_age').on(table.openedAt),
    pgPolicy('author alone', {
      for: 'all',
      to: viewer,
      using: sql`${table.authorId} = ${me}`,
      withCheck: sql`${table.authorId} = ${me}`,
    }),
    pgPolicy('purge', { for: 'all', to: worker, using: sql`true` }),
  ],
)

/** One sent form. Its key makes a repeated send one send. */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    key: uuid().notNull(),
    /** Keyed hash of what was sent: a replay with other content is refused, and the hash itself reveals nothing. */
    contentHash: text().notNull(),
    senderUnitId: uuid()
      .notNull()
      .references(() => units.id),
    sentAt: instant().notNull(),
  },
  (table) => [
    unique('submissions_key').on(table.personId, table.key),
    pgPolicy('own unit reads', { for: 'select', to: viewer, using: sql`${table.senderUnitId} = ${myUnits}` }),
    pgPolicy('own unit sends', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.senderUnitId} = ${myUnits} and ${table.personId} = ${me}`,
    }),
  ],
)

/** Track C: children exist, no need now. A date to ask again; nothing reaches the child unit (DOMAIN §3). */
export const childNotes = pgTable(
  'child_notes',
  {
    id: uuid().primaryKey(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    authorId: uuid().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    askAgainOn: date({ mode: 'string' }).notNull(),
    askedAgainAt: instant(),
    isProtected: boolean().notNull(),
    content: sealed().notNull(),
  },
  (table) => [
    index('child_notes_by_unit').on(table.unitId, table.askAgainOn),
    pgPolicy('left in a unit', { for: 'select', to: worker, using: sql`true` }),
    pgPolicy('own unit', {
      for: 'all',
      to: viewer,
      using: sql`${table.unitId} = ${myUnits} and (not ${table.isProtected} or ${table.authorId} = ${me})`,
      withCheck: sql`${table.unitId} = ${myUnits} and (not ${table.isProtected} or ${table.authorId} = ${me})`,
    }),
  ],
)
