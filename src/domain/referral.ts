import { Temporal } from 'temporal-polyfill'
import { type Clock, nextDue } from './clocks.ts'
import { DomainError, type Refusal } from './errors.ts'
import type { IntakeNature } from './intake.ts'
import {
  type EventKind,
  openStatuses,
  type SentTrack,
  type Status,
  type Step,
  type StepName,
  stepNames,
  steps,
} from './lifecycle.ts'
import { actingUnitId, type Role, rolesIn, type Viewer } from './organisation.ts'
import type { FeedbackValue, StepRequest, Supplement } from './step-request.ts'

/** One child's referral, as the rules see it. What people wrote is not here: no rule reads a text. */
export interface Referral {
  id: string
  reference: string
  track: SentTrack
  nature: IntakeNature
  status: Status
  version: number
  senderUnitId: string
  senderPersonId: string
  receiverUnitId: string
  /** The instant it reached the authority: every statutory clock starts here, at any hour (FL 22 §). */
  sentAt: Temporal.Instant
  violence: boolean
  isProtected: boolean
  assigneeId: string | null
  openedAt: Temporal.Instant | null
  protectionAssessedAt: Temporal.Instant | null
  decidedAt: Temporal.Instant | null
  questionOpen: boolean
  feedbackRequestedAt: Temporal.Instant | null
  feedbackAnsweredAt: Temporal.Instant | null
  preliminaryDueOn: Temporal.PlainDate | null
}

/** Who acts, when, and what the act must know of the world around the referral. */
export interface Circumstances {
  viewer: Viewer
  now: Temporal.Instant
  today: Temporal.PlainDate
  /** The receiving unit's staff: those to whom it may be assigned. */
  colleagueIds: readonly string[]
}

/** A line of the append-only history. `details` is what was asked for, sealed at rest. */
export interface ReferralEvent {
  kind: EventKind
  at: Temporal.Instant
  actorId: string
  unitId: string
  role: Role
  qualified: boolean
  legalBasis: string | null
  dueOn: Temporal.PlainDate | null
  details: Exclude<StepRequest, { step: 'receive' }> | Supplement | null
}

export interface Change {
  before: Referral
  after: Referral
  event: ReferralEvent
}

function sideOf(step: Step, referral: Referral): string {
  return step.by === 'sender' ? referral.senderUnitId : referral.receiverUnitId
}

function actingRole(step: Step, referral: Referral, viewer: Viewer): Role | undefined {
  const held = rolesIn(viewer, sideOf(step, referral))
  const allowed: readonly Role[] = step.by === 'sender' ? held : step.by
  return allowed.find((role) => held.includes(role))
}

interface Obstacle {
  refusal: Refusal
  why: string
}

/** The first rule that stands in the way of the step for this viewer, or null. Knows nothing of the step's input. */
function obstacleTo(name: StepName, referral: Referral, viewer: Viewer): Obstacle | null {
  const step: Step = steps[name]
  if (!step.tracks.includes(referral.track) || !step.from.includes(referral.status)) {
    return { refusal: 'wrong-status', why: `${name} is not open from ${referral.status}` }
  }
  if (!actingRole(step, referral, viewer)) return { refusal: 'not-permitted', why: `${name} takes another role` }
  if (step.qualified && !viewer.qualified) {
    return { refusal: 'not-qualified', why: `${name} takes a degree in social work (SoL 25:1)` }
  }
  if (step.afterProtection && !referral.protectionAssessedAt) {
    return { refusal: 'protection-not-assessed', why: `${name} comes after the protection assessment (SoL 20:1)` }
  }
  if (step.records.startsWith('feedback_') && referral.feedbackAnsweredAt) {
    return { refusal: 'feedback-already-given', why: 'feedback is given once' }
  }
  if (name === 'request_feedback' && referral.feedbackRequestedAt) {
    return { refusal: 'wrong-status', why: 'feedback is already asked for' }
  }
  return null
}

function refuseObstacle(name: StepName, referral: Referral, viewer: Viewer): void {
  const obstacle = obstacleTo(name, referral, viewer)
  if (obstacle) throw new DomainError(obstacle.refusal, obstacle.why)
}

/** The steps that this viewer may take now: the buttons on the page, from the same table as the rules. */
export function stepsOpenTo(referral: Referral, viewer: Viewer): StepName[] {
  return stepNames.filter((name) => obstacleTo(name, referral, viewer) === null)
}

/** True while the child unit has something left to do: the referral itself, or an answer that is asked for. */
export function isInInbox({ status, feedbackRequestedAt, feedbackAnsweredAt }: Referral): boolean {
  const owesFeedback = feedbackRequestedAt !== null && feedbackAnsweredAt === null
  return openStatuses.includes(status) || owesFeedback
}

/** What stands as due in the list of the day; the time of an inquiry stands in the list of inquiries, not there. */
export function dueInList(referral: Referral, clocks: readonly Clock[]): Clock | null {
  return nextDue(isInInbox(referral) ? clocks.filter(({ kind }) => kind !== 'inquiry') : clocks)
}

