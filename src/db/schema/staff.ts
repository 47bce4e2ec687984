import { sql } from 'drizzle-orm'
import { check, date, index, pgPolicy, pgTable, uuid } from 'drizzle-orm/pg-core'
import { administered, managedUnits, me, myMunicipality, myUnits, service, viewer } from './columns.ts'
import { people, units } from './organisation.ts'

/** Days in Sweden, both counted. A period that ends the day before it begins was withdrawn, and never held. */
export const validity = {
  validFrom: date({ mode: 'string' }).notNull(),
  validUntil: date({ mode: 'string' }),
}

/** Who has a colleague's casework roles in one unit, inside the dates and as long as the colleague has them. */
export const deputies = pgTable(
  'deputies',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    forPersonId: uuid()
      .notNull()
      .references(() => people.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    validFrom: validity.validFrom,
    validUntil: date({ mode: 'string' }).notNull(),
  },
  (table) => [
    check('deputies_days', sql`${table.validUntil} >= ${table.validFrom} - 1`),
    check('deputies_other', sql`${table.personId} <> ${table.forPersonId}`),
    index('deputies_by_person').on(table.personId),
    index('deputies_by_unit').on(table.unitId),
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('sign-in', { for: 'select', to: service, using: sql`true` }),
    // Nobody makes themselves a deputy.
    pgPolicy('administrators add', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.municipalityId} = ${administered} and ${table.personId} <> ${me}
        and exists (select from units u where u.id = ${table.unitId} and u.municipality_id = ${administered})
        and exists (select from people p where p.id = ${table.personId} and p.municipality_id = ${administered})
        and exists (select from people p where p.id = ${table.forPersonId} and p.municipality_id = ${administered})`,
    }),
    pgPolicy('administrators end', {
      for: 'update',
      to: viewer,
      using: sql`${table.municipalityId} = ${administered} and ${table.personId} <> ${me}`,
      withCheck: sql`${table.municipalityId} = ${administered} and ${table.personId} <> ${me}`,
    }),
  ],
)

/** When somebody is away; never why. Read by those who work in the same unit, as their cases go back to it. */
export const absences = pgTable(
  'absences',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    ...validity,
  },
  (table) => {
    const managed = sql`exists (select from memberships m where m.person_id = ${table.personId} and m.unit_id = ${managedUnits})`
    const keeps = sql`${table.municipalityId} = ${myMunicipality}
      and exists (select from people p where p.id = ${table.personId} and p.municipality_id = ${myMunicipality})
      and (${table.personId} = ${me} or ${table.municipalityId} = ${administered} or ${managed})`
    return [
      check('absences_days', sql`${table.validUntil} >= ${table.validFrom} - 1`),
      index('absences_by_person').on(table.personId),
      pgPolicy('own unit', {
        for: 'select',
        to: viewer,
        using: sql`${table.personId} = ${me} or ${table.municipalityId} = ${administered}
          or exists (select from memberships m where m.person_id = ${table.personId} and m.unit_id = ${myUnits})`,
      }),
      pgPolicy('own and managed are added', { for: 'insert', to: viewer, withCheck: keeps }),
      pgPolicy('own and managed are ended', { for: 'update', to: viewer, using: keeps, withCheck: keeps }),
    ]
  },
)
