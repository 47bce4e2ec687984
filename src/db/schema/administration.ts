import { sql } from 'drizzle-orm'
import { index, jsonb, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { administrationActs } from '../../domain/administration.ts'
import { administered, me, myMunicipality, viewer } from './columns.ts'
import { municipalities, people } from './organisation.ts'

/** Who changed what in the organisation. Of staff and units only; select and insert only. */
export const administrationLog = pgTable(
  'administration_log',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    act: text({ enum: administrationActs }).notNull(),
    /** The unit, person or rule that was changed, and its name as it was then. */
    subjectId: uuid().notNull(),
    subjectName: text().notNull(),
    /** Each field that changed: what it was and what it became. */
    changes: jsonb().$type<Record<string, { from: unknown; to: unknown }>>().notNull(),
  },
  (table) => [
    index('administration_log_by_time').on(table.municipalityId, table.id),
    pgPolicy('administrators read', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${administered}`,
    }),
    // One's own absence, and that of one's unit's people, is entered by others than administrators too.
    pgPolicy('own changes are added', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${myMunicipality} and ${table.personId} = ${me}
        and (${table.municipalityId} = ${administered} or ${table.act} in ('absence_added', 'absence_ended'))`,
    }),
  ],
)
