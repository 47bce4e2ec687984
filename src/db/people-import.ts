import type { Temporal } from 'temporal-polyfill'
import type { Viewer } from '../domain/organisation.ts'
import type { ImportPlan, PersonPlan } from '../domain/people-import.ts'
import { type AdministrationChange, logAdministration } from './administration-log.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'

const applyText = `
  with input as (select $1::jsonb as j, $2::uuid as municipality), added as (
    insert into people (id, municipality_id, name, title, email, staff_id, qualified, qualified_on)
    select x.id, municipality, x.name, x.title, x.email, x.staff_id, x.qualified_on is not null, x.qualified_on
    from input, jsonb_to_recordset(j->'added') as x(id uuid, name text, title text, email text, staff_id text, qualified_on date)
    returning id
  ), changed as (
    update people p set name = x.name, title = x.title, email = x.email, staff_id = x.staff_id,
      qualified = p.qualified or x.qualified_on is not null, qualified_on = x.qualified_on, version = p.version + 1
    from input, jsonb_to_recordset(j->'changed') as x(id uuid, version int, name text, title text, email text,
      staff_id text, qualified_on date)
    where p.id = x.id and p.version = x.version
    returning p.id
  ), ended as (
    update memberships m set valid_until = x.until
    from input, jsonb_to_recordset(j->'ended') as x(id uuid, until date) where m.id = x.id
    returning m.id
  )
  select (select count(*)::int from added) + (select count(*)::int from changed) + (select count(*)::int from ended) as rows`

/** After the people are there, as the row policies look them up. */
const giveText = `
  insert into memberships (id, municipality_id, person_id, unit_id, role, valid_from, valid_until)
  select x.id, $2::uuid, x.person_id, x.unit_id, x.role, x.valid_from, x.valid_until
  from jsonb_to_recordset($1::jsonb) as x(id uuid, person_id uuid, unit_id uuid, role text, valid_from date, valid_until date)`

const changesPerson = ({ changes, given, ended }: PersonPlan) =>
  Object.keys(changes).length > 0 || given.length > 0 || ended.length > 0

/**
 * Applies the whole plan: two statements, and a line in the log for each change. The plan was made in this transaction,
 * with the staff locked, so every row that it names is as it was; should one not be, this throws and nothing is stored.
 */
export async function applyImport(
  tx: Tx,
  viewer: Viewer,
  { people }: ImportPlan,
  now: Temporal.Instant,
): Promise<void> {
  const touched = people.filter(changesPerson).map((plan) => ({ ...plan, id: plan.personId ?? newId(now) }))
  const rowOf = ({ id, version, fields }: (typeof touched)[number]) => ({
    id,
    version,
    name: fields.name,
    title: fields.title,
    email: fields.email,
    staff_id: fields.staffId,
    qualified_on: fields.qualifiedOn,
  })
  const ended = touched.flatMap((plan) => plan.ended.map(({ id, until }) => ({ id, until })))
  const given = touched.flatMap(({ id, given }) =>
    given.map(({ unitId, role, from, until }) => ({
      id: newId(now),
      person_id: id,
      unit_id: unitId,
      role,
      valid_from: from,
      valid_until: until,
    })),
  )
  const record = {
    added: touched.filter(({ personId }) => personId === null).map(rowOf),
    changed: touched.filter(({ personId }) => personId !== null).map(rowOf),
    ended,
  }
  const [done] = await tx.rows<{ rows: number }>(applyText, [JSON.stringify(record), viewer.municipalityId])
  if (done?.rows !== touched.length + ended.length) throw new Error('the import did not reach all that it named')
  if (given.length > 0) await tx.rows(giveText, [JSON.stringify(given), viewer.municipalityId])
  logAdministration(tx, viewer, now, ...touched.flatMap(linesOf))
}

function linesOf({ id, personId, name, changes, given, ended }: PersonPlan & { id: string }): AdministrationChange[] {
  const subject = { id, name }
  const own = Object.keys(changes).length > 0
  return [
    ...(own ? [{ act: personId ? ('person_changed' as const) : ('person_added' as const), subject, changes }] : []),
    ...ended.map(({ role, unitName, before, until }) => ({
      act: 'role_ended' as const,
      subject,
      changes: {
        role: { from: role, to: null },
        unit: { from: unitName, to: null },
        until: { from: before, to: until },
      },
    })),
    ...given.map(({ role, unitName, from, until }) => ({
      act: 'role_given' as const,
      subject,
      changes: {
        role: { from: null, to: role },
        unit: { from: null, to: unitName },
        from: { from: null, to: from },
        until: { from: null, to: until },
      },
    })),
  ]
}
