import { describe, expect, test } from 'vitest'
import {
  eventKinds,
  openStatuses,
  type SentTrack,
  type Status,
  type Step,
  type StepName,
  sentTracks,
  statuses,
  stepNames,
  steps,
} from '../../src/domain/lifecycle.ts'
import { type Role, roles } from '../../src/domain/organisation.ts'
import { stepsOpenTo } from '../../src/domain/referral.ts'
import { aReferral, aViewer, ids } from '../support/referrals.ts'

/** The life of a referral as DOMAIN §5 tells it, written by hand: what a qualified lead may do after the protection assessment. */
const undecidedA: StepName[] = [
  'assign',
  'assess_protection',
  'extend',
  'open_inquiry',
  'decline_inquiry',
  'join',
  'transfer',
]
const answering: StepName[] = ['give_feedback', 'refuse_feedback']
const life: Record<SentTrack, Record<Status, StepName[]>> = {
  A: {
    sent: ['receive', 'assign'],
    received: [...undecidedA, 'ask_information'],
    awaiting_information: undecidedA,
    inquiry_open: answering,
    no_inquiry: answering,
    joined: answering,
    transferred: answering,
    offered: ['assign'],
    accepted: ['assign'],
    declined: [],
    closed: [],
  },
  B: {
    sent: ['receive', 'assign'],
    received: ['assign', 'ask_information', 'offer_support', 'close_support'],
    awaiting_information: ['assign', 'offer_support', 'close_support'],
    inquiry_open: [],
    no_inquiry: [],
    joined: [],
    transferred: [],
    offered: ['assign', 'accept_support', 'decline_support', 'close_support'],
    accepted: ['assign', 'close_support'],
    declined: ['close_support'],
    closed: [],
  },
}

/** Steps that take a degree in social work (SoL 25:1). */
const qualifiedSteps: StepName[] = ['assess_protection', 'open_inquiry', 'decline_inquiry', 'join', 'transfer']
/** Steps that the protection assessment comes before (SoL 20:1). */
const decisions: StepName[] = ['open_inquiry', 'decline_inquiry', 'join', 'transfer']
const leadSteps: StepName[] = ['extend']
const staffRoles: Role[] = ['social_worker', 'team_lead', 'unit_manager', 'out_of_hours']
const leadRoles: Role[] = ['team_lead', 'unit_manager']

const inOrder = (names: readonly StepName[]) => stepNames.filter((name) => names.includes(name))
const everyCase = sentTracks.flatMap((track) => statuses.map((status) => [track, status] as const))

describe.each(everyCase)('on track %s in status %s', (track, status) => {
  const written = life[track][status]

  test.each(roles)('%s of the child unit may take exactly the steps of that role', (role) => {
    const viewer = aViewer(role, ids.receiverUnit)
    const may = written.filter((name) => (leadSteps.includes(name) ? leadRoles : staffRoles).includes(role))
    expect(stepsOpenTo(aReferral({ track, status }), viewer)).toEqual(inOrder(may))
  })

  test('without a degree the acts of SoL 25:1 are closed, and only they', () => {
    const may = written.filter((name) => !qualifiedSteps.includes(name))
    const open = stepsOpenTo(aReferral({ track, status }), aViewer('unit_manager', ids.receiverUnit, false))
    expect(open).toEqual(inOrder(may))
  })

  test('before the protection assessment the decisions are closed, and only they', () => {
    const may = written.filter((name) => !decisions.includes(name))
    const referral = aReferral({ track, status, protectionAssessedAt: null })
    expect(stepsOpenTo(referral, aViewer('unit_manager', ids.receiverUnit))).toEqual(inOrder(may))
  })

  test.each(roles)('%s of the sender’s unit may only supplement, and ask to hear the outcome of a concern', (role) => {
    const casework = role !== 'administrator' && role !== 'auditor'
    const may: StepName[] = track === 'A' ? ['supplement', 'request_feedback'] : ['supplement']
    expect(stepsOpenTo(aReferral({ track, status }), aViewer(role, ids.senderUnit))).toEqual(casework ? may : [])
  })

  test('no other unit may do anything', () => {
    for (const role of roles)
      expect(stepsOpenTo(aReferral({ track, status }), aViewer(role, 'another-unit'))).toEqual([])
  })
})

describe('the table of steps', () => {
  const rows = Object.entries<Step>(steps)

  test('every status that a step leads to can be reached from `sent`', () => {
    const reached = new Set<Status>(['sent'])
    for (const _ of statuses) {
      for (const [, { from, to }] of rows) if (to && from.some((status) => reached.has(status))) reached.add(to)
    }
    expect([...reached].toSorted()).toEqual([...statuses].toSorted())
  })

  test('no two steps leave the same line in the history', () => {
    const kinds = rows.map(([, { records }]) => records)
    expect(new Set(kinds).size).toBe(rows.length)
    expect(eventKinds).toEqual(expect.arrayContaining(kinds))
  })

  test('nothing takes a referral back to where it was sent from: it is never withdrawn', () => {
    expect(rows.filter(([, { to }]) => to === 'sent')).toEqual([])
  })

  test('what is decided stays decided: no step leads from there to another status', () => {
    const moving = rows.filter(([, { from, to }]) => to && from.some((status) => !openStatuses.includes(status)))
    expect(moving.map(([name]) => name)).toEqual(['close_support'])
  })

  test('every decision cites the law it is made under', () => {
    for (const name of [...decisions, ...answering]) expect(steps[name].legalBasis).toMatch(/^SoL \d+:\d+/)
  })
})
