import type { UnitKind } from '../domain/organisation.ts'
import type { NamedUnit } from '../domain/receipt.ts'
import type { Tx } from './database.ts'
import { isoOrNull } from './rows.ts'
import { rolesOn } from './staff-days.ts'

const unitColumns = `u.id, u.municipality_id as "municipalityId", u.board_id as "boardId", u.kind, u.name, u.phone,
  u.mailbox, u.public_name as "publicName", u.opening_hours as "openingHours", u.closed_at as "closedAt",
  b.name as "boardName"`

/**
 * The units of the viewer's municipality, closed ones too; first those that have received the longest, as routing takes
 * them. Names, telephones and mailboxes are no secret within it.
 */
export async function listUnits(tx: Tx): Promise<NamedUnit[]> {
  const units = await tx.rows<NamedUnit>(
    `select ${unitColumns} from units u join boards b on b.id = u.board_id order by u.receives_since, u.id`,
  )
  return units.map((unit) => ({ ...unit, closedAt: isoOrNull(unit.closedAt) }))
}

export interface DemoPerson {
  personId: string
  name: string
  title: string
  units: string[]
  kinds: UnitKind[]
  roles: string[]
}

/** Those who have a role today: for the demo's sign-in page, which is shown before anyone is signed in and only on loopback. */
export function listDemoPeople(tx: Tx, today: string): Promise<DemoPerson[]> {
  return tx.rows<DemoPerson>(
    `select p.id as "personId", p.name, p.title, json_agg(distinct u.name) as units, json_agg(distinct u.kind) as kinds,
       json_agg(distinct m.role) as roles
     from people p join ${rolesOn('$1::date')} m on m.person_id = p.id join units u on u.id = m.unit_id
     where p.deactivated_at is null
     group by p.id order by p.name`,
    [today],
  )
}

export async function personExists(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.rows(`select from people where id = $1`, [personId])).length > 0
}
