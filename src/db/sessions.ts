import { createHash, randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { BrowserKind } from '../domain/browser-kind.ts'
import { dayOf } from '../domain/calendar.ts'
import type { Membership, Viewer } from '../domain/organisation.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { seal } from './seal.ts'
import { caseworkList, rolesOn } from './staff-days.ts'

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
  /** Closed units, each with the unit of the person's own that has its work. */
  taken_over: { from: string; to: string }[]
}

/** `p` has not left, and `s` was not begun before they did and came back. */
export const isStaffText = `p.deactivated_at is null and s.started_at >= coalesce(p.returned_at, '-infinity')`
/** `s` is the session, and $2 is now. */
export const aliveText = `s.ended_at is null and s.seen_at > $2::timestamptz - interval '${idleMinutes} minutes'
  and s.started_at > $2::timestamptz - interval '${absoluteHours} hours'`

/**
 * One statement: is the session alive, who is it, and from here on Postgres shows only what that person may see; without
 * a live session, nothing at all. Roles and deputies count on their days, of which `$4` is today; who keeps the
 * organisation or reviews has no casework role, whatever the rows say (DOMAIN §7). The minute keeps the table from being written each time; `offset 0` has each unit
 * looked up by its key, where Postgres would read all units of a small table.
 * Compiling a statement (jit) costs a hundred times more than running any of ours, and planning it anew at each call,
 * which Postgres otherwise does with large tables, as much as running it.
 */
const enterText = `
  with seen as (
    update sessions s set seen_at = $2::timestamptz
    where s.id_hash = $1 and $3::boolean and s.seen_at < $2::timestamptz - interval '1 minute' and ${aliveText}
  ), found as materialized (
    select p.id, p.name, p.qualified, p.municipality_id, p.language, coalesce(h.memberships, '[]') as memberships,
      coalesce(past.taken_over, '[]') as taken_over, (coalesce(h.units, '{}')::uuid[] || past.units)::text as units,
      (coalesce(h.managed, '{}')::uuid[] || past.managed)::text as managed,
      case when h.administers then p.municipality_id::text end as administered,
      case when h.audits then p.municipality_id::text end as audited, n.named, e.emergency
    from sessions s join people p on p.id = s.person_id and ${isStaffText}
    cross join lateral (
      select json_agg(json_strip_nulls(json_build_object('unitId', u.id, 'boardId', u.board_id, 'unitKind', u.kind,
          'unitName', u.name, 'role', m.role, 'deputyFor', case when m.for_person_id is not null then
            json_build_object('personId', m.for_person_id, 'name', m.for_name) end)) order by u.name, m.role) as memberships,
        array_agg(m.unit_id) filter (where m.role in (${caseworkList}))::text as units,
        array_agg(m.unit_id) filter (where m.role = 'unit_manager')::text as managed,
        bool_or(m.role = 'administrator') as administers, bool_or(m.role = 'auditor') as audits
      from (
        select distinct on (o.unit_id, o.role) o.*,
          bool_or(o.role not in (${caseworkList})) over () as keeps
        from ${rolesOn('$4::date')} o where o.person_id = p.id
        order by o.unit_id, o.role, o.for_person_id nulls first
      ) m cross join lateral (select * from units u where u.id = m.unit_id offset 0) u
      where not m.keeps or m.role not in (${caseworkList})
    ) h
    cross join lateral (
      select json_agg(json_build_object('from', s.from_unit_id, 'to', s.to_unit_id)) as taken_over,
        array_agg(s.from_unit_id) as units,
        array_agg(s.from_unit_id) filter (where s.to_unit_id = any (h.managed::uuid[])) as managed
      from unit_successions s where s.to_unit_id = any (h.units::uuid[])
    ) past
    cross join lateral (
      select array_agg(a.referral_id)::text as named from protected_access a
      where a.person_id = p.id and a.ended_at is null and a.starts_at <= $2::timestamptz and a.until > $2::timestamptz
    ) n
    cross join lateral (
      select array_agg(a.referral_id)::text as emergency from emergency_accesses a
      where a.person_id = p.id and a.ended_at is null and a.until > $2::timestamptz
    ) e
    where s.id_hash = $1 and ${aliveText}
  )
  select id, name, qualified, municipality_id, language, memberships, taken_over,
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
  const [row] = await tx.rows<EnteredRow>(enterText, [hashOf(sessionId), now.toString(), active, dayOf(now).toString()])
  if (!row?.id) return null
  const { id, name, qualified, municipality_id, language, taken_over } = row
  const memberships = row.memberships.map((membership) => ({
    ...membership,
    predecessorIds: taken_over.filter(({ to }) => to === membership.unitId).map(({ from }) => from),
  }))
  return { viewer: { personId: id, name, qualified, municipalityId: municipality_id, memberships }, language }
}

/** What a session at the identity provider is known by here: where, its own name (keyed), and the token that was given. */
export interface ProviderSession {
  providerId: string
  sid: string | null
  idToken: string
}

export interface SignedInBy {
  browser: BrowserKind
  provider: ProviderSession
}

/** A new session's id, 256 random bits, for the cookie alone: what is stored opens nothing. */
export async function startSession(tx: Tx, personId: string, now: Temporal.Instant, by?: SignedInBy): Promise<string> {
  const sessionId = randomBytes(32).toString('base64url')
  const id = newId(now)
  await tx.rows(
    `insert into sessions (id_hash, id, person_id, started_at, seen_at, provider_id, provider_sid, id_token, browser, system)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9)`,
    [
      hashOf(sessionId),
      id,
      personId,
      now.toString(),
      by?.provider.providerId ?? null,
      by?.provider.sid ?? null,
      by ? seal(tx.keys, `sessions:id_token:${id}`, by.provider.idToken) : null,
      by?.browser.browser ?? null,
      by?.browser.system ?? null,
    ],
  )
  return sessionId
}

export async function endSession(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<void> {
  await tx.rows(`update sessions set ended_at = $2 where id_hash = $1 and ended_at is null`, [
    hashOf(sessionId),
    now.toString(),
  ])
}

/** By the login itself, as the role `viewer` changes nobody's own row. False when no live session has this id. */
export async function saveLanguage(
  tx: Tx,
  sessionId: string,
  language: Language,
  now: Temporal.Instant,
): Promise<boolean> {
  const saved = await tx.rows(
    `update people p set language = $3 from sessions s
     where s.id_hash = $1 and p.id = s.person_id and ${isStaffText} and ${aliveText} returning p.id`,
    [hashOf(sessionId), now.toString(), language],
  )
  return saved.length > 0
}

/** Sessions that can no longer be entered. Returns how many rows went. */
export async function purgeSessions(tx: Tx, now: Temporal.Instant): Promise<number> {
  const gone = await tx.rows(
    `delete from sessions where started_at < $1::timestamptz - interval '${absoluteHours} hours' returning id_hash`,
    [now.toString()],
  )
  return gone.length
}
