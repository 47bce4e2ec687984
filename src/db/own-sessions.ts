import type { Temporal } from 'temporal-polyfill'
import type { BrowserKind } from '../domain/browser-kind.ts'
import type { Tx } from './database.ts'
import { isoOf } from './rows.ts'
import { UnreadableSeal, unseal } from './seal.ts'
import { aliveText, hashOf, isStaffText } from './sessions.ts'

/** As the service's own login: no other role may touch a session, not even one's own. */

export interface OwnSession extends BrowserKind {
  id: string
  startedAt: string
  seenAt: string
  /** The one that asks. */
  isHere: boolean
}

/** Whose a live session is. Null when it has ended, or its person has left. */
export async function findSessionOwner(
  tx: Tx,
  sessionId: string,
  now: Temporal.Instant,
): Promise<{ personId: string; municipalityId: string } | null> {
  const [row] = await tx.rows<{ personId: string; municipalityId: string }>(
    `select p.id as "personId", p.municipality_id as "municipalityId"
     from sessions s join people p on p.id = s.person_id and ${isStaffText}
     where s.id_hash = $1 and ${aliveText}`,
    [hashOf(sessionId), now.toString()],
  )
  return row ?? null
}

/** The person's live sessions, the latest used first. */
export async function listOwnSessions(
  tx: Tx,
  personId: string,
  sessionId: string,
  now: Temporal.Instant,
): Promise<OwnSession[]> {
  const rows = await tx.rows<OwnSession>(
    `select s.id, s.started_at as "startedAt", s.seen_at as "seenAt", s.browser, s.system, s.id_hash = $1 as "isHere"
     from sessions s where s.person_id = $3 and ${aliveText} order by s.seen_at desc, s.id desc`,
    [hashOf(sessionId), now.toString(), personId],
  )
  return rows.map((row) => ({ ...row, startedAt: isoOf(row.startedAt), seenAt: isoOf(row.seenAt) }))
}

/** One of the person's own, or with `all` every one but this. Returns how many ended. */
export async function endOwnSessions(
  tx: Tx,
  personId: string,
  which: { id: string } | { allBut: string },
  now: Temporal.Instant,
): Promise<number> {
  const ended = await tx.rows(
    `update sessions set ended_at = $2 where person_id = $1 and ended_at is null
       and ($3::uuid is null or id = $3::uuid) and ($4::text is null or id_hash <> $4::text) returning id`,
    [personId, now.toString(), 'id' in which ? which.id : null, 'allBut' in which ? hashOf(which.allBut) : null],
  )
  return ended.length
}

/** What the provider must be told when the session that this cookie opens is signed out. */
export interface SignedOut {
  personId: string
  municipalityId: string
  providerId: string | null
  idToken: string | null
}

/** Ends it, and tells whose it was. Null when it had already ended. */
export async function signOutSession(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<SignedOut | null> {
  const [row] = await tx.rows<{
    id: string
    person_id: string
    municipality_id: string
    provider_id: string | null
    id_token: Uint8Array | null
  }>(
    `update sessions s set ended_at = $2 from people p where p.id = s.person_id and s.id_hash = $1 and s.ended_at is null
     returning s.id, s.person_id, p.municipality_id, s.provider_id, s.id_token`,
    [hashOf(sessionId), now.toString()],
  )
  if (!row) return null
  return {
    personId: row.person_id,
    municipalityId: row.municipality_id,
    providerId: row.provider_id,
    idToken: row.id_token && openedToken(tx, row.id, row.id_token),
  }
}

/** Without it the provider asks who is leaving: a key that was taken out of the ring must not keep anybody signed in. */
function openedToken(tx: Tx, id: string, sealed: Uint8Array): string | null {
  try {
    return unseal<string>(tx.keys, `sessions:id_token:${id}`, sealed)
  } catch (error) {
    if (error instanceof UnreadableSeal) return null
    throw error
  }
}

/**
 * The provider says that somebody has signed out there: of one session by its name (keyed), or of all by the subject.
 * Returns whose sessions ended.
 */
export async function endProviderSessions(
  tx: Tx,
  of: { providerId: string; issuer: string; sid: string | null; subject: string | null },
  now: Temporal.Instant,
): Promise<string[]> {
  const ended = await tx.rows<{ person_id: string }>(
    `update sessions s set ended_at = $1 where s.provider_id = $2 and s.ended_at is null
       and ($3::uuid is null or s.provider_sid = $3::uuid)
       and ($4::text is null or s.person_id = (select i.person_id from person_identities i
         where i.issuer = $5 and i.subject = $4::text))
     returning s.person_id`,
    [now.toString(), of.providerId, of.sid, of.subject, of.issuer],
  )
  return [...new Set(ended.map(({ person_id }) => person_id))]
}
