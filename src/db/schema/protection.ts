import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { accessDoors, accessGrounds } from '../../domain/access.ts'
import { roles } from '../../domain/organisation.ts'
import { protectionLevels } from '../../domain/person.ts'
import { protectionSources } from '../../domain/protection-sources.ts'
import { managedUnits, me, myUnits, sealed, service, viewer, worker } from './columns.ts'
import { people, units } from './organisation.ts'
import { referrals } from './referrals.ts'

const instant = () => timestamp({ withTimezone: true, mode: 'string' })

/** Whom a unit's manager has named for a protected referral, why, and until when. Nobody else of the unit sees it. */
export const protectedAccess = pgTable(
  'protected_access',
  {
    id: uuid().primaryKey(),
    referralId: uuid()
      .notNull()
      .references(() => referrals.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    givenBy: uuid()
      .notNull()
      .references(() => people.id),
    startsAt: instant().notNull(),
    /** There always is an end: what is forgotten closes by itself. */
    until: instant().notNull(),
    reason: sealed().notNull(),
    endedAt: instant(),
    endedBy: uuid().references(() => people.id),
  },
  (table) => [
    check('protected_access_ends', sql`${table.until} > ${table.startsAt}`),
    index('protected_access_by_person').on(table.personId).where(sql`${table.endedAt} is null`),
    index('protected_access_by_referral').on(table.referralId, table.unitId),
    pgPolicy('own, and those of one’s unit', {
      for: 'select',
      to: viewer,
      using: sql`${table.personId} = ${me} or ${table.unitId} = ${managedUnits}
        or (${table.unitId} = ${myUnits} and (select true from referrals r where r.id = ${table.referralId}))`,
    }),
    pgPolicy('the manager names', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.unitId} = ${managedUnits} and ${table.givenBy} = ${me} and ${table.endedAt} is null
        and exists (select from memberships m where m.person_id = ${table.personId} and m.unit_id = ${table.unitId})`,
    }),
    pgPolicy('the manager ends', {
      for: 'update',
      to: viewer,
      using: sql`${table.unitId} = ${managedUnits}`,
      withCheck: sql`${table.unitId} = ${managedUnits} and (${table.endedAt} is null or ${table.endedBy} = ${me})`,
    }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    pgPolicy('inherit', { for: 'all', to: worker, using: sql`true`, withCheck: sql`true` }),
  ],
)

/**
 * Who marked a referral as protected or took the mark away, on what source, and which fields were blanked: their names,
 * never what they held. Added to, never changed; and it is what lets a sent referral be written to at all.
 */
export const protectionChanges = pgTable(
  'protection_changes',
  {
    id: uuid().primaryKey(),
    referralId: uuid()
      .notNull()
      .references(() => referrals.id),
    receiverUnitId: uuid().notNull(),
    at: instant().notNull(),
    actorId: uuid()
      .notNull()
      .references(() => people.id),
    actorUnitId: uuid().notNull(),
    fromLevel: text({ enum: protectionLevels }).notNull(),
    toLevel: text({ enum: protectionLevels }).notNull(),
    source: text({ enum: protectionSources }).notNull(),
    reason: sealed(),
    blanked: jsonb().$type<string[]>().notNull(),
    transaction: text().notNull().default(sql`pg_current_xact_id()::text`),
  },
  (table) => [
    index('protection_changes_by_referral').on(table.referralId, table.id),
    pgPolicy('the child unit reads', {
      for: 'select',
      to: viewer,
      using: sql`${table.receiverUnitId} = ${managedUnits}
        or (${table.receiverUnitId} = ${myUnits} and (select true from referrals r where r.id = ${table.referralId}))`,
    }),
    pgPolicy('mark', { for: 'all', to: worker, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** Each read of a protected referral once more, for the manager of the unit on whose side it was read (DOMAIN §8). */
export const protectedReads = pgTable(
  'protected_reads',
  {
    /** The line's id in the access log, whose chain shows what is altered. */
    id: uuid().primaryKey(),
    at: instant().notNull(),
    unitId: uuid().notNull(),
    referralId: uuid().notNull(),
    reference: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: text({ enum: roles }),
    door: text({ enum: accessDoors }).notNull(),
    ground: text({ enum: accessGrounds }).notNull(),
  },
  (table) => [
    index('protected_reads_by_unit').on(table.unitId, table.id),
    pgPolicy('the manager reads', { for: 'select', to: viewer, using: sql`${table.unitId} = ${managedUnits}` }),
    pgPolicy('own reads are added', { for: 'insert', to: viewer, withCheck: sql`${table.personId} = ${me}` }),
  ],
)
