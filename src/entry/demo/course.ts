import { addDays, dayOf } from '../../domain/calendar.ts'
import { daysAfter } from '../../domain/day.ts'
import {
  type Act,
  askForFeedback,
  handOver,
  inquiryStage,
  type RequestInput,
  step,
  supplement,
  type Thread,
} from './acts.ts'
import type { Chance } from './chance.ts'
import { type PersonKey, people, units } from './organisation.ts'
import type { Pace, Times } from './pace.ts'
import type { Outcome, SupportOutcome } from './situation.ts'

/** How far the child unit has come with a flag that is still on its table, in the order of the work. */
export const stages = [
  'sent',
  'received',
  'assigned',
  'assessed',
  'asked',
  'answered',
  'extended',
  'decided',
  'offered',
  'agreed',
  'afterwards',
] as const
export type Stage = (typeof stages)[number]

export interface Flagged {
  sender: PersonKey
  /** Of the intake: who has it in hand. */
  worker: 'johan' | 'fatima'
  feedbackWanted: boolean
  pace: Pace
  times: Times
}

type ConcernOutcome = Exclude<Outcome, SupportOutcome | { kind: 'note' }>
type Staged = readonly [Stage, Act]

const daysToAnswer = 3
const daysOfExtension = 12

/** All that followed for one child, in the order it happened; up to `until` where the work has come no further. */
export function courseOf(thread: Thread, flagged: Flagged, outcome: Outcome, chance: Chance, until?: Stage): Act[] {
  if (outcome.kind === 'note') return []
  const staged =
    outcome.kind === 'support'
      ? supportCourse(thread, flagged, outcome)
      : concernCourse(thread, flagged, outcome, chance)
  const last = stages.indexOf(until ?? 'afterwards')
  return staged.filter(([stage]) => stages.indexOf(stage) <= last).map(([, act]) => act)
}

function concernCourse(thread: Thread, flagged: Flagged, outcome: ConcernOutcome, chance: Chance): Staged[] {
  const { sender, worker, times } = flagged
  const opener: PersonKey = times.outOfHours ? 'marko' : chance.pick<PersonKey>(['elin', 'anna', worker])
  const acts: Staged[] = [
    ['received', step(thread, opener, times.received, { step: 'receive' })],
    ['assigned', step(thread, 'anna', times.assigned, { step: 'assign', assigneeId: people[worker].id })],
    ['assessed', step(thread, times.outOfHours ? 'marko' : worker, times.protection, protectionOf(outcome))],
  ]
  if (outcome.question) {
    const { code, text, answer } = outcome.question
    const answerBy = addDays(dayOf(times.asked), daysToAnswer).toString()
    const words = { text: answer, answersQuestion: true, key: chance.uuid() }
    acts.push(
      ['asked', step(thread, worker, times.asked, { step: 'ask_information', question: code, text, answerBy })],
      ['answered', supplement(thread, sender, times.answered, words)],
    )
  }
  if (outcome.extension) {
    const newDueOn = daysAfter(dayOf(times.extended).toString(), daysOfExtension)
    const { reason, text } = outcome.extension
    acts.push(['extended', step(thread, 'anna', times.extended, { step: 'extend', reason, text, newDueOn })])
  }
  if (outcome.kind === 'handed_over') return [...acts, ...handedOver(thread, flagged, outcome)]
  return [
    ...acts,
    ['decided', step(thread, worker, times.decided, decisionOf(outcome))],
    ...afterDecision(thread, flagged, outcome),
  ]
}

function protectionOf({ protection, childSeen, measures }: ConcernOutcome): RequestInput {
  return {
    step: 'assess_protection',
    result: measures ? 'immediate_need' : 'no_immediate_need',
    childSeen: childSeen ? 'yes' : 'no',
    measures,
    reasons: protection,
  }
}

function decisionOf(outcome: Exclude<ConcernOutcome, { kind: 'handed_over' }>): RequestInput {
  const { reasons } = outcome
  switch (outcome.kind) {
    case 'opened':
      return {
        step: 'open_inquiry',
        reasons,
        childHeard: outcome.heard ? 'heard' : undefined,
        childHeardText: outcome.heard,
      }
    case 'declined':
      return {
        step: 'decline_inquiry',
        reasons,
        childHeard: outcome.heard ? 'heard' : 'not_heard',
        childHeardText: outcome.heard ?? outcome.notHeard ?? '',
        offered: outcome.offered,
        violenceOverride: outcome.override,
      }
    case 'joined':
      return { step: 'join', inquiryReference: outcome.inquiry, reasons }
    case 'transferred':
      return { step: 'transfer', toAuthority: outcome.authority, reasons }
  }
}

