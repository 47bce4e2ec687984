import type { Temporal } from 'temporal-polyfill'
import { becomeWorker, type Database, type Tx } from '../db/database.ts'
import { claimLetter, giveUp, giveUpAbandoned, markSent, putOff } from '../db/outbox.ts'
import { type LetterSettings, letterOf } from '../mail/letters.ts'
import { type Letter, type Mailer, MailFault } from '../mail/mailer.ts'

export interface DeliverOptions extends LetterSettings {
  now(): Temporal.Instant
  /** Once aborted, the letter at hand is finished and no other is begun. */
  signal?: AbortSignal
}

export interface Deliveries {
  sent: number
  retried: number
  dead: number
}

/** After the eighth the letter is given up. */
const mostTries = 8

/** Longer than any one conversation with a mail server takes; see the timeouts in `mail/smtp`. */
const leaseMinutes = 10

/** Minutes until the next try: 1, 4, 16, 64, then four hours apart, so that the eight outlast a night without mail. */
const backOffMinutes = (attempt: number) => Math.min(4 ** (attempt - 1), 240)

/**
 * Sends the letters that are due, oldest first, at the most `most`. Any number of deliverers may run at once: each
 * letter is claimed by one. Where the server itself fails the round ends, and the letters behind keep their tries.
 *
 * At most once per recipient and event, as far as SMTP allows: a deliverer that dies after the server took the letter
 * and before that was noted sends it once more when the lease has run out, with the same Message-ID.
 */
export async function deliver(
  database: Database,
  mailer: Mailer,
  options: DeliverOptions,
  most: number,
): Promise<Deliveries> {
  const { now, signal } = options
  const asWorker = <T>(work: (tx: Tx) => Promise<T>) =>
    database.transaction(async (tx) => {
      await becomeWorker(tx)
      return work(tx)
    })

  const counts: Deliveries = { sent: 0, retried: 0, dead: 0 }
  counts.dead += await asWorker((tx) => giveUpAbandoned(tx, mostTries, now()))

  for (let taken = 0; taken < most && !signal?.aborted; taken++) {
    const letter = await asWorker((tx) => claimLetter(tx, now(), now().add({ minutes: leaseMinutes })))
    if (!letter) break
    const fault = await faultOfSending(mailer, letterOf(letter, options))
    if (!fault) {
      await asWorker((tx) => markSent(tx, letter.id, now()))
      counts.sent++
      continue
    }
    if (letter.attempt >= mostTries) {
      await asWorker((tx) => giveUp(tx, letter, fault.code, now()))
      counts.dead++
    } else {
      const until = now().add({ minutes: backOffMinutes(letter.attempt) })
      await asWorker((tx) => putOff(tx, letter, fault.code, until))
      counts.retried++
    }
    if (fault.about === 'server') break
  }
  return counts
}

/** Null when the mail system took the letter. */
async function faultOfSending(mailer: Mailer, letter: Letter): Promise<MailFault | null> {
  try {
    await mailer.send(letter)
    return null
  } catch (error) {
    return error instanceof MailFault ? error : new MailFault('UNKNOWN', 'letter')
  }
}
