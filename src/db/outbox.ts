import type { Temporal } from 'temporal-polyfill'
import type { NoticeKind } from '../domain/notices.ts'
import type { Tx } from './database.ts'
import { ownerOf } from './unit-history.ts'

/** A letter whose turn it is, held until its lease runs out. `to` is the address as it is now. */
export interface ClaimedLetter {
  id: string
  kind: NoticeKind
  referralId: string
  to: string
  /** Which try this is, from 1. */
  attempt: number
}

const waiting = 'sent_at is null and dead_at is null'

/** A letter that waits for a unit goes to whichever has taken over its work meanwhile. */
const unitThatReads = ownerOf('o.to_unit_id')

/**
 * The one letter that has waited longest, if any is due. Holding it is a date, not a lock: whoever claims it moves its
 * next try to the lease's end, so no transaction is open while a mail server talks, and a letter whose deliverer died
 * comes back by itself. Two deliverers never hold the same letter. Run as the worker.
 */
export async function claimLetter(
  tx: Tx,
  now: Temporal.Instant,
  leaseEnds: Temporal.Instant,
): Promise<ClaimedLetter | undefined> {
  const [claimed] = await tx.rows<ClaimedLetter>(
    `update outbox o set attempts = o.attempts + 1, next_attempt_at = $2::timestamptz
     where o.id = (
       select id from outbox where ${waiting} and next_attempt_at <= $1::timestamptz
       order by next_attempt_at, id limit 1 for update skip locked
     )
     returning o.id, o.kind, o.referral_id as "referralId", o.attempts as attempt,
       coalesce((select mailbox from units where id = ${unitThatReads}), (select email from people where id = o.to_person_id), '') as "to"`,
    [now.toString(), leaseEnds.toString()],
  )
  return claimed
}

/** Sent is sent, also when the lease had run out meanwhile and somebody else gave the letter up. */
export async function markSent(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.rows(`update outbox set sent_at = $2, dead_at = null where id = $1 and sent_at is null`, [
    id,
    now.toString(),
  ])
}

/** Only the try that holds the letter may put it off. */
export async function putOff(tx: Tx, letter: ClaimedLetter, fault: string, until: Temporal.Instant): Promise<void> {
  await tx.rows(
    `update outbox set next_attempt_at = $3, last_fault = $4 where id = $1 and attempts = $2 and ${waiting}`,
    [letter.id, letter.attempt, until.toString(), fault],
  )
}

/** Not tried again, and never dropped: from here on it is an alarm. */
export async function giveUp(tx: Tx, letter: ClaimedLetter, fault: string, now: Temporal.Instant): Promise<void> {
  await tx.rows(`update outbox set dead_at = $3, last_fault = $4 where id = $1 and attempts = $2 and ${waiting}`, [
    letter.id,
    letter.attempt,
    now.toString(),
    fault,
  ])
}

/** Letters whose last try never told its end: their deliverer died. Returns how many were given up. */
export async function giveUpAbandoned(tx: Tx, attempts: number, now: Temporal.Instant): Promise<number> {
  const gone = await tx.rows(
    `update outbox set dead_at = $2, last_fault = 'ABANDONED'
     where ${waiting} and attempts >= $1 and next_attempt_at <= $2::timestamptz returning id`,
    [attempts, now.toString()],
  )
  return gone.length
}

export interface OutboxState {
  waiting: number
  dead: number
}

/** How much mail waits and how much was given up: numbers alone, for the operator's probe. */
export async function outboxState(tx: Tx): Promise<OutboxState> {
  const [state] = await tx.rows<OutboxState>(
    `select count(*) filter (where dead_at is null)::int as waiting,
       count(*) filter (where dead_at is not null)::int as dead
     from outbox where sent_at is null`,
  )
  return state ?? { waiting: 0, dead: 0 }
}
