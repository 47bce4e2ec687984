import { DomainError } from '../domain/errors.ts'
import {
  type Change,
  type Circumstances,
  feedbackRequested,
  type Referral,
  supplementedWith,
} from '../domain/referral.ts'
import type { Supplement } from '../domain/step-request.ts'
import { becomeViewer, becomeWorker, type Tx } from './database.ts'
import { newId } from './ids.ts'
import { getHistory, getReferral, saveChange } from './referrals.ts'
import { uuidArray } from './rows.ts'
import { seal, unseal } from './seal.ts'

interface SentKey {
  id: string
  sender_unit_id: string
  receiver_unit_id: string
  is_protected: boolean
}

/** Only a unit's own flag is found here: row policies show a sender nothing else. */
async function getSentKey(tx: Tx, reference: string, unitIds: readonly string[]): Promise<SentKey> {
  const [row] = await tx.rows<SentKey>(
    `select id, sender_unit_id, receiver_unit_id, is_protected from referrals where reference = $1
       and sender_unit_id = any ($2::uuid[])`,
    [reference, uuidArray(unitIds)],
  )
  if (!row) throw new DomainError('not-found', 'no such referral')
  return row
}

/** A repeat is answered as the first was; words that would be lost under another's key are refused. */
async function refuseOtherContent(
  tx: Tx,
  referralId: string,
  { key, text }: Supplement & { key: string },
): Promise<void> {
  const [first] = await tx.rows<{ id: string; referral_id: string; content: Uint8Array }>(
    `select id, referral_id, content from supplements where key = $1`,
    [key],
  )
  const stored = first && unseal<string>(tx.keys, `supplements:content:${first.id}`, first.content)
  if (first?.referral_id !== referralId || stored !== text) {
    throw new DomainError('key-reused-with-other-content', 'the key belongs to another supplement', 'key')
  }
}

/**
 * Makes the change in the child unit's file, as the worker. The row is waited for and not raced for: a sender is never
 * told that someone was first, as that would tell of the child unit's work.
 */
async function carry(
  tx: Tx,
  referralId: string,
  reference: string,
  change: (referral: Referral) => Change,
): Promise<void> {
  await becomeWorker(tx)
  await tx.rows(`select from intakes where referral_id = $1 for update`, [referralId])
  const [referral, history] = await Promise.all([getReferral(tx, reference), getHistory(tx, referralId)])
  await saveChange(tx, change(referral), history)
  await becomeViewer(tx)
}

/**
 * Adds the sender's words, once per key, and carries them into the child unit's file: the row policies let the sender
 * write the first and see nothing of the second, so that part runs as the worker.
 */
export async function addSupplement(
  tx: Tx,
  input: Supplement & { reference: string; key: string },
  unitIds: readonly string[],
  circumstances: Circumstances,
): Promise<void> {
  const { reference, key, text, answersQuestion } = input
  const sent = await getSentKey(tx, reference, unitIds)
  const id = newId(circumstances.now)
  const added = await tx.rows(
    `insert into supplements (id, referral_id, sender_unit_id, receiver_unit_id, is_protected, author_id, at, key,
       answers_question, content) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (key) do nothing returning id`,
    [
      id,
      sent.id,
      sent.sender_unit_id,
      sent.receiver_unit_id,
      sent.is_protected,
      circumstances.viewer.personId,
      circumstances.now.toString(),
      key,
      answersQuestion,
      seal(tx.keys, `supplements:content:${id}`, text),
    ],
  )
  if (added.length === 0) return refuseOtherContent(tx, sent.id, input)
  await carry(tx, sent.id, reference, (referral) =>
    supplementedWith(referral, { text, answersQuestion }, circumstances),
  )
}

/** Records the sender's wish to hear the outcome, and starts the child unit's clock (SoL 19:6). */
export async function requestFeedback(
  tx: Tx,
  reference: string,
  unitIds: readonly string[],
  circumstances: Circumstances,
): Promise<void> {
  const sent = await getSentKey(tx, reference, unitIds)
  const { viewer, now } = circumstances
  await tx.rows(
    `insert into feedback_requests (referral_id, sender_unit_id, receiver_unit_id, is_protected, author_id, at)
     values ($1, $2, $3, $4, $5, $6) on conflict (referral_id) do nothing`,
    [sent.id, sent.sender_unit_id, sent.receiver_unit_id, sent.is_protected, viewer.personId, now.toString()],
  )
  await carry(tx, sent.id, reference, (referral) => feedbackRequested(referral, circumstances))
}
