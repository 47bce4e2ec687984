import { sql } from 'drizzle-orm'
import { check, index, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { emergencyReasons } from '../../domain/emergency-reasons.ts'
import { managedUnits, me, sealed, service, viewer, worker } from './columns.ts'
import { people, units } from './organisation.ts'
import { referrals } from './referrals.ts'

const instant = () => timestamp({ withTimezone: true, mode: 'string' })

/** Each question that was put at the emergency door, whether it found anything or not. What was asked for is sealed. */
export const emergencyLookups = pgTable(
  'emergency_lookups',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    at: instant().notNull(),
    reason: text({ enum: emergencyReasons }).notNull(),
    /** What was asked for, and the person's own words on why. */
    content: sealed().notNull(),
  },
  (table) => [
    index('emergency_lookups_by_person').on(table.personId, table.at),
    pgPolicy('own, and the manager’s', {
      for: 'select',
      to: viewer,
      using: sql`${table.personId} = ${me} or ${table.unitId} = ${managedUnits}`,
    }),
    pgPolicy('own are added', { for: 'insert', to: viewer, withCheck: sql`${table.personId} = ${me}` }),
  ],
)

/** One referral opened outside one's reach, for four hours at the most (DOMAIN §7). Only the act itself adds a row. */
export const emergencyAccesses = pgTable(
  'emergency_accesses',
  {
    id: uuid().primaryKey(),
    lookupId: uuid()
      .notNull()
      .references(() => emergencyLookups.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** The person's own unit, and the one whose referral it is: the managers of both are told. */
    unitId: uuid().notNull(),
    receiverUnitId: uuid().notNull(),
    referralId: uuid()
      .notNull()
      .references(() => referrals.id),
    reference: text().notNull(),
    reason: text({ enum: emergencyReasons }).notNull(),
    /** The person's own words on why, for both managers. */
    why: sealed().notNull(),
    openedAt: instant().notNull(),
    until: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    check('emergency_accesses_short', sql`${table.until} <= ${table.openedAt} + interval '4 hours'`),
    index('emergency_accesses_by_person').on(table.personId).where(sql`${table.endedAt} is null`),
    index('emergency_accesses_by_unit').on(table.receiverUnitId, table.id),
    pgPolicy('own, and the managers’', {
      for: 'select',
      to: viewer,
      using: sql`${table.personId} = ${me} or ${table.unitId} = ${managedUnits} or ${table.receiverUnitId} = ${managedUnits}`,
    }),
    pgPolicy('ended by oneself or a manager', {
      for: 'update',
      to: viewer,
      using: sql`${table.personId} = ${me} or ${table.unitId} = ${managedUnits} or ${table.receiverUnitId} = ${managedUnits}`,
    }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    pgPolicy('open', { for: 'insert', to: worker, withCheck: sql`true` }),
  ],
)
