import type { Temporal } from 'temporal-polyfill'
import type { SecurityAct, SignInFault } from '../domain/sign-in.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { isoOf } from './rows.ts'

export interface SecurityEvent {
  act: SecurityAct
  municipalityId: string | null
  personId: string | null
  reason?: SignInFault | null
  detail?: string | null
}

const logText = `
  insert into security_log (id, at, act, municipality_id, person_id, reason, detail) values ($1, $2, $3, $4, $5, $6, $7)`

/** A line of who came in or was turned away, in the transaction that does it. As the service's own login. */
export function logSecurity(tx: Tx, now: Temporal.Instant, event: SecurityEvent): void {
  const { act, municipalityId, personId, reason = null, detail = null } = event
  tx.atCommit(logText, [newId(now), now.toString(), act, municipalityId, personId, reason, detail])
}

export interface SecurityLine {
  id: string
  at: string
  act: SecurityAct
  personName: string | null
  reason: SignInFault | null
  detail: string | null
}

const pageSize = 50

/** The viewer's own municipality's, newest first; for auditors and administrators alone there is any. */
export async function listSecurityLog(
  tx: Tx,
  cursor: string | null,
): Promise<{ rows: SecurityLine[]; next: string | null }> {
  const rows = await tx.rows<SecurityLine>(
    `select l.id, l.at, l.act, p.name as "personName", l.reason, l.detail
     from security_log l left join people p on p.id = l.person_id
     where $1::uuid is null or l.id < $1::uuid order by l.id desc limit ${pageSize + 1}`,
    [cursor],
  )
  const page = rows.slice(0, pageSize).map((row) => ({ ...row, at: isoOf(row.at) }))
  return { rows: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}
