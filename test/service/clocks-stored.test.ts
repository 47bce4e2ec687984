import { describe, expect, test } from 'vitest'
import { dayOrNull, instantOf } from '../../src/db/database.ts'
import { clockRow } from '../../src/db/rows.ts'
import { type ClockEvent, clocksOf, nextDue } from '../../src/domain/clocks.ts'
import type { IntakeNature } from '../../src/domain/intake.ts'
import type { EventKind, SentTrack } from '../../src/domain/lifecycle.ts'
import type { ClockKind } from '../../src/domain/policy.ts'
import {
  acceptOffer,
  ask,
  assess,
  aWishForSupport,
  closeSupport,
  declineInquiry,
  declineOffer,
  extend,
  join,
  offer,
  openInquiry,
  type StepInput,
  toMyself,
  transfer,
} from '../support/journeys.ts'
import { organisation } from '../support/organisation.ts'
import { aConcern, oneSent } from '../support/sending.ts'
import { onBothDatabases, type Service } from '../support/service.ts'

interface Stored {
  id: string
  track: SentTrack
  nature: IntakeNature
  in_inbox: boolean
  due_on: string | null
  due_kind: ClockKind | null
}

/** The history is the truth; what is stored for lists and figures must say the same. */
async function expectTruth(service: Service, reference: string, after: string): Promise<void> {
  const [stored] = await service.sql<Stored>(
    `select r.id, r.track, r.nature, i.in_inbox, i.due_on::text as due_on, i.due_kind
     from referrals r join intakes i on i.referral_id = r.id where r.reference = $1`,
    [reference],
  )
  if (!stored) throw new Error('no such referral')
  const rows = await service.sql<{ kind: EventKind; at: string; due_on: string | null }>(
    `select kind, at, due_on from events where referral_id = $1 order by id`,
    [stored.id],
  )
  const events: ClockEvent[] = rows.map(({ kind, at, due_on }) => ({
    kind,
    at: instantOf(at),
    dueOn: dayOrNull(due_on),
  }))
  const clocks = clocksOf({ nature: stored.nature, track: stored.track, events })
  const kept = await service.sql<{ kind: string }>(
    `select kind, label, policy_version, strict_due_on::text as strict_due_on, roll_over_due_on::text as roll_over_due_on,
       to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as started_at,
       to_char(met_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as met_at
     from clocks where referral_id = $1 order by kind`,
    [stored.id],
  )
  const byKind = (a: { kind: string }, b: { kind: string }) => (a.kind < b.kind ? -1 : 1)
  expect([after, kept.toSorted(byKind)]).toEqual([after, clocks.map(clockRow).toSorted(byKind)])
  // The months of an inquiry are not the intake's day to keep.
  const due = nextDue(stored.in_inbox ? clocks.filter(({ kind }) => kind !== 'inquiry') : clocks)
  expect([after, stored.due_on, stored.due_kind]).toEqual([
    after,
    due?.strictDueOn.toString() ?? null,
    due?.kind ?? null,
  ])
}

type Act = StepInput | 'open' | 'supplement' | 'request feedback'
const answer: Act = 'supplement'
const { worker } = organisation.people
const onA: Record<string, Act[]> = {
  'an inquiry that is opened': [
    'open',
    toMyself(worker.id),
    assess,
    openInquiry,
    'request feedback',
    { step: 'give_feedback', value: 'opened' },
  ],
  'a question, an answer, an extension': ['open', ask, answer, extend, assess, declineInquiry],
  'a question that the decision overtakes': ['open', ask, assess, declineInquiry, answer],
  'an assessment done twice': ['open', assess, 'request feedback', assess, openInquiry],
  'an inquiry that is joined': [
    'request feedback',
    'open',
    assess,
    join,
    { step: 'refuse_feedback', reason: 'other', text: 'T' },
  ],
  'a transfer': ['open', assess, transfer],
}
const onB: Record<string, Act[]> = {
  'support that is taken': ['open', offer, acceptOffer, closeSupport],
  'support that is declined, after a question': ['open', ask, answer, offer, declineOffer, closeSupport],
  'support that is closed at once': ['open', closeSupport],
}

async function live(service: Service, reference: string, acts: readonly Act[], by: 'worker' | 'supporter') {
  await expectTruth(service, reference, 'send')
  for (const act of acts) {
    service.now = service.now.add({ hours: 7 })
    const unit = await service.as(by === 'worker' ? 'lead' : by)
    const handler = await service.as('handler')
    if (act === 'open') await unit.referrals.open({ reference })
    else if (act === 'request feedback') await handler.flags.requestFeedback({ reference })
    else if (act === 'supplement') {
      await handler.flags.supplement({ reference, key: crypto.randomUUID(), text: 'Svar.', answersQuestion: true })
    } else {
      const { version } = await unit.referrals.open({ reference })
      await unit.referrals.takeStep({ reference, version, request: act })
    }
    await expectTruth(service, reference, typeof act === 'string' ? act : act.step)
  }
}

onBothDatabases((service) => {
  describe('after every step the stored clocks are what the history says', () => {
    test.each(Object.entries(onA))('%s', async (_, acts) => {
      await live(service, await oneSent(service), acts, 'worker')
    })

    test.each(Object.entries(onB))('%s', async (_, acts) => {
      await live(service, await oneSent(service, aWishForSupport()), acts, 'supporter')
    })

    test('a report from another board, with the wish for feedback', async () => {
      await service.sql(`update units set kind = 'child_group' where id = $1`, [organisation.units.otherIntake.id])
      const flag = aConcern(undefined, { openness: { parentInformed: 'yes', feedbackWanted: true } }, 'disability')
      const reference = await oneSent(service, flag, 'disabilityHandler')
      await live(service, reference, ['open', assess, declineInquiry], 'worker')
    })

    test('the report that a transfer makes', async () => {
      const reference = await oneSent(service)
      await live(service, reference, ['open', assess, transfer], 'worker')
      const [copy] = await service.sql<{ reference: string }>(
        `select reference from referrals where transferred_from is not null`,
      )
      await expectTruth(service, copy?.reference ?? '', 'transfer')
    })
  })

  test('the list of the day is in the order of the stored day, and the unmet come first', async () => {
    const { id: unitId } = service.organisation.units.intake
    const first = await oneSent(service)
    service.now = service.now.add({ hours: 24 })
    const second = await oneSent(service)
    const lead = await service.as('lead')
    await lead.referrals.open({ reference: first })
    const page = await lead.referrals.open({ reference: first })
    await lead.referrals.takeStep({ reference: first, version: page.version, request: assess })
    const { rows } = await lead.referrals.inbox({ unitId })
    expect(rows.map(({ reference, due }) => [reference, due?.on])).toEqual([
      [second, '2026-11-21'],
      [first, '2026-12-04'],
    ])
  })
})
