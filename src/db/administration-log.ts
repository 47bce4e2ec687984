import type { Temporal } from 'temporal-polyfill'
import type { AdministrationAct, Changes } from '../domain/administration.ts'
import type { Viewer } from '../domain/organisation.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { isoOf } from './rows.ts'

export interface AdministrationChange {
  act: AdministrationAct
  subject: { id: string; name: string }
  changes: Changes
}

const logText = `
  insert into administration_log (id, municipality_id, at, person_id, act, subject_id, subject_name, changes)
  select x.id, $1::uuid, $2::timestamptz, $3::uuid, x.act, x.subject_id, x.subject_name, x.changes
  from jsonb_to_recordset($4::jsonb) as x(id uuid, act text, subject_id uuid, subject_name text, changes jsonb)`

/**
 * Every change of the organisation is a line, in the transaction that makes it. Policies: administrators, and of
 * absences those who may enter them.
 */
export function logAdministration(
  tx: Tx,
  viewer: Viewer,
  now: Temporal.Instant,
  ...done: readonly AdministrationChange[]
): void {
  if (done.length === 0) return
  const rows = done.map(({ act, subject, changes }) => ({
    id: newId(now),
    act,
    subject_id: subject.id,
    subject_name: subject.name,
    changes,
  }))
  tx.atCommit(logText, [viewer.municipalityId, now.toString(), viewer.personId, JSON.stringify(rows)])
}

export interface AdministrationLine extends AdministrationChange {
  id: string
  at: string
  actor: string
}

const pageSize = 50

/** The municipality's changes, newest first. `cursor` is the last id of the page before. */
export async function listAdministration(
  tx: Tx,
  cursor: string | null,
): Promise<{ rows: AdministrationLine[]; next: string | null }> {
  const rows = await tx.rows<AdministrationLine>(
    `select l.id, l.at, p.name as actor, l.act, json_build_object('id', l.subject_id, 'name', l.subject_name) as subject,
       l.changes
     from administration_log l join people p on p.id = l.person_id
     where $1::uuid is null or l.id < $1::uuid order by l.id desc limit ${pageSize + 1}`,
    [cursor],
  )
  const page = rows.slice(0, pageSize).map((row) => ({ ...row, at: isoOf(row.at) }))
  return { rows: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}
