import type { Temporal } from 'temporal-polyfill'
import { dayOf } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import type { Unit, Viewer } from '../domain/organisation.ts'
import { type Remaining, redirected, refuseOwnOrClosed, refuseUnfitClosing } from '../domain/reorganisation.ts'
import type { UnitDetails } from '../domain/unit-request.ts'
import { logAdministration } from './administration-log.ts'
import { becomeViewer, becomeWorker, type Tx } from './database.ts'
import { returnToGroup } from './return-to-group.ts'
import { getRouting, saveRouting } from './routing.ts'
import { uuidArray } from './rows.ts'
import { caseworkList } from './staff-days.ts'
import { withPredecessors } from './unit-history.ts'
import { moveMembers } from './unit-members.ts'
import { holdUnits, insertUnit, type KeptUnit, refuseTakenName } from './units.ts'

/** What a unit has left. The administrator sees no case, so that part is asked as a job: a yes or a no comes back. */
export async function remainingIn(tx: Tx, unitId: string, day: string): Promise<Remaining> {
  const [routing, members] = await Promise.all([
    getRouting(tx),
    tx.rows(
      `select from memberships m where m.unit_id = $1 and m.role in (${caseworkList})
         and coalesce(m.valid_until, 'infinity') >= greatest($2::date, m.valid_from) limit 1`,
      [unitId, day],
    ),
  ])
  await becomeWorker(tx)
  const [found] = await tx.rows<{ cases: boolean }>(
    `with own as (${withPredecessors('$1::uuid')})
     select exists (select from own join referrals r on r.receiver_unit_id = own.unit_id or r.sender_unit_id = own.unit_id)
       or exists (select from own join child_notes n on n.unit_id = own.unit_id) as cases`,
    [unitId],
  )
  await becomeViewer(tx)
  return {
    cases: found?.cases ?? false,
    members: members.length > 0,
    rules: routing.rules.some(({ receiverId }) => receiverId === unitId),
  }
}

/** Whether the administrator has a role with cases in any of the units, today or on a day to come. */
async function hasOwnRoleIn(tx: Tx, unitIds: readonly string[], viewer: Viewer, day: string): Promise<boolean> {
  const own = await tx.rows(
    `select from memberships m where m.person_id = $1 and m.unit_id = any ($2::uuid[]) and m.role in (${caseworkList})
       and coalesce(m.valid_until, 'infinity') >= greatest($3::date, m.valid_from) limit 1`,
    [viewer.personId, uuidArray(unitIds), day],
  )
  return own.length > 0
}

/** From here on the successor's staff reaches all that the unit, and those before it, sent and received. */
async function succeed(tx: Tx, unit: Unit, successorId: string, now: Temporal.Instant): Promise<void> {
  await tx.rows(
    `insert into unit_successions (from_unit_id, to_unit_id, municipality_id, at)
     select before.unit_id, $2::uuid, $3::uuid, $4::timestamptz
     from (${withPredecessors('$1::uuid')}) before
     on conflict do nothing`,
    [unit.id, successorId, unit.municipalityId, now.toString()],
  )
}

/** Points the rules from one unit at another, as a new version; `only` names rules. */
async function redirectRules(
  tx: Tx,
  fromUnitId: string,
  toUnitId: string,
  viewer: Viewer,
  now: Temporal.Instant,
  only?: readonly string[],
): Promise<void> {
  const routing = await getRouting(tx)
  const rules = redirected(routing, fromUnitId, toUnitId, only)
  const isSame = rules.every((rule, place) => rule.receiverId === routing.rules[place]?.receiverId)
  if (isSame) return
  const { version } = await saveRouting(tx, { ...routing, rules }, viewer, now)
  const changes = { rules: { from: routing.rules, to: rules } }
  const subject = { id: viewer.municipalityId, name: String(version) }
  logAdministration(tx, viewer, now, { act: 'routing_changed', subject, changes })
}

/** The place of one unit among those of its kind, given to another, if it is the better of the two. */
async function givePlace(tx: Tx, fromUnitId: string, toUnitId: string): Promise<void> {
  await tx.rows(
    `update units set receives_since = least(receives_since, (select o.receives_since from units o where o.id = $1))
     where id = $2`,
    [fromUnitId, toUnitId],
  )
}

