import type { Temporal } from 'temporal-polyfill'
import { DomainError } from '../domain/errors.ts'
import type { Viewer } from '../domain/organisation.ts'
import { logAdministration } from './administration-log.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'

export interface Board {
  id: string
  name: string
  version: number
}

/** The boards of the viewer's municipality, each an authority of its own. */
export function listBoards(tx: Tx): Promise<Board[]> {
  return tx.rows<Board>(`select id, name, version from boards order by name`)
}

async function refuseTakenName(tx: Tx, name: string, exceptId: string | null): Promise<void> {
  const taken = await tx.rows(
    `select from boards where lower(name) = lower($1) and id is distinct from $2::uuid
     and municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid)`,
    [name, exceptId],
  )
  if (taken.length > 0) throw new DomainError('already-exists', 'a board has that name', 'name')
}

export async function addBoard(tx: Tx, name: string, viewer: Viewer, now: Temporal.Instant): Promise<string> {
  await refuseTakenName(tx, name, null)
  const id = newId(now)
  await tx.rows(`insert into boards (id, municipality_id, name) values ($1, $2, $3)`, [id, viewer.municipalityId, name])
  const changes = { name: { from: null, to: name } }
  logAdministration(tx, viewer, now, { act: 'board_added', subject: { id, name }, changes })
  return id
}

/** Refuses (`stale-version`) when someone else changed the board first. */
export async function changeBoard(
  tx: Tx,
  { id, version, name }: Board,
  viewer: Viewer,
  now: Temporal.Instant,
): Promise<void> {
  const [before] = await tx.rows<Board>(`select id, name, version from boards where id = $1`, [id])
  if (!before) throw new DomainError('not-found', 'no such board')
  await refuseTakenName(tx, name, id)
  const changed = await tx.rows(
    `update boards set name = $3, version = version + 1 where id = $1 and version = $2 returning id`,
    [id, version, name],
  )
  if (changed.length === 0) throw new DomainError('stale-version', 'the board was changed meanwhile')
  const changes = { name: { from: before.name, to: name } }
  logAdministration(tx, viewer, now, { act: 'board_changed', subject: { id, name: before.name }, changes })
}