/** The value that a decision allows; null where the answer comes from the authority it was handed to. */
export function feedbackValueAfter(status: Status): FeedbackValue | null {
  if (status === 'inquiry_open') return 'opened'
  if (status === 'no_inquiry') return 'not_opened'
  return status === 'joined' ? 'already_under_way' : null
}

function refuseUnfitInput(referral: Referral, request: StepRequest, { today, colleagueIds }: Circumstances): void {
  switch (request.step) {
    case 'assign':
      if (request.assigneeId !== null && !colleagueIds.includes(request.assigneeId)) {
        throw new DomainError('assignee-outside-unit', 'the assignee is not in the receiving unit', 'assigneeId')
      }
      return
    case 'ask_information':
      if (request.answerBy < today.toString()) {
        throw new DomainError('date-in-the-past', 'the answer cannot be due before today', 'answerBy')
      }
      return
    case 'extend':
      if (referral.preliminaryDueOn && request.newDueOn <= referral.preliminaryDueOn.toString()) {
        throw new DomainError('date-not-later', 'the new date must be later than the one it replaces', 'newDueOn')
      }
      return
    case 'decline_inquiry':
      // HSLF-FS 2022:39: a child who may have been exposed to violence gets an inquiry without delay.
      if (referral.violence && !request.violenceOverride) {
        throw new DomainError('violence-forces-inquiry', 'reported violence forces an inquiry', 'violenceOverride')
      }
      return
    case 'transfer':
      if (!request.toUnitId && !request.toAuthority) {
        throw new DomainError('receiver-outside-reach', 'name the authority that takes over', 'toAuthority')
      }
      if (request.toUnitId === referral.receiverUnitId) {
        throw new DomainError('receiver-outside-reach', 'it is with this unit already', 'toUnitId')
      }
      return
    case 'give_feedback': {
      const lawful = feedbackValueAfter(referral.status)
      if (lawful && lawful !== request.value) {
        throw new DomainError('feedback-value-contradicts-decision', `the decision says ${lawful}`, 'value')
      }
    }
  }
}

function dueOnOf(request: StepRequest): Temporal.PlainDate | null {
  if (request.step === 'ask_information') return Temporal.PlainDate.from(request.answerBy)
  return request.step === 'extend' ? Temporal.PlainDate.from(request.newDueOn) : null
}

function eventOf(name: StepName, referral: Referral, { viewer, now }: Circumstances): ReferralEvent {
  const step: Step = steps[name]
  const role = actingRole(step, referral, viewer)
  if (!role) throw new DomainError('not-permitted', `${name} takes another role`)
  return {
    kind: step.records,
    at: now,
    actorId: viewer.personId,
    unitId: actingUnitId(viewer, sideOf(step, referral)),
    role,
    qualified: viewer.qualified,
    legalBasis: step.legalBasis,
    dueOn: null,
    details: null,
  }
}

function advanced(referral: Referral, { kind, at, dueOn }: ReferralEvent, to: Status | undefined): Referral {
  const after = { ...referral, status: to ?? referral.status, version: referral.version + 1 }
  if (kind === 'received') after.openedAt = at
  if (kind === 'protection_assessed') after.protectionAssessedAt ??= at
  if (kind === 'information_asked') after.questionOpen = true
  if (kind === 'extended') after.preliminaryDueOn = dueOn
  if (kind === 'feedback_requested') after.feedbackRequestedAt = at
  if (kind === 'feedback_given' || kind === 'feedback_refused') after.feedbackAnsweredAt = at
  if (to && !openStatuses.includes(to)) after.decidedAt ??= at
  return after
}

/**
 * The referral after the step, with the event that records it.
 * Refuses, with the field at fault, what the step table or the step's own rule does not allow.
 */
export function takeStep(referral: Referral, request: StepRequest, circumstances: Circumstances): Change {
  refuseObstacle(request.step, referral, circumstances.viewer)
  refuseUnfitInput(referral, request, circumstances)

  const event = { ...eventOf(request.step, referral, circumstances), dueOn: dueOnOf(request) }
  const after = advanced(referral, event, (steps[request.step] as Step).to)
  if (request.step === 'assign') after.assigneeId = request.assigneeId
  return { before: referral, after, event: { ...event, details: request.step === 'receive' ? null : request } }
}

/** The referral with the sender's further information. An answer lifts `awaiting_information`; no clock stops. */
export function supplementedWith(referral: Referral, supplement: Supplement, circumstances: Circumstances): Change {
  refuseObstacle('supplement', referral, circumstances.viewer)
  const answers = supplement.answersQuestion && referral.questionOpen
  const event = { ...eventOf('supplement', referral, circumstances), details: supplement }
  const back = answers && referral.status === 'awaiting_information' ? 'received' : undefined
  const after = advanced(referral, event, back)
  return { before: referral, after: answers ? { ...after, questionOpen: false } : after, event }
}

/** The referral with the sender's request to hear the outcome (SoL 19:6). */
export function feedbackRequested(referral: Referral, circumstances: Circumstances): Change {
  refuseObstacle('request_feedback', referral, circumstances.viewer)
  const event = eventOf('request_feedback', referral, circumstances)
  return { before: referral, after: advanced(referral, event, undefined), event }
}
