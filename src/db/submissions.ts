import { DomainError } from '../domain/errors.ts'
import type { SentSubmission } from '../domain/receipt.ts'
import type { StoredChild } from '../domain/stored-child.ts'
import type { Tx } from './database.ts'
import { isoOf } from './rows.ts'
import { unseal } from './seal.ts'

/** What was sent in one form. Refuses (`not-found`) what the viewer's units did not send. */
export async function getSubmission(tx: Tx, submissionId: string): Promise<SentSubmission> {
  const [submissions, referrals, notes] = await Promise.all([
    tx.rows<{ sender_unit_id: string; sent_at: string }>(
      `select sender_unit_id, sent_at from submissions where id = $1`,
      [submissionId],
    ),
    tx.rows<Omit<SentSubmission['referrals'][number], 'child'> & { sealed: Uint8Array }>(
      `select id, reference, track, nature, receiver_unit_id as "receiverUnitId", acute,
         feedback_wanted as "feedbackWanted", is_protected as "isProtected", child as sealed
       from referrals where submission_id = $1 order by id`,
      [submissionId],
    ),
    tx.rows<{ id: string; askAgainOn: string; isProtected: boolean; sealed: Uint8Array }>(
      `select id, ask_again_on as "askAgainOn", is_protected as "isProtected", content as sealed from child_notes where submission_id = $1 order by id`,
      [submissionId],
    ),
  ])
  const [submission] = submissions
  // Of a protected family's form nothing is there but for those who see what came of it.
  if (!submission || referrals.length + notes.length === 0) throw new DomainError('not-found', 'no such submission')
  return {
    submissionId,
    senderUnitId: submission.sender_unit_id,
    sentAt: isoOf(submission.sent_at),
    referrals: referrals.map(({ sealed, ...referral }) => ({
      ...referral,
      child: unseal<StoredChild>(tx.keys, `referrals:child:${referral.id}`, sealed),
    })),
    notes: notes.map(({ id, sealed, askAgainOn, isProtected }) => ({
      askAgainOn,
      isProtected,
      child: unseal<{ child: StoredChild }>(tx.keys, `child_notes:content:${id}`, sealed).child,
    })),
  }
}
