import type { Temporal } from 'temporal-polyfill'
import { DomainError } from '../domain/errors.ts'
import type { FlagDraft } from '../domain/flag/draft.ts'
import { withoutRevealing } from '../domain/flag/protection.ts'
import type { Tx } from './database.ts'
import { isoOf } from './rows.ts'
import { seal, unseal } from './seal.ts'

export interface Draft {
  id: string
  version: number
  openedAt: string
  savedAt: string
  content: FlagDraft
}

interface DraftRow {
  id: string
  version: number
  opened_at: string
  saved_at: string
  content: Uint8Array
}

/** Days that a draft is kept. What was never sent must not pile up. */
const keptDays = 30

const addressOf = (id: string) => `drafts:content:${id}`

function draftOf(tx: Tx, row: DraftRow): Draft {
  const content = unseal<FlagDraft>(tx.keys, addressOf(row.id), row.content)
  return { id: row.id, version: row.version, openedAt: isoOf(row.opened_at), savedAt: isoOf(row.saved_at), content }
}

/** The viewer's own drafts, oldest first: what has lain longest is what is urgent (SoL 19:1). */
export async function listDrafts(tx: Tx): Promise<Draft[]> {
  const rows = await tx.rows<DraftRow>(
    `select id, version, opened_at, saved_at, content from drafts order by opened_at`,
  )
  return rows.map((row) => draftOf(tx, row))
}

export async function getDraft(tx: Tx, id: string): Promise<Draft> {
  const [row] = await tx.rows<DraftRow>(`select id, version, opened_at, saved_at, content from drafts where id = $1`, [
    id,
  ])
  if (!row) throw new DomainError('not-found', 'no such draft')
  return draftOf(tx, row)
}

/**
 * Keeps what has been typed so far; `version` is the one that was last answered, 0 the first time.
 * What would reveal a protected person is not kept, from the moment somebody in the flag is marked.
 * Refuses (`stale-version`) when another window has saved since.
 */
export async function saveDraft(
  tx: Tx,
  draft: { id: string; version: number; content: FlagDraft },
  authorId: string,
  now: Temporal.Instant,
): Promise<{ version: number; savedAt: string }> {
  const savedAt = now.toString()
  const content = seal(tx.keys, addressOf(draft.id), withoutRevealing(draft.content).flag)
  const version = draft.version + 1
  const written = await (draft.version === 0
    ? tx.rows(
        `insert into drafts (id, author_id, opened_at, saved_at, version, content) values ($1, $2, $3, $3, $4, $5)
         on conflict (id) do nothing returning id`,
        [draft.id, authorId, savedAt, version, content],
      )
    : tx.rows(
        `update drafts set saved_at = $2, version = $3, content = $4 where id = $1 and version = $5 returning id`,
        [draft.id, savedAt, version, content, draft.version],
      ))
  if (written.length === 0) throw new DomainError('stale-version', 'the draft was saved elsewhere')
  return { version, savedAt }
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.rows(`delete from drafts where id = $1`, [id])
}

/** Run by the job. Returns how many drafts went. */
export async function purgeDrafts(tx: Tx, now: Temporal.Instant): Promise<number> {
  const before = now.subtract({ hours: keptDays * 24 }).toString()
  return (await tx.rows(`delete from drafts where opened_at < $1 returning id`, [before])).length
}
