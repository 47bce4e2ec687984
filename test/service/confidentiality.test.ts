import { expect, test } from 'vitest'
import { statuses } from '../../src/domain/lifecycle.ts'
import {
  familyName,
  givenEveryStatus,
  type Sent,
  type Side,
  senders,
  sideOf,
  viewers,
} from '../support/every-status.ts'
import { adultNumber } from '../support/flags.ts'
import { marks } from '../support/journeys.ts'
import { refusalOf } from '../support/refusals.ts'
import { type Caller, onBothDatabases } from '../support/service.ts'

/** DOMAIN §7, as a matrix: status × kind of viewer × door. */

const seen = async (call: Promise<unknown>): Promise<string> => {
  try {
    const answer = await call
    return typeof answer === 'object' && answer !== null && 'side' in answer ? String(answer.side) : 'answered'
  } catch {
    return 'refused'
  }
}

interface Found {
  name: Hits
  number: Hits
}
type Hits = Awaited<ReturnType<Caller['search']['find']>>['hits']

/** What one viewer gets of one referral, through every door. `own`: the references that are their unit's to work with. */
async function throughDoors(
  caller: Caller,
  one: Sent,
  found: Found,
  own: readonly string[],
): Promise<Record<string, string>> {
  const { reference, submissionId, referralId } = one
  const asHit = (hits: Hits) => {
    const hit = hits.find((other) => other.reference === reference)
    return hit ? `${hit.side}, ${hit.status ? 'with status' : 'without status'}` : 'nothing'
  }
  const page = await caller.referrals.open({ reference }).catch(() => null)
  const related = page?.related.map((other) => other.reference).toSorted()
  const theirs = own.filter((other) => other !== reference).toSorted()
  return {
    'flags.sent': await seen(caller.flags.sent({ reference })),
    'flags.receipt': await seen(caller.flags.receipt({ submissionId })),
    'notices.target': await seen(caller.notices.target({ referralId })),
    'search by name': asHit(found.name),
    'search by number': asHit(found.number),
    'search by reference': asHit((await caller.search.find({ text: reference })).hits),
    'referrals.open': page?.side ?? 'refused',
    related: related ? `${related.join() === theirs.join() ? 'exactly' : 'not only'} one’s own unit’s` : 'none',
  }
}

const expected: Record<Side, Record<string, string>> = {
  sender: {
    'flags.sent': 'sender',
    'flags.receipt': 'answered',
    'notices.target': 'sender',
    'search by name': 'sender, without status',
    'search by number': 'sender, without status',
    'search by reference': 'sender, without status',
    'referrals.open': 'refused',
    related: 'none',
  },
  receiver: {
    'flags.sent': 'refused',
    'flags.receipt': 'refused',
    'notices.target': 'receiver',
    'search by name': 'receiver, with status',
    'search by number': 'receiver, with status',
    'search by reference': 'receiver, with status',
    'referrals.open': 'receiver',
    related: 'exactly one’s own unit’s',
  },
  nobody: {
    'flags.sent': 'refused',
    'flags.receipt': 'refused',
    'notices.target': 'refused',
    'search by name': 'nothing',
    'search by number': 'nothing',
    'search by reference': 'nothing',
    'referrals.open': 'refused',
    related: 'none',
  },
}

