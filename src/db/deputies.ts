import { DomainError } from '../domain/errors.ts'
import type { Tx } from './database.ts'

export interface Deputyship {
  id: string
  deputy: { personId: string; name: string }
  represented: { personId: string; name: string }
  unitId: string
  unitName: string
  from: string
  until: string
}

const columns = `select d.id, json_build_object('personId', p.id, 'name', p.name) as deputy,
    json_build_object('personId', f.id, 'name', f.name) as represented, d.unit_id as "unitId", u.name as "unitName",
    d.valid_from::text as "from", d.valid_until::text as until
  from deputies d join people p on p.id = d.person_id join people f on f.id = d.for_person_id
  join units u on u.id = d.unit_id where d.municipality_id = $1`

/** Those who stand in for the person, and those whom the person stands in for, the latest first. */
export function listDeputyships(tx: Tx, municipalityId: string, personId: string): Promise<Deputyship[]> {
  return tx.rows<Deputyship>(
    `${columns} and (d.person_id = $2 or d.for_person_id = $2) order by d.valid_from desc, d.id desc`,
    [municipalityId, personId],
  )
}

/** Refuses (`not-found`) what does not exist or belongs to another municipality. */
export async function getDeputyship(tx: Tx, municipalityId: string, id: string): Promise<Deputyship> {
  const [found] = await tx.rows<Deputyship>(`${columns} and d.id = $2`, [municipalityId, id])
  if (!found) throw new DomainError('not-found', 'no such deputy', 'deputyshipId')
  return found
}

export async function addDeputyship(
  tx: Tx,
  municipalityId: string,
  deputyship: { id: string; personId: string; forPersonId: string; unitId: string; from: string; until: string },
): Promise<void> {
  const { id, personId, forPersonId, unitId, from, until } = deputyship
  await tx.rows(
    `insert into deputies (id, municipality_id, person_id, for_person_id, unit_id, valid_from, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, municipalityId, personId, forPersonId, unitId, from, until],
  )
}

export async function saveDeputyshipEnd(tx: Tx, id: string, until: string): Promise<void> {
  await tx.rows(`update deputies set valid_until = $2 where id = $1`, [id, until])
}

/** Those who may be asked to stand in: who is there, and neither administers nor reviews on the day. */
export function listPossibleDeputies(
  tx: Tx,
  municipalityId: string,
  today: string,
): Promise<{ personId: string; name: string; title: string }[]> {
  return tx.rows(
    `select p.id as "personId", p.name, p.title from people p
     where p.municipality_id = $1 and p.deactivated_at is null and not exists (
       select from memberships m where m.person_id = p.id and m.role in ('administrator', 'auditor')
         and $2::date between m.valid_from and coalesce(m.valid_until, 'infinity'))
     order by p.name, p.id`,
    [municipalityId, today],
  )
}
