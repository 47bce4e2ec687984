import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgPolicy, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { roles } from '../../domain/organisation.ts'
import { roleSources } from '../../domain/provider-roles.ts'
import { clientAuthentications, personMatches, securityActs } from '../../domain/sign-in.ts'
import { administered, audited, sealed, service, viewer } from './columns.ts'
import { municipalities, people, units } from './organisation.ts'

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))
const instant = () => timestamp({ withTimezone: true, mode: 'string' })

/** Where a municipality's people sign in. One each, and no two municipalities share one: the issuer tells which it is. */
export const identityProviders = pgTable(
  'identity_providers',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid()
      .notNull()
      .unique()
      .references(() => municipalities.id),
    issuer: text().notNull().unique(),
    clientId: text().notNull(),
    clientAuthentication: text({ enum: clientAuthentications }).notNull(),
    /** The client's secret, or its private key as a JWK. Written, and never shown to anybody. */
    secret: sealed().notNull(),
    scope: text().notNull(),
    /** Any one of these levels of assurance will do; null: the provider decides. */
    acrValues: jsonb().$type<readonly string[]>(),
    personMatch: text({ enum: personMatches }).notNull(),
    /** The claim that holds the staff id or the address, the first time that somebody signs in. */
    personClaim: text().notNull(),
    rolesFrom: text({ enum: roleSources }).notNull(),
    rolesClaim: text(),
    /** Whom those ask who are not let in, in the municipality's own words; null: its administrators are named. */
    contact: text(),
  },
  (table) => [
    check('identity_providers_authentication', sql`${table.clientAuthentication} in (${oneOf(clientAuthentications)})`),
    check('identity_providers_match', sql`${table.personMatch} in (${oneOf(personMatches)})`),
    check('identity_providers_roles', sql`${table.rolesFrom} in (${oneOf(roleSources)})`),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    pgPolicy('administrators read', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${administered}`,
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

/** What a group or role of the provider's gives here. */
export const providerRoles = pgTable(
  'provider_roles',
  {
    municipalityId: uuid()
      .notNull()
      .references(() => municipalities.id),
    /** As the provider writes it in the claim. */
    value: text().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    role: text({ enum: roles }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.municipalityId, table.value, table.unitId, table.role] }),
    check('provider_roles_role', sql`${table.role} in (${oneOf(roles)})`),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    pgPolicy('administrators read', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${administered}`,
    }),
    pgPolicy('administrators add', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${administered} and exists (select from units u
        where u.id = ${table.unitId} and u.municipality_id = ${table.municipalityId})`,
    }),
    pgPolicy('administrators take away', {
      for: 'delete',
      to: viewer,
      using: sql`${table.municipalityId} = ${administered}`,
    }),
  ],
)

/** Who it is that a provider calls by this subject: from the first sign-in on, and one subject for each person. */
export const personIdentities = pgTable(
  'person_identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    boundAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    unique('person_identities_once').on(table.personId, table.issuer),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    // A provider speaks of its own municipality's people, and of nobody else's.
    pgPolicy('bound at the first sign-in', {
      for: 'insert',
      to: service,
      withCheck: sql`exists (select from people p join identity_providers i on i.municipality_id = p.municipality_id
        where p.id = ${table.personId} and i.issuer = ${table.issuer})`,
    }),
  ],
)

/** Only the SHA-256 of the cookie's random id is kept, so a stolen table opens no session. For the login alone. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    /** What the person's own list of sign-ins calls it by; it opens nothing. */
    id: uuid().notNull().unique(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    startedAt: instant().notNull(),
    seenAt: instant().notNull(),
    endedAt: instant(),
    /** Null in the demo, which has no provider. */
    providerId: uuid().references(() => identityProviders.id),
    /** The provider's name for its own session, keyed: what it says when it ends that. */
    providerSid: uuid(),
    /** Shown to the provider when the person signs out, so that it need not ask who. */
    idToken: sealed(),
    browser: text(),
    system: text(),
  },
  (table) => [
    index('sessions_by_person').on(table.personId),
    index('sessions_by_sid').on(table.providerSid).where(sql`${table.providerSid} is not null`),
    pgPolicy('sign-in', { for: 'all', to: service, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** What may be shown once: the answer to a sign-in, a provider's word that somebody signed out. Keyed, and kept no longer. */
export const usedTokens = pgTable('used_tokens', { id: uuid().primaryKey(), expiresAt: instant().notNull() }, () => [
  pgPolicy('sign-in', { for: 'all', to: service, using: sql`true`, withCheck: sql`true` }),
])

/** Who came in, who was turned away and why. Insert only; never a token, never what was typed. */
export const securityLog = pgTable(
  'security_log',
  {
    id: uuid().primaryKey(),
    at: instant().notNull(),
    act: text({ enum: securityActs }).notNull(),
    /** Null where it was not even told which municipality. */
    municipalityId: uuid().references(() => municipalities.id),
    personId: uuid().references(() => people.id),
    /** Why somebody was turned away. */
    reason: text(),
    /** The library's code for what was wrong with the provider's answer. */
    detail: text(),
  },
  (table) => [
    check('security_log_act', sql`${table.act} in (${oneOf(securityActs)})`),
    index('security_log_by_time').on(table.municipalityId, table.id),
    pgPolicy('written at sign-in', { for: 'insert', to: service, withCheck: sql`true` }),
    pgPolicy('auditors and administrators read', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${audited} or ${table.municipalityId} = ${administered}`,
    }),
  ],
)