onBothDatabases((service) => {
  test('at every door, in every status, each sees what the law lets them see', { timeout: 180_000 }, async () => {
    const { sent } = await givenEveryStatus(service)
    const given: string[] = []
    const lawful: string[] = []
    for (const person of viewers) {
      const caller = await service.as(person)
      const found = {
        name: (await caller.search.find({ text: familyName })).hits,
        number: (await caller.search.find({ text: adultNumber(40) })).hits,
      }
      const own = sent.filter(({ status }) => sideOf(person, status) === 'receiver').map(({ reference }) => reference)
      for (const one of sent) {
        const line = (doors: Record<string, string>) =>
          Object.entries(doors).map(([door, outcome]) => `${person} | ${one.status} | ${door}: ${outcome}`)
        given.push(...line(await throughDoors(caller, one, found, own)))
        lawful.push(...line(expected[sideOf(person, one.status)]))
      }
    }
    expect(given.filter((line, i) => line !== lawful[i])).toEqual([])
    expect(given).toHaveLength(viewers.length * statuses.length * 8)
  })

  test('every list holds one’s own side of one’s own unit, and nothing else', { timeout: 120_000 }, async () => {
    const { sent, draftId } = await givenEveryStatus(service)
    const all = sent.map(({ reference }) => reference).toSorted()
    const { units } = service.organisation
    for (const person of viewers) {
      const caller = await service.as(person)
      const theirs = sent.filter(({ status }) => sideOf(person, status) === 'receiver')
      const listed: string[] = []
      const counted: number[] = []
      for (const unit of Object.values(units)) {
        for (const show of ['open', 'inquiry', 'done'] as const) {
          const { rows } = await caller.referrals.inbox({ unitId: unit.id, show })
          listed.push(...rows.map(({ reference }) => reference))
        }
        counted.push((await caller.referrals.counts({ unitId: unit.id })).open)
      }
      const others = person === 'otherIntakeWorker' ? 1 : 0
      const own = listed.filter((reference) => all.includes(reference))
      expect([person, own.toSorted()]).toEqual([person, theirs.map(({ reference }) => reference).toSorted()])
      expect([person, listed.length - own.length]).toEqual([person, others])
      if (theirs.length === 0) expect([person, counted.reduce((sum, n) => sum + n)]).toEqual([person, others])

      const mine = (await caller.flags.mine({})).rows.map(({ reference }) => reference)
      expect([person, mine.filter((reference) => all.includes(reference)).toSorted()]).toEqual([
        person,
        senders.includes(person) ? all : [],
      ])
      expect((await caller.drafts.list()).map(({ id }) => id)).toEqual(person === 'handler' ? [draftId] : [])
      if (person !== 'handler') expect((await refusalOf(caller.drafts.get({ id: draftId }))).code).toBe('NOT_FOUND')
    }
  })

  test('a row that may not be seen answers exactly like one that does not exist', async () => {
    const { sent, draftId } = await givenEveryStatus(service)
    const id = crypto.randomUUID()
    const reference = 'BL-2026-999999'
    const request = { step: 'receive' } as const
    const key = crypto.randomUUID()
    for (const person of ['otherHandler', 'otherIntakeWorker', 'foreignWorker', 'administrator', 'auditor'] as const) {
      const caller = await service.as(person)
      const [one] = sent
      if (!one) throw new Error('nothing was sent')
      const pairs = [
        [() => caller.referrals.open({ reference: one.reference }), () => caller.referrals.open({ reference })],
        [
          () => caller.referrals.takeStep({ reference: one.reference, version: 1, request }),
          () => caller.referrals.takeStep({ reference, version: 1, request }),
        ],
        [() => caller.flags.sent({ reference: one.reference }), () => caller.flags.sent({ reference })],
        [
          () => caller.flags.requestFeedback({ reference: one.reference }),
          () => caller.flags.requestFeedback({ reference }),
        ],
        [
          () => caller.flags.supplement({ reference: one.reference, key, text: 'T' }),
          () => caller.flags.supplement({ reference, key, text: 'T' }),
        ],
        [
          () => caller.flags.receipt({ submissionId: one.submissionId }),
          () => caller.flags.receipt({ submissionId: id }),
        ],
        [() => caller.notices.target({ referralId: one.referralId }), () => caller.notices.target({ referralId: id })],
        [() => caller.drafts.get({ id: draftId }), () => caller.drafts.get({ id })],
      ] as const
      for (const [hidden, absent] of pairs) {
        const [there, nowhere] = await Promise.all([refusalOf(hidden()), refusalOf(absent())])
        expect(there).toEqual(nowhere)
        expect(there.code).toBe('NOT_FOUND')
      }
    }
  })

  test('nothing that the sender’s unit is answered tells what the child unit does', { timeout: 120_000 }, async () => {
    const { sent } = await givenEveryStatus(service)
    const secrets = [
      marks.childUnit,
      'awaiting_information',
      'inquiry_open',
      'no_inquiry',
      'joined',
      'transferred',
      'offered',
      'accepted',
      'declined',
      'closed',
      'assign',
      'protection_assess',
      'no_immediate_need',
      'safety_plan',
      service.organisation.people.worker.name,
      service.organisation.people.worker.id,
      service.organisation.people.supporter.name,
      service.organisation.people.supporter.id,
    ]
    for (const person of senders) {
      const caller = await service.as(person)
      const answers: unknown[] = [
        await caller.session.me(),
        await caller.flags.form(),
        await caller.flags.mine({}),
        await caller.notices.list({}),
        await caller.childNotes.list(),
        await caller.search.find({ text: familyName }),
      ]
      for (const { reference, submissionId, referralId } of sent) {
        answers.push(
          await caller.flags.sent({ reference }),
          await caller.flags.receipt({ submissionId }),
          await caller.notices.target({ referralId }),
          await caller.flags.supplement({ reference, key: crypto.randomUUID(), text: `${marks.sender} mer` }),
        )
      }
      const told = JSON.stringify(answers)
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
      expect(told).toContain(marks.question)
      expect(told).toContain(marks.sender)
    }
  })

  test('on the sender’s page stands what was heard, and neither key nor value more', async () => {
    const { sent } = await givenEveryStatus(service)
    const handler = await service.as('handler')
    const shapes = new Set<string>()
    for (const { reference } of sent) {
      const page = await handler.flags.sent({ reference })
      shapes.add(Object.keys(page).toSorted().join(' '))
      for (const update of page.updates) expect(['received', 'question']).toContain(update.kind)
      expect(page.stepsOpen).toEqual(page.track === 'A' ? ['supplement', 'request_feedback'] : ['supplement'])
    }
    expect([...shapes]).toEqual([
      'child content feedbackWanted nature openQuestion receiver reference sender sentAt side stepsOpen supplements today track updates',
    ])
  })
})
