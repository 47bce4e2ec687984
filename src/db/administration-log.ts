import type { Temporal } from 'temporal-polyfill'
import type { AdministrationAct, Changes } from '../domain/administration.ts'
import type { Viewer } from '../domain/organisation.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'

export interface AdministrationChange {
  act: AdministrationAct
  subject: { id: string; name: string }
  changes: Changes
}

const logText = `
  insert into administration_log (id, municipality_id, at, person_id, act, subject_id, subject_name, changes)
  values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`

/** Every change of the organisation is a line, in the transaction that makes it. Policies: administrators alone. */
export function logAdministration(
  tx: Tx,
  viewer: Viewer,
  now: Temporal.Instant,
  { act, subject, changes }: AdministrationChange,
): void {
  tx.atCommit(logText, [
    newId(now),
    viewer.municipalityId,
    now.toString(),
    viewer.personId,
    act,
    subject.id,
    subject.name,
    JSON.stringify(changes),
  ])
}
