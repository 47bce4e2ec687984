import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { logAccess } from '../../db/access-log.ts'
import type { Tx } from '../../db/database.ts'
import { getReferralFile } from '../../db/referral-page.ts'
import { getHistory, getReferral, saveChange } from '../../db/referrals.ts'
import { addSupplement, requestFeedback } from '../../db/supplements.ts'
import { saveTransfer } from '../../db/transfers.ts'
import { groundForReading } from '../../domain/access.ts'
import { dayOf } from '../../domain/calendar.ts'
import type { ClockEvent } from '../../domain/clocks.ts'
import { caseworkUnitIds } from '../../domain/organisation.ts'
import { type Change, type Circumstances, type Referral, takeStep } from '../../domain/referral.ts'
import { stepRequestSchema } from '../../domain/step-request.ts'
import { colleagueIdsIn, type PersonKey, viewerOf } from './organisation.ts'

/** Something that somebody did at an instant of the past year. */
export interface Act {
  at: Temporal.Instant
  run(tx: Tx): Promise<void>
}

interface Stage {
  referral: Referral
  history: readonly ClockEvent[]
}

/** A referral from the act that sends it to the last act upon it. */
export interface Thread {
  reference: string
  /** As the last act left it; null when it must be read anew. */
  now: Stage | null
}

export type RequestInput = z.input<typeof stepRequestSchema>

function circumstancesOf(who: PersonKey, now: Temporal.Instant, referral?: Referral): Circumstances {
  const colleagueIds = referral ? colleagueIdsIn(referral.receiverUnitId) : []
  return { viewer: viewerOf(who), now, today: dayOf(now), colleagueIds }
}

async function stageOf(tx: Tx, thread: Thread): Promise<Stage> {
  if (thread.now) return thread.now
  const referral = await getReferral(tx, thread.reference)
  thread.now = { referral, history: await getHistory(tx, referral.id) }
  return thread.now
}

async function keep(tx: Tx, thread: Thread, change: Change): Promise<void> {
  const { history } = await stageOf(tx, thread)
  await saveChange(tx, change, history)
  thread.now = { referral: change.after, history: [...history, change.event] }
}

/** A step as the child unit takes it, through the form's schema and the step table. Each is a logged read. */
export function step(thread: Thread, who: PersonKey, at: Temporal.Instant, request: RequestInput): Act {
  return {
    at,
    run: async (tx) => {
      const { referral } = await stageOf(tx, thread)
      const circumstances = circumstancesOf(who, at, referral)
      const { id: referralId, receiverUnitId: unitId, isProtected } = referral
      const ground = groundForReading(referral, circumstances.viewer, true)
      logAccess(tx, circumstances.viewer, at, [{ referralId, unitId, door: 'referral', ground, isProtected }])
      await keep(tx, thread, takeStep(referral, stepRequestSchema.parse(request), circumstances))
    },
  }
}

/** The transfer, and the new referral that it makes, which `onward` then follows. */
export function handOver(
  thread: Thread,
  who: PersonKey,
  at: Temporal.Instant,
  toUnitId: string,
  reasons: string,
  onward: Thread,
): Act {
  return {
    at,
    run: async (tx) => {
      const file = await getReferralFile(tx, thread.reference, dayOf(at).toString())
      const circumstances = circumstancesOf(who, at, file.referral)
      const request = stepRequestSchema.parse({ step: 'transfer', toUnitId, reasons })
      await keep(tx, thread, takeStep(file.referral, request, circumstances))
      await saveTransfer(tx, file, toUnitId, circumstances.viewer, at)
      const [made] = await tx.rows<{ reference: string }>(
        'select reference from referrals where transferred_from = $1',
        [file.referral.id],
      )
      onward.reference = made?.reference ?? ''
    },
  }
}

/** Adding the sender's words ends as the viewer's role; the seed goes on as owner. */
async function asOwner(tx: Tx): Promise<void> {
  await tx.rows(`select set_config('role', 'none', true)`)
}

export function supplement(
  thread: Thread,
  who: PersonKey,
  at: Temporal.Instant,
  words: { text: string; answersQuestion: boolean; key: string },
): Act {
  return {
    at,
    run: async (tx) => {
      const circumstances = circumstancesOf(who, at)
      const input = { ...words, reference: thread.reference }
      await addSupplement(tx, input, caseworkUnitIds(circumstances.viewer), circumstances)
      await asOwner(tx)
      thread.now = null
    },
  }
}

export function askForFeedback(thread: Thread, who: PersonKey, at: Temporal.Instant): Act {
  return {
    at,
    run: async (tx) => {
      const circumstances = circumstancesOf(who, at)
      await requestFeedback(tx, thread.reference, caseworkUnitIds(circumstances.viewer), circumstances)
      await asOwner(tx)
      thread.now = null
    },
  }
}

/**
 * The end of an inquiry, and of the follow-up after it. The step table stops where the inquiry begins; the history and
 * its clocks know its end, and a year of inquiries of which none ever ended would be all overdue.
 */
export function inquiryStage(
  thread: Thread,
  who: PersonKey,
  at: Temporal.Instant,
  kind: 'inquiry_closed' | 'follow_up_ended',
): Act {
  return {
    at,
    run: async (tx) => {
      const { referral: before } = await stageOf(tx, thread)
      const { viewer } = circumstancesOf(who, at)
      await keep(tx, thread, {
        before,
        after: { ...before, status: 'closed', version: before.version + 1 },
        event: {
          kind,
          at,
          actorId: viewer.personId,
          unitId: before.receiverUnitId,
          role: 'social_worker',
          qualified: viewer.qualified,
          legalBasis: null,
          dueOn: null,
          details: null,
        },
      })
    },
  }
}