async function markClosed(tx: Tx, unitId: string, now: Temporal.Instant): Promise<void> {
  await tx.rows(`update units set closed_at = $2, version = version + 1 where id = $1`, [unitId, now.toString()])
}

function refuseStale(unit: KeptUnit, version: number): void {
  if (unit.version !== version) throw new DomainError('stale-version', 'the unit was changed meanwhile')
}

/**
 * Closes a unit. With a successor it is merged into it: people, work, rules and letters that wait follow in this same
 * transaction, and no row of a case is rewritten. Refuses as `refuseUnfitClosing` says; then nothing is changed.
 */
export async function closeUnit(
  tx: Tx,
  { id, version, successorId }: { id: string; version: number; successorId: string | null },
  viewer: Viewer,
  now: Temporal.Instant,
): Promise<void> {
  const [unit, successor = null] = await holdUnits(tx, successorId ? [id, successorId] : [id])
  if (!unit) return
  refuseStale(unit, version)
  const day = dayOf(now).toString()
  const hasOwnRole = await hasOwnRoleIn(tx, successor ? [id, successor.id] : [id], viewer, day)
  refuseUnfitClosing(unit, successor, await remainingIn(tx, id, day), hasOwnRole)
  const subject = { id, name: unit.name }
  if (!successor) {
    await markClosed(tx, id, now)
    const changes = { closedAt: { from: null, to: now.toString() } }
    return logAdministration(tx, viewer, now, { act: 'unit_closed', subject, changes })
  }
  await succeed(tx, unit, successor.id, now)
  const moved = await moveMembers(tx, id, successor.id, null, dayOf(now).toString())
  await redirectRules(tx, id, successor.id, viewer, now)
  await givePlace(tx, id, successor.id)
  await markClosed(tx, id, now)
  const changes = {
    closedAt: { from: null, to: now.toString() },
    successor: { from: null, to: successor.name },
    people: { from: null, to: moved.length },
  }
  logAdministration(tx, viewer, now, { act: 'units_merged', subject, changes })
}

export interface Split {
  id: string
  version: number
  /** The new unit, of the same board and kind. */
  details: UnitDetails
  personIds: readonly string[]
  /** The rules that point at the new unit from now on. */
  ruleIds: readonly string[]
  /** Where all that the unit has until now goes: it stays, or follows to the new unit. Never some of it. */
  work: 'stays' | 'follows'
}

/**
 * Makes a new unit of a part of another. Where the work follows, the old unit is closed with the new as its successor,
 * and a unit of the same name goes on with the people who stay and with what comes from now on.
 */
export async function splitUnit(tx: Tx, split: Split, viewer: Viewer, now: Temporal.Instant): Promise<string> {
  const [unit] = await holdUnits(tx, [split.id])
  if (!unit) throw new DomainError('not-found', 'no such unit')
  refuseStale(unit, split.version)
  refuseOwnOrClosed(unit, await hasOwnRoleIn(tx, [unit.id], viewer, dayOf(now).toString()))
  await refuseTakenName(tx, split.details.name, null)

  const { boardId, kind } = unit
  const newId = await insertUnit(tx, { ...split.details, boardId, kind }, viewer, now)
  const moved = await moveMembers(tx, unit.id, newId, split.personIds, dayOf(now).toString())
  await redirectRules(tx, unit.id, newId, viewer, now, split.ruleIds)
  if (split.work === 'follows') {
    const goesOnId = await insertUnit(tx, unit, viewer, now)
    await succeed(tx, unit, newId, now)
    const staying = await moveMembers(tx, unit.id, goesOnId, null, dayOf(now).toString())
    await redirectRules(tx, unit.id, goesOnId, viewer, now)
    await givePlace(tx, unit.id, goesOnId)
    await markClosed(tx, unit.id, now)
    await returnToGroup(tx, unit.id, staying, viewer, now)
  } else {
    await returnToGroup(tx, unit.id, moved, viewer, now)
  }
  const changes = {
    newUnit: { from: null, to: split.details.name },
    people: { from: null, to: moved.length },
    work: { from: null, to: split.work },
  }
  logAdministration(tx, viewer, now, { act: 'unit_split', subject: { id: unit.id, name: unit.name }, changes })
  return newId
}
