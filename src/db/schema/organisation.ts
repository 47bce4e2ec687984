import { sql } from 'drizzle-orm'
import { boolean, check, index, pgPolicy, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { roles, unitKinds } from '../../domain/organisation.ts'
import { archivist, me, myMunicipality, service, viewer, worker } from './columns.ts'

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

export const municipalities = pgTable(
  'municipalities',
  { id: uuid().primaryKey(), code: text().notNull().unique(), name: text().notNull() },
  (table) => [pgPolicy('own municipality', { for: 'select', to: viewer, using: sql`${table.id} = ${myMunicipality}` })],
)

export const boards = pgTable(
  'boards',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id),
    name: text().notNull(),
  },
  (table) => [
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
  ],
)

export const units = pgTable(
  'units',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id),
    boardId: uuid()
      .notNull()
      .references(() => boards.id),
    kind: text({ enum: unitKinds }).notNull(),
    name: text().notNull(),
    phone: text().notNull(),
    mailbox: text().notNull(),
  },
  (table) => [
    check('units_kind', sql`${table.kind} in (${oneOf(unitKinds)})`),
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('addresses', { for: 'select', to: worker, using: sql`true` }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
  ],
)

/** Staff. The people whom cases are about are only ever in sealed columns. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id),
    name: text().notNull(),
    title: text().notNull(),
    email: text().notNull(),
    /** SoL 25:1: holds a socionom or equivalent degree. */
    qualified: boolean().notNull(),
    language: text({ enum: ['sv', 'en'] })
      .notNull()
      .default('sv'),
    /** Someone who has left: no session is theirs any more, and the history keeps the name. */
    deactivatedAt: timestamp({ withTimezone: true, mode: 'string' }),
  },
  (table) => [
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('addresses', { for: 'select', to: worker, using: sql`true` }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
    pgPolicy('own language', {
      for: 'update',
      to: viewer,
      using: sql`${table.id} = ${me}`,
      withCheck: sql`${table.id} = ${me}`,
    }),
  ],
)

export const memberships = pgTable(
  'memberships',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    municipalityId: uuid().notNull(),
    role: text({ enum: roles }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.unitId, table.role] }),
    check('memberships_role', sql`${table.role} in (${oneOf(roles)})`),
    index('memberships_by_unit').on(table.unitId),
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
  ],
)

/** Only the SHA-256 of the cookie's random id is kept, so a stolen table opens no session. For the login alone. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    startedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    seenAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    endedAt: timestamp({ withTimezone: true, mode: 'string' }),
  },
  () => [pgPolicy('sign-in', { for: 'all', to: service, using: sql`true`, withCheck: sql`true` })],
)