const feedbackValues = {
  opened: 'opened',
  declined: 'not_opened',
  joined: 'already_under_way',
  transferred: 'opened',
} as const

function afterDecision(
  thread: Thread,
  { sender, worker, feedbackWanted, pace, times }: Flagged,
  outcome: Exclude<ConcernOutcome, { kind: 'handed_over' }>,
): Staged[] {
  const acts: Staged[] = []
  const asked = feedbackWanted || pace.asksLater
  if (!feedbackWanted && pace.asksLater) acts.push(['afterwards', askForFeedback(thread, sender, times.requested)])
  if (asked && pace.feedback !== 'missing') {
    const refused = { step: 'refuse_feedback', reason: 'inappropriate_for_child', text: refusal } as const
    const given = { step: 'give_feedback', value: feedbackValues[outcome.kind] } as const
    acts.push(['afterwards', step(thread, worker, times.told, pace.feedback === 'refused' ? refused : given)])
  }
  if (outcome.kind === 'opened' && outcome.closes) {
    acts.push(
      ['afterwards', inquiryStage(thread, worker, times.closed, 'inquiry_closed')],
      ['afterwards', inquiryStage(thread, worker, times.followedUp, 'follow_up_ended')],
    )
  }
  return acts
}

const refusal = 'Barnet är oroligt för att uppgiften ska nå den andra föräldern. Vi har kommit överens om att vänta.'

/** The other intake has it from here; its answer comes back, and goes on to the first sender. */
function handedOver(
  thread: Thread,
  { worker, feedbackWanted, times }: Flagged,
  { reasons, protection, opening }: Extract<Outcome, { kind: 'handed_over' }>,
): Staged[] {
  const onward: Thread = { reference: '', now: null }
  const opened = { step: 'open_inquiry', reasons: opening } as const
  const given = { step: 'give_feedback', value: 'opened' } as const
  const afterHours = (hours: number) => times.decided.add({ hours })
  const acts: Staged[] = [
    ['decided', handOver(thread, worker, times.decided, units.youngIntake.id, reasons, onward)],
    ['decided', step(onward, 'nadia', times.decided.add({ minutes: 35 }), { step: 'receive' })],
    [
      'decided',
      step(onward, 'nadia', times.decided.add({ minutes: 40 }), { step: 'assign', assigneeId: people.nadia.id }),
    ],
    [
      'decided',
      step(onward, 'nadia', times.decided.add({ minutes: 75 }), {
        step: 'assess_protection',
        result: 'no_immediate_need',
        childSeen: 'no',
        reasons: protection,
      }),
    ],
    ['afterwards', step(onward, 'nadia', afterHours(6 * 24), opened)],
    ['afterwards', step(onward, 'nadia', afterHours(7 * 24), given)],
  ]
  if (feedbackWanted) acts.push(['afterwards', step(thread, worker, afterHours(7 * 24 + 1), given)])
  return acts
}

function supportCourse(thread: Thread, { times }: Flagged, outcome: SupportOutcome): Staged[] {
  const { support, offer, consentBy, answer, closing } = outcome
  const agreed: RequestInput = consentBy
    ? { step: 'accept_support', consentBy, text: answer }
    : { step: 'decline_support', text: answer }
  const acts: Staged[] = [
    ['received', step(thread, 'sara', times.received, { step: 'receive' })],
    ['assigned', step(thread, 'sara', times.assigned, { step: 'assign', assigneeId: people.daniel.id })],
    ['offered', step(thread, 'daniel', times.decided, { step: 'offer_support', support, text: offer })],
    ['agreed', step(thread, 'daniel', times.told, agreed)],
  ]
  if (closing) {
    const at = consentBy ? times.closed : times.told.add({ hours: 2 })
    acts.push(['afterwards', step(thread, 'daniel', at, { step: 'close_support', reasons: closing })])
  }
  return acts
}
