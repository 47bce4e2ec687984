import { sql } from 'drizzle-orm'
import { integer, jsonb, pgPolicy, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { District, RoutingRule } from '../../domain/routing.ts'
import { administered, me, myMunicipality, viewer } from './columns.ts'
import { municipalities, people } from './organisation.ts'

/** A municipality's rules for who receives, every version whole: the newest is in force, and none is ever changed. */
export const routingRules = pgTable(
  'routing_rules',
  {
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id),
    version: integer().notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    districts: jsonb().$type<District[]>().notNull(),
    rules: jsonb().$type<RoutingRule[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.municipalityId, table.version] }),
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('administrators decide', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${administered} and ${table.personId} = ${me}`,
    }),
  ],
)
