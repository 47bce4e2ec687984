import { sql } from 'drizzle-orm'
import { bigint, index, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { accessDoors, accessGrounds, searchKinds } from '../../domain/access.ts'
import { archivist, me, myMunicipality, viewer } from './columns.ts'

/** Who read what, through which door, on what ground. Written in the transaction that reads; select and insert only. */
export const accessLog = pgTable(
  'access_log',
  {
    id: uuid().primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    municipalityId: uuid().notNull(),
    personId: uuid().notNull(),
    /** Whose file was read, as the reader stood to it; null only where no unit of the reader's was asked. */
    unitId: uuid(),
    role: text(),
    referralId: uuid(),
    door: text({ enum: accessDoors }).notNull(),
    ground: text({ enum: accessGrounds }).notNull(),
    /** Of a search, whether or not it found anything; a hit is a line of its own. */
    searchedFor: text({ enum: searchKinds }),
  },
  (table) => [
    index('access_log_by_referral').on(table.referralId, table.at),
    index('access_log_by_time').on(table.at, table.id),
    pgPolicy('link', { for: 'select', to: archivist, using: sql`true` }),
    pgPolicy('own reads are added', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.personId} = ${me} and ${table.municipalityId} = ${myMunicipality}`,
    }),
  ],
)

/** Each line of the log with a keyed hash of itself and of the link before: what is removed or altered shows. */
export const accessLogLinks = pgTable(
  'access_log_links',
  {
    place: bigint({ mode: 'number' }).primaryKey(),
    logId: uuid().notNull().unique(),
    mac: text().notNull(),
  },
  () => [
    pgPolicy('link', { for: 'select', to: archivist, using: sql`true` }),
    pgPolicy('add a link', { for: 'insert', to: archivist, withCheck: sql`true` }),
  ],
)
