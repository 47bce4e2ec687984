import type { Temporal } from 'temporal-polyfill'
import { type ChildLabel, listLabel } from '../domain/confidentiality.ts'
import { DomainError } from '../domain/errors.ts'
import type { ChildNote } from '../domain/sending.ts'
import type { Tx } from './database.ts'
import { unseal } from './seal.ts'

export interface ChildNoteRow {
  id: string
  child: ChildLabel
  /** Null where the family is protected: no list names them. */
  clientName: string | null
  askAgainOn: string
  due: boolean
}

const most = 200

/** The unit's children to ask about again, soonest first (DOMAIN §4). */
export async function listChildNotes(tx: Tx, today: string): Promise<ChildNoteRow[]> {
  const rows = await tx.rows<{ id: string; ask_again_on: string; content: Uint8Array }>(
    `select id, ask_again_on, content from child_notes where asked_again_at is null order by ask_again_on, id limit ${most}`,
  )
  return rows.map(({ id, ask_again_on, content }) => {
    const note = unseal<Omit<ChildNote, 'askAgainOn'>>(tx.keys, `child_notes:content:${id}`, content)
    return {
      id,
      child: listLabel(note.child, note.isProtected, today),
      clientName: note.isProtected ? null : note.clientName,
      askAgainOn: ask_again_on,
      due: ask_again_on <= today,
    }
  })
}

export async function markAskedAgain(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const marked = await tx.rows(
    `update child_notes set asked_again_at = $2 where id = $1 and asked_again_at is null returning id`,
    [id, now.toString()],
  )
  if (marked.length === 0) throw new DomainError('not-found', 'no such note')
}
