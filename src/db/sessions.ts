import { createHash, randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { caseworkRoles, type Membership, type Viewer } from '../domain/organisation.ts'
import type { Tx } from './database.ts'

/** Minutes without anything asked for, and hours in all, after which a session has ended. */
const idleMinutes = 30
const absoluteHours = 10

export type Language = 'sv' | 'en'

export interface SignedIn {
  viewer: Viewer
  language: Language
}

interface EnteredRow {
  /** Null when no live session has this id. */
  id: string | null
  name: string
  qualified: boolean
  municipality_id: string
  language: Language
  memberships: Membership[]
}

const casework = caseworkRoles.map((role) => `'${role}'`).join(', ')
const alive = `s.ended_at is null and s.seen_at > $2::timestamptz - interval '${idleMinutes} minutes'
  and s.started_at > $2::timestamptz - interval '${absoluteHours} hours'`

/**
 * One statement: is the session alive, who is it, and from here on Postgres shows only what that person may see; without
 * a live session, nothing at all. The minute keeps the table from being written each time; `offset 0` has each unit
 * looked up by its key, where Postgres would read all units of a small table.
 * Compiling a statement (jit) costs a hundred times more than running any of ours, and planning it anew at each call,
 * which Postgres otherwise does with large tables, as much as running it.
 */
const enterText = `
  with seen as (
    update sessions s set seen_at = $2::timestamptz
    where s.id_hash = $1 and $3::boolean and s.seen_at < $2::timestamptz - interval '1 minute' and ${alive}
  ), found as materialized (
    select p.id, p.name, p.qualified, p.municipality_id, p.language, coalesce(h.memberships, '[]') as memberships,
      coalesce(h.units, '{}') as units, coalesce(h.managed, '{}') as managed,
      case when h.administers then p.municipality_id::text end as administered,
      case when h.audits then p.municipality_id::text end as audited, n.named, e.emergency
    from sessions s join people p on p.id = s.person_id and p.deactivated_at is null
    cross join lateral (
      select json_agg(json_build_object('unitId', u.id, 'boardId', u.board_id, 'unitKind', u.kind,
          'unitName', u.name, 'role', m.role) order by u.name, m.role) as memberships,
        array_agg(m.unit_id) filter (where m.role in (${casework}))::text as units,
        array_agg(m.unit_id) filter (where m.role = 'unit_manager')::text as managed,
        bool_or(m.role = 'administrator') as administers, bool_or(m.role = 'auditor') as audits
      from memberships m cross join lateral (select * from units u where u.id = m.unit_id offset 0) u
      where m.person_id = p.id
    ) h
    cross join lateral (
      select array_agg(a.referral_id)::text as named from protected_access a
      where a.person_id = p.id and a.ended_at is null and a.starts_at <= $2::timestamptz and a.until > $2::timestamptz
    ) n
    cross join lateral (
      select array_agg(a.referral_id)::text as emergency from emergency_accesses a
      where a.person_id = p.id and a.ended_at is null and a.until > $2::timestamptz
    ) e
    where s.id_hash = $1 and ${alive}
  )
  select id, name, qualified, municipality_id, language, memberships,
    set_config('app.person', id::text, true), set_config('app.municipality', municipality_id::text, true),
    set_config('app.units', units, true), set_config('app.managed', managed, true),
    set_config('app.named', named, true), set_config('app.emergency', emergency, true),
    set_config('app.administered', administered, true), set_config('app.audited', audited, true),
    set_config('jit', 'off', true),
    set_config('plan_cache_mode', 'force_generic_plan', true), set_config('role', 'viewer', true)
  from (select) whoever left join found on true`

export function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

/**
 * The rest of the transaction sees what the session's person may see. Null when the session has ended: it then sees
 * nothing.
 * `active`: the person asked for something, so the idle time starts anew; a poll does not.
 */
export async function enterAsViewer(
  tx: Tx,
  sessionId: string,
  now: Temporal.Instant,
  active: boolean,
): Promise<SignedIn | null> {
  const [row] = await tx.rows<EnteredRow>(enterText, [hashOf(sessionId), now.toString(), active])
  if (!row?.id) return null
  const { id, name, qualified, municipality_id, language, memberships } = row
  return { viewer: { personId: id, name, qualified, municipalityId: municipality_id, memberships }, language }
}

/** A new session's id, 256 random bits, for the cookie alone: what is stored opens nothing. */
export async function startSession(tx: Tx, personId: string, now: Temporal.Instant): Promise<string> {
  const sessionId = randomBytes(32).toString('base64url')
  await tx.rows(`insert into sessions (id_hash, person_id, started_at, seen_at) values ($1, $2, $3, $3)`, [
    hashOf(sessionId),
    personId,
    now.toString(),
  ])
  return sessionId
}

export async function endSession(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<void> {
  await tx.rows(`update sessions set ended_at = $2 where id_hash = $1 and ended_at is null`, [
    hashOf(sessionId),
    now.toString(),
  ])
}

export async function saveLanguage(tx: Tx, personId: string, language: Language): Promise<void> {
  await tx.rows(`update people set language = $2 where id = $1`, [personId, language])
}

/** Sessions that can no longer be entered. Returns how many rows went. */
export async function purgeSessions(tx: Tx, now: Temporal.Instant): Promise<number> {
  const gone = await tx.rows(
    `delete from sessions where started_at < $1::timestamptz - interval '${absoluteHours} hours' returning id_hash`,
    [now.toString()],
  )
  return gone.length
}
