import type { Temporal } from 'temporal-polyfill'
import { type NoticeKind, noticesOf } from '../domain/notices.ts'
import type { Change } from '../domain/referral.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { isoOf, isoOrNull, uuidArray } from './rows.ts'

export interface NoticeRow {
  id: string
  kind: NoticeKind
  /** Null where it is about the person's own reads. */
  reference: string | null
  referralId: string | null
  at: string
  readAt: string | null
}

/** Those whom the change concerns are told here, and by a letter where the rule says so: rows of the same transaction. */
export async function saveNotices(tx: Tx, change: Change, causeId: string): Promise<void> {
  const { after, event } = change
  const at = event.at.toString()
  for (const { kind, to, mail } of noticesOf(change)) {
    if ('personId' in to) {
      await tx.rows(
        `insert into notices (id, person_id, kind, referral_id, reference, at) values ($1, $2, $3, $4, $5, $6)`,
        [newId(event.at), to.personId, kind, after.id, after.reference, at],
      )
    }
    if (mail) {
      await tx.rows(
        `insert into outbox (id, cause_id, kind, referral_id, to_person_id, to_unit_id, written_at, next_attempt_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [
          newId(event.at),
          causeId,
          kind,
          after.id,
          'personId' in to ? to.personId : null,
          'unitId' in to ? to.unitId : null,
          at,
        ],
      )
    }
  }
}

/** The reader is asked in the service alone, and the notice says nothing of what was read. */
export function tellReader(tx: Tx, readerId: string, now: Temporal.Instant): Promise<unknown> {
  const kind: NoticeKind = 'read_asked_about'
  return tx.rows(`insert into notices (id, person_id, kind, at) values ($1, $2, $3, $4)`, [
    newId(now),
    readerId,
    kind,
    now.toString(),
  ])
}

const pageSize = 50

/** The viewer's own notices, newest first. `cursor` is the last id of the page before. */
export async function listNotices(tx: Tx, cursor: string | null): Promise<{ rows: NoticeRow[]; next: string | null }> {
  const rows = await tx.rows<NoticeRow>(
    `select id, kind, reference, referral_id as "referralId", at, read_at as "readAt" from notices
     where $1::uuid is null or id < $1::uuid order by id desc limit ${pageSize + 1}`,
    [cursor],
  )
  const page = rows.slice(0, pageSize).map((row) => ({ ...row, at: isoOf(row.at), readAt: isoOrNull(row.readAt) }))
  return { rows: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}

export async function countUnread(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ unread: number }>(`select count(*)::int as unread from notices where read_at is null`)
  return row?.unread ?? 0
}

export async function markNoticesRead(tx: Tx, ids: readonly string[] | 'all', now: Temporal.Instant): Promise<void> {
  await tx.rows(
    `update notices set read_at = $1 where read_at is null
       and ($2::uuid[] is null or id = any ($2::uuid[]))`,
    [now.toString(), ids === 'all' ? null : uuidArray(ids)],
  )
}
