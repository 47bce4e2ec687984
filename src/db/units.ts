import type { Temporal } from 'temporal-polyfill'
import { changesBetween } from '../domain/administration.ts'
import { DomainError } from '../domain/errors.ts'
import type { Unit, UnitKind, Viewer } from '../domain/organisation.ts'
import type { UnitDetails } from '../domain/unit-request.ts'
import { logAdministration } from './administration-log.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { isoOf, isoOrNull } from './rows.ts'
import { isOn } from './staff-days.ts'

/** A unit as its administrator keeps it. */
export interface KeptUnit extends Unit {
  version: number
}

const columns = `id, municipality_id as "municipalityId", board_id as "boardId", kind, name, phone, mailbox,
  public_name as "publicName", opening_hours as "openingHours", closed_at as "closedAt", version`

export async function listKeptUnits(tx: Tx): Promise<KeptUnit[]> {
  const units = await tx.rows<KeptUnit>(`select ${columns} from units order by name`)
  return units.map((unit) => ({ ...unit, closedAt: isoOrNull(unit.closedAt) }))
}

/** The units, held until the transaction ends, so that two changes of them come one after the other. */
export async function holdUnits(tx: Tx, ids: readonly string[]): Promise<KeptUnit[]> {
  const held = await tx.rows<KeptUnit>(
    `select ${columns} from units where id in (select x::uuid from jsonb_array_elements_text($1::jsonb) x)
     order by id for update`,
    [JSON.stringify(ids)],
  )
  return ids.map((id) => {
    const unit = held.find((one) => one.id === id)
    if (!unit) throw new DomainError('not-found', 'no such unit')
    return unit
  })
}

/** Two open units of one name would not be told apart in any list. */
export async function refuseTakenName(tx: Tx, name: string, exceptId: string | null): Promise<void> {
  const taken = await tx.rows(
    `select from units where lower(name) = lower($1) and closed_at is null and id is distinct from $2::uuid`,
    [name, exceptId],
  )
  if (taken.length > 0) throw new DomainError('already-exists', 'an open unit has that name', 'name')
}

export type NewUnit = UnitDetails & { boardId: string; kind: UnitKind }

/** A row and no more: whoever calls has checked the name and writes the log. Refuses a board that is not theirs. */
export async function insertUnit(tx: Tx, unit: NewUnit, viewer: Viewer, now: Temporal.Instant): Promise<string> {
  const boards = await tx.rows(`select from boards where id = $1 and municipality_id = $2`, [
    unit.boardId,
    viewer.municipalityId,
  ])
  if (boards.length === 0) throw new DomainError('not-found', 'no such board', 'boardId')
  const id = newId(now)
  await tx.rows(
    `insert into units (id, municipality_id, board_id, kind, name, phone, mailbox, public_name, opening_hours,
       receives_since) values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)`,
    [
      id,
      viewer.municipalityId,
      unit.boardId,
      unit.kind,
      unit.name,
      unit.phone,
      unit.mailbox,
      unit.publicName,
      unit.openingHours && JSON.stringify(unit.openingHours),
      now.toString(),
    ],
  )
  return id
}

export async function addUnit(tx: Tx, unit: NewUnit, viewer: Viewer, now: Temporal.Instant): Promise<string> {
  await refuseTakenName(tx, unit.name, null)
  const id = await insertUnit(tx, unit, viewer, now)
  const changes = changesBetween<NewUnit>({}, unit)
  logAdministration(tx, viewer, now, { act: 'unit_added', subject: { id, name: unit.name }, changes })
  return id
}

const detailsOf = ({ name, publicName, phone, mailbox, openingHours }: UnitDetails): UnitDetails => ({
  name,
  publicName,
  phone,
  mailbox,
  openingHours,
})

/**
 * Changes what can be changed; a former name is kept with the day until which it held, as the history shows it.
 * Refuses (`stale-version`) when someone else changed the unit first, and a unit that is closed.
 */
export async function changeUnit(
  tx: Tx,
  asked: UnitDetails & { id: string; version: number },
  viewer: Viewer,
  now: Temporal.Instant,
): Promise<void> {
  const [before] = await holdUnits(tx, [asked.id])
  if (!before) return
  if (before.version !== asked.version) throw new DomainError('stale-version', 'the unit was changed meanwhile')
  if (before.closedAt !== null) throw new DomainError('wrong-status', 'the unit is closed')
  await refuseTakenName(tx, asked.name, asked.id)
  await tx.rows(
    `update units set name = $2, public_name = $3, phone = $4, mailbox = $5, opening_hours = $6::jsonb,
       version = version + 1 where id = $1`,
    [
      asked.id,
      asked.name,
      asked.publicName,
      asked.phone,
      asked.mailbox,
      asked.openingHours && JSON.stringify(asked.openingHours),
    ],
  )
  if (before.name !== asked.name) {
    await tx.rows(
      `insert into unit_names (unit_id, until, municipality_id, name) values ($1, $2, $3, $4)
       on conflict (unit_id, until) do nothing`,
      [asked.id, now.toString(), viewer.municipalityId, before.name],
    )
  }
  const changes = changesBetween(detailsOf(before), detailsOf(asked))
  logAdministration(tx, viewer, now, { act: 'unit_changed', subject: { id: asked.id, name: before.name }, changes })
}

export interface UnitMember {
  personId: string
  name: string
  title: string
  roles: string[]
}

/** The staff of a unit, and the names that it has had. */
export async function getUnitPast(
  tx: Tx,
  unitId: string,
  today: string,
): Promise<{ members: UnitMember[]; formerNames: { name: string; until: string }[] }> {
  const [members, formerNames] = await Promise.all([
    tx.rows<UnitMember>(
      `select p.id as "personId", p.name, p.title, json_agg(m.role order by m.role) as roles
       from memberships m join people p on p.id = m.person_id where m.unit_id = $1 and ${isOn('m', '$2::date')}
       group by p.id order by p.name`,
      [unitId, today],
    ),
    tx.rows<{ name: string; until: string }>(`select name, until from unit_names where unit_id = $1 order by until`, [
      unitId,
    ]),
  ])
  return { members, formerNames: formerNames.map(({ name, until }) => ({ name, until: isoOf(until) })) }
}
