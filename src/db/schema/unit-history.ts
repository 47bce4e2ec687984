import { sql } from 'drizzle-orm'
import { index, pgPolicy, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { administered, myMunicipality, service, viewer, worker } from './columns.ts'
import { units } from './organisation.ts'

const instant = () => timestamp({ withTimezone: true, mode: 'string' })

/**
 * Which unit has taken over a closed one's work. No row of a case is rewritten: whoever works in the later unit reaches
 * what the earlier one sent and received. Of a chain A → B → C every pair is here, so that nobody walks it.
 */
export const unitSuccessions = pgTable(
  'unit_successions',
  {
    fromUnitId: uuid()
      .notNull()
      .references(() => units.id),
    toUnitId: uuid()
      .notNull()
      .references(() => units.id),
    municipalityId: uuid().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.fromUnitId, table.toUnitId] }),
    index('unit_successions_by_successor').on(table.toUnitId),
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    // Both units are the administrator's own: no other municipality's cases are ever taken over.
    pgPolicy('administrators name', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${administered} and 2 = (select count(*) from units u
        where u.id in (${table.fromUnitId}, ${table.toUnitId}) and u.municipality_id = ${table.municipalityId})`,
    }),
    pgPolicy('addresses', { for: 'select', to: worker, using: sql`true` }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
  ],
)

/** The names that units have had, each until it was changed: what happened then is shown with the name of then. */
export const unitNames = pgTable(
  'unit_names',
  {
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    until: instant().notNull(),
    municipalityId: uuid().notNull(),
    name: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.until] }),
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('administrators rename', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${administered} and exists (select from units u
        where u.id = ${table.unitId} and u.municipality_id = ${table.municipalityId})`,
    }),
  ],
)
