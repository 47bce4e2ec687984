import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { OpeningHours } from '../../domain/opening-hours.ts'
import { roles, unitKinds } from '../../domain/organisation.ts'
import { membershipSources } from '../../domain/provider-roles.ts'
import { administered, archivist, me, myMunicipality, service, viewer, worker } from './columns.ts'

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

export const municipalities = pgTable(
  'municipalities',
  { id: uuid().primaryKey(), code: text().notNull().unique(), name: text().notNull() },
  (table) => [
    pgPolicy('own municipality', { for: 'select', to: viewer, using: sql`${table.id} = ${myMunicipality}` }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
  ],
)

export const boards = pgTable(
  'boards',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id),
    name: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('administrators add', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${administered}`,
    }),
    pgPolicy('administrators change', {
      for: 'update',
      to: viewer,
      using: sql`${table.municipalityId} = ${administered}`,
      withCheck: sql`${table.municipalityId} = ${administered}`,
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
    /** Shown where the name would tell the kind of case, or where a family lives. Null: the name tells nothing. */
    publicName: text(),
    /** As a clock on a Swedish wall shows it. Null: at any hour. */
    openingHours: jsonb().$type<OpeningHours>(),
    /** When no rule decides, the unit that has received the longest receives; a successor has its predecessor's place. */
    receivesSince: timestamp({ withTimezone: true, mode: 'string' }).notNull().default(sql`'-infinity'`),
    /** A closed unit stays: the history has its name, and its successor its work. */
    closedAt: timestamp({ withTimezone: true, mode: 'string' }),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('units_kind', sql`${table.kind} in (${oneOf(unitKinds)})`),
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('administrators add', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${administered}
        and exists (select from boards b where b.id = ${table.boardId} and b.municipality_id = ${table.municipalityId})`,
    }),
    pgPolicy('administrators change', {
      for: 'update',
      to: viewer,
      using: sql`${table.municipalityId} = ${administered}`,
      withCheck: sql`${table.municipalityId} = ${administered}`,
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
    /** The employer's own number for the person: how an import and the first sign-in find them. */
    staffId: text(),
    /** SoL 25:1: holds a socionom or equivalent degree. */
    qualified: boolean().notNull(),
    /** The day of the evidence: the degree certificate, or the decision that it is equivalent. */
    qualifiedOn: date({ mode: 'string' }),
    language: text({ enum: ['sv', 'en'] })
      .notNull()
      .default('sv'),
    /** Someone who has left: no session is theirs any more, and the history keeps the name. */
    deactivatedAt: timestamp({ withTimezone: true, mode: 'string' }),
    /** Someone who came back: what was begun before they left stays ended. */
    returnedAt: timestamp({ withTimezone: true, mode: 'string' }),
    /** Counts the changes of the person, their roles and deputies: of two administrators at once the second is told. */
    version: integer().notNull().default(1),
  },
  (table) => [
    unique('people_staff_id').on(table.municipalityId, table.staffId),
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('addresses', { for: 'select', to: worker, using: sql`true` }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    pgPolicy('own language', { for: 'update', to: service, using: sql`true`, withCheck: sql`true` }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
    pgPolicy('administrators add', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${administered}`,
    }),
    // Nobody changes what they themselves may do.
    pgPolicy('administrators change', {
      for: 'update',
      to: viewer,
      using: sql`${table.municipalityId} = ${administered} and ${table.id} <> ${me}`,
      withCheck: sql`${table.municipalityId} = ${administered} and ${table.id} <> ${me}`,
    }),
  ],
)

/** A role in a unit, and the days on which it counts: in Sweden, both included. */
export const memberships = pgTable(
  'memberships',
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    municipalityId: uuid().notNull(),
    role: text({ enum: roles }).notNull(),
    validFrom: date({ mode: 'string' }).notNull().default('2000-01-01'),
    /** The last day. The day before `validFrom`: the role was withdrawn, and never counted. */
    validUntil: date({ mode: 'string' }),
    /** Who gave it: what the identity provider gave it also takes away, at the next sign-in, and nothing else. */
    source: text({ enum: membershipSources }).notNull().default('administration'),
  },
  (table) => [
    uniqueIndex('memberships_once')
      .on(table.personId, table.unitId, table.role, table.validFrom)
      .where(sql`${table.validUntil} is null or ${table.validUntil} >= ${table.validFrom}`),
    check('memberships_source', sql`${table.source} in (${oneOf(membershipSources)})`),
    check('memberships_role', sql`${table.role} in (${oneOf(roles)})`),
    check('memberships_days', sql`${table.validUntil} >= ${table.validFrom} - 1`),
    index('memberships_by_person').on(table.personId),
    index('memberships_by_unit').on(table.unitId),
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    // Nobody gives themselves a role, nor keeps one longer.
    pgPolicy('administrators give', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${administered} and ${table.personId} <> ${me}
        and exists (select from units u where u.id = ${table.unitId} and u.municipality_id = ${administered})
        and exists (select from people p where p.id = ${table.personId} and p.municipality_id = ${administered})`,
    }),
    pgPolicy('administrators end', {
      for: 'update',
      to: viewer,
      using: sql`${table.municipalityId} = ${administered} and ${table.personId} <> ${me}`,
      withCheck: sql`${table.municipalityId} = ${administered} and ${table.personId} <> ${me}`,
    }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    // At sign-in, and only what the municipality's administrator has said that the provider's groups give.
    pgPolicy('given by the provider', {
      for: 'insert',
      to: service,
      withCheck: sql`${table.source} = 'provider' and exists (select from provider_roles r
        where r.municipality_id = ${table.municipalityId} and r.unit_id = ${table.unitId} and r.role = ${table.role})`,
    }),
    pgPolicy('taken away by the provider', {
      for: 'update',
      to: service,
      using: sql`${table.source} = 'provider'`,
      withCheck: sql`${table.source} = 'provider'`,
    }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
  ],
)
