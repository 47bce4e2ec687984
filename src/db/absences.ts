import { DomainError } from '../domain/errors.ts'
import type { Tx } from './database.ts'
import { isOn } from './staff-days.ts'

export interface Absence {
  id: string
  personId: string
  from: string
  /** The last day; null until further notice. */
  until: string | null
}

const columns = `select a.id, a.person_id as "personId", a.valid_from::text as "from", a.valid_until::text as until
  from absences a`
const notWithdrawn = `(a.valid_until is null or a.valid_until >= a.valid_from)`

/** All of a person's absences, the latest first; what was withdrawn before it began is left out. */
export function listAbsences(tx: Tx, personId: string): Promise<Absence[]> {
  return tx.rows<Absence>(`${columns} where a.person_id = $1 and ${notWithdrawn} order by a.valid_from desc`, [
    personId,
  ])
}

export interface ColleagueAbsences {
  personId: string
  name: string
  unitNames: string[]
  absences: Absence[]
}

/** The people of the units today, each with the absences that are not over. */
export function listAbsencesIn(tx: Tx, unitIds: readonly string[], today: string): Promise<ColleagueAbsences[]> {
  return tx.rows<ColleagueAbsences>(
    `select p.id as "personId", p.name, json_agg(distinct u.name) as "unitNames",
       (select coalesce(json_agg(json_build_object('id', a.id, 'personId', a.person_id, 'from', a.valid_from,
           'until', a.valid_until) order by a.valid_from), '[]')
         from absences a where a.person_id = p.id and ${notWithdrawn}
           and (a.valid_until is null or a.valid_until >= $2::date)) as absences
     from memberships m join people p on p.id = m.person_id and p.deactivated_at is null join units u on u.id = m.unit_id
     where m.unit_id in (select value::uuid from jsonb_array_elements_text($1::jsonb)) and ${isOn('m', '$2::date')}
     group by p.id order by p.name, p.id`,
    [JSON.stringify(unitIds), today],
  )
}

/** The name, and the units where the person has a role today. Refuses (`not-found`) who is in another municipality. */
export async function getAbsentee(
  tx: Tx,
  personId: string,
  today: string,
): Promise<{ personId: string; name: string; unitIds: string[] }> {
  const [person] = await tx.rows<{ personId: string; name: string; unitIds: string[] }>(
    `select p.id as "personId", p.name, (select coalesce(json_agg(distinct m.unit_id), '[]') from memberships m
       where m.person_id = p.id and ${isOn('m', '$2::date')}) as "unitIds"
     from people p where p.id = $1`,
    [personId, today],
  )
  if (!person) throw new DomainError('not-found', 'no such person', 'personId')
  return person
}

/** Refuses (`not-found`) what is not the viewer's to see. */
export async function getAbsence(tx: Tx, id: string): Promise<Absence> {
  const [absence] = await tx.rows<Absence>(`${columns} where a.id = $1`, [id])
  if (!absence) throw new DomainError('not-found', 'no such absence', 'absenceId')
  return absence
}

export async function addAbsence(tx: Tx, municipalityId: string, absence: Absence): Promise<void> {
  const { id, personId, from, until } = absence
  await tx.rows(
    `insert into absences (id, municipality_id, person_id, valid_from, valid_until) values ($1, $2, $3, $4, $5)`,
    [id, municipalityId, personId, from, until],
  )
}

export async function saveAbsenceEnd(tx: Tx, id: string, until: string): Promise<void> {
  await tx.rows(`update absences set valid_until = $2 where id = $1`, [id, until])
}
