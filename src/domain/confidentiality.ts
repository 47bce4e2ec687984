import type { Temporal } from 'temporal-polyfill'
import { type AccessGround, groundForReading } from './access.ts'
import { dayOf } from './calendar.ts'
import { type Clock, type ClockEvent, type ClockState, clocksOf, stateOf } from './clocks.ts'
import type { ReferralContent } from './flag/referral-content.ts'
import type { IntakeNature } from './intake.ts'
import type { EventKind, SentTrack, Status, StepName } from './lifecycle.ts'
import type { Role, UnitKind, Viewer } from './organisation.ts'
import { isProtected, type ProtectionLevel, type WayKnown } from './person.ts'
import type { ClockKind } from './policy.ts'
import { isLive, type NamedPerson } from './protection.ts'
import type { ProtectionSource } from './protection-sources.ts'
import { feedbackValueAfter, type Referral, type ReferralEvent, stepsOpenTo } from './referral.ts'
import type { FeedbackValue, QuestionCode } from './step-request.ts'
import { birthDateOf, labelOf, type StoredChild } from './stored-child.ts'

/**
 * What each side of a referral may hear (DOMAIN §7). Everything that leaves the API about a referral has one of these
 * shapes: instants are ISO in UTC, days are YYYY-MM-DD in Sweden.
 */

/** The child as a list shows it. Age in whole years; null when nobody knows. */
export interface ChildLabel {
  known: WayKnown
  givenName: string | null
  familyName: string | null
  age: number | null
  expectedOn: string | null
  /** Of a protected family: nothing of the child is shown here, not even whether it is born. */
  isHidden: boolean
}

export interface PersonLabel {
  personId: string
  name: string
  title: string
}

/** The one whose case it is is absent or has left the unit, so it is the group's; `until` is the last day, when known. */
export interface AssigneeAway {
  until: string | null
}

/** Somebody whom the unit's manager has named for a protected referral. */
export interface NamedLabel extends NamedPerson, PersonLabel {}

/** A change of a referral's mark. `blanked`: the fields that were taken out, by name and never by what they held. */
export interface ProtectionChange {
  at: string
  byName: string
  from: ProtectionLevel
  to: ProtectionLevel
  source: ProtectionSource
  blanked: string[]
}

export interface UnitLabel {
  unitId: string
  name: string
  kind: UnitKind
  boardName: string
  phone: string
}

export interface DisclosedClock {
  kind: ClockKind
  label: 'statutory' | 'policy'
  paragraph: string | null
  startedAt: string
  strictDueOn: string
  rollOverDueOn: string
  metAt: string | null
  state: ClockState
}

/** A line of the story. `details` is what the one who acted wrote; `kind` tells which step it was. */
export interface DisclosedEvent {
  id: string
  kind: EventKind
  at: string
  actor: { name: string; title: string; unitName: string; role: Role; qualified: boolean }
  legalBasis: string | null
  dueOn: string | null
  details: ReferralEvent['details']
}

/** An earlier referral of the same child, or a sibling's. */
export interface RelatedReferral {
  reference: string
  relation: 'same_child' | 'sibling'
  child: ChildLabel
  status: Status
  track: SentTrack
  sentAt: string
  senderUnitName: string | null
}

/** The child unit's page: everything that its own file holds, and what the viewer may do now. */
export interface ReferralPage {
  side: 'receiver'
  reference: string
  version: number
  track: SentTrack
  nature: IntakeNature
  status: Status
  today: string
  sentAt: string
  openedAt: string | null
  acute: boolean
  violence: boolean
  protection: ProtectionLevel
  child: ChildLabel & { identityNumber: string | null; birthDate: string | null }
  content: ReferralContent
  sender: { person: PersonLabel; unit: UnitLabel }
  receiver: UnitLabel
  assignee: PersonLabel | null
  assigneeAway: AssigneeAway | null
  colleagues: PersonLabel[]
  /** Child units of other boards here, to which it can be transferred. */
  transferTargets: UnitLabel[]
  /** On what ground the viewer reads it; `break_glass` is an emergency's, and then nothing can be done. */
  ground: AccessGround
  /** Of a protected referral: who is named for it, and how its mark has changed. */
  named: NamedLabel[]
  protectionChanges: ProtectionChange[]
  clocks: DisclosedClock[]
  events: DisclosedEvent[]
  related: RelatedReferral[]
  feedback: {
    wanted: boolean
    requestedAt: string | null
    answeredAt: string | null
    lawfulValue: FeedbackValue | null
  }
  stepsOpen: StepName[]
}

export type SenderUpdate =
  | { kind: 'received'; id: string; at: string }
  | { kind: 'feedback'; id: string; at: string; value: FeedbackValue }
  | { kind: 'feedback_refused'; id: string; at: string }
  | { kind: 'question'; id: string; at: string; question: QuestionCode; text: string; answerBy: string }
  | { kind: 'meeting'; id: string; at: string }

/** What the sender's unit sees: what it wrote, and the five things that it may hear. No status, no name, no date more. */
export interface SentReferral {
  side: 'sender'
  reference: string
  track: SentTrack
  nature: IntakeNature
  sentAt: string
  today: string
  child: ChildLabel
  content: ReferralContent
  sender: { person: PersonLabel; unit: UnitLabel }
  receiver: UnitLabel
  updates: SenderUpdate[]
  supplements: { id: string; at: string; authorName: string; text: string; answersQuestion: boolean }[]
  /** The question that waits for an answer, if one does. */
  openQuestion: Extract<SenderUpdate, { kind: 'question' }> | null
  feedbackWanted: boolean
  stepsOpen: ('supplement' | 'request_feedback')[]
}

/** What of an event the sender hears: its kind, and at the most a value or a question. */
export interface HeardBySender {
  kind: SenderUpdate['kind']
  feedbackValue: FeedbackValue | null
  answerBy: string | null
  question: { question: QuestionCode; text: string } | null
}

/** A line of the sender's own list. `heard` is the latest that the sender was told. */
export interface SentRow {
  reference: string
  submissionId: string
  track: SentTrack
  child: ChildLabel
  sentAt: string
  senderName: string
  receiverUnitName: string | null
  heard: 'sent' | SenderUpdate['kind']
  heardAt: string
  feedbackValue: FeedbackValue | null
  /** The day by which the sender's answer is asked for, while a question is open. */
  answerBy: string | null
}

/** A line of the child unit's list of the day. */
export interface InboxRow {
  reference: string
  track: SentTrack
  nature: IntakeNature
  status: Status
  child: ChildLabel
  isProtected: boolean
  acute: boolean
  youngCarer: boolean
  sentAt: string
  senderUnitName: string | null
  /** Null where it is the group's, also because the one whose it is is away. */
  assignee: { personId: string; name: string } | null
  assigneeAway: (AssigneeAway & { name: string }) | null
  due: { kind: ClockKind; on: string } | null
  supplemented: boolean
  /** How many earlier referrals of the child, and siblings', this unit has. */
  earlier: number
  siblings: number
}

/** All that the child unit's own file holds, before anyone is told of it. */
export interface ReferralFile {
  referral: Referral
  acute: boolean
  feedbackWanted: boolean
  child: StoredChild
  content: ReferralContent
  sender: ReferralPage['sender']
  receiver: UnitLabel
  assignee: PersonLabel | null
  assigneeAway: AssigneeAway | null
  /** Whom it may be assigned to. */
  colleagues: PersonLabel[]
  /** Child units of other boards here, to which it can be transferred. */
  transferTargets: UnitLabel[]
  /** Everybody who is or was named for it in the receiving unit; empty where it is not protected. */
  named: NamedLabel[]
  protectionChanges: ProtectionChange[]
  events: DisclosedEvent[]
  history: ClockEvent[]
  related: (Omit<RelatedReferral, 'child'> & { id: string; child: StoredChild; isProtected: boolean })[]
}

/** What the sender's unit has and has been told. There is no status in it to leak. */
export interface SentFile extends Omit<SentReferral, 'side' | 'today' | 'child' | 'openQuestion' | 'stepsOpen'> {
  child: StoredChild
  isProtected: boolean
}

const toldAs: Partial<Record<EventKind, SenderUpdate['kind']>> = {
  received: 'received',
  feedback_given: 'feedback',
  feedback_refused: 'feedback_refused',
  information_asked: 'question',
}

/** What the sender may hear of what the child unit did; null of everything else, and never a reason (DOMAIN §7). */
export function heardBySender({ kind: happened, details, dueOn }: ReferralEvent): HeardBySender | null {
  const kind = toldAs[happened]
  if (!kind) return null
  const step = details && 'step' in details ? details : null
  return {
    kind,
    feedbackValue: step?.step === 'give_feedback' ? step.value : null,
    answerBy: dueOn?.toString() ?? null,
    question: step?.step === 'ask_information' ? { question: step.question, text: step.text } : null,
  }
}

/** Of a protected family a list shows that it is protected, and nothing else of anybody (DOMAIN §8). */
export function listLabel(child: StoredChild, protectedFamily: boolean, today: string): ChildLabel {
  if (!protectedFamily) return labelOf(child, today)
  return { known: 'known', givenName: null, familyName: null, age: null, expectedOn: null, isHidden: true }
}

/** A unit's name can tell where a protected family lives or what it has met with: a list does not show it. */
export function unitNameInList(name: string, protectedFamily: boolean): string | null {
  return protectedFamily ? null : name
}

function discloseClock(clock: Clock, today: Temporal.PlainDate): DisclosedClock {
  return {
    kind: clock.kind,
    label: clock.label,
    paragraph: clock.paragraph,
    startedAt: clock.startedAt.toString(),
    strictDueOn: clock.strictDueOn.toString(),
    rollOverDueOn: clock.rollOverDueOn.toString(),
    metAt: clock.metAt?.toString() ?? null,
    state: stateOf(clock, today),
  }
}

/** On what ground the viewer reads the file. What is opened in an emergency is read, and not worked with (DOMAIN §7). */
export function groundOf({ referral, named }: ReferralFile, viewer: Viewer, now: Temporal.Instant): AccessGround {
  const isNamed = named.some((person) => person.personId === viewer.personId && isLive(person, now))
  return groundForReading(referral, viewer, isNamed)
}

/** To whom it may be assigned: of a protected referral's, those who are named for it and would see it. */
export function assignableTo({ referral, colleagues, named }: ReferralFile, now: Temporal.Instant): PersonLabel[] {
  if (!referral.isProtected) return colleagues
  const live = new Set(named.filter((person) => isLive(person, now)).map(({ personId }) => personId))
  return colleagues.filter(({ personId }) => live.has(personId))
}

/**
 * What the sender's page gives back of a protected family (DOMAIN §8). The sender's client is one side of it. A mark
 * that the sender did not make came from elsewhere, and may protect against that very client: then the page tells
 * nothing of the other side: where the child lives and is, who the other guardian is, who stands around it.
 */
function ownSideOf(content: ReferralContent): ReferralContent {
  const { client, child } = content
  if (!isProtected(content.protection) || [client.protection, child.protection].some(isProtected)) return content
  const { livesWith: _home, whereabouts: _where, guardians, ...rest } = child
  return {
    ...content,
    child: { ...rest, guardians: guardians && { ...guardians, otherGuardian: undefined } },
    network: undefined,
  }
}

/** To the receiving child unit: the whole file, its clocks, and the steps that this viewer may take now. */
export function discloseToReceiver(file: ReferralFile, viewer: Viewer, now: Temporal.Instant): ReferralPage {
  const { referral, content } = file
  const ground = groundOf(file, viewer, now)
  const today = dayOf(now)
  const { nature, track } = referral
  return {
    side: 'receiver',
    reference: referral.reference,
    version: referral.version,
    track,
    nature,
    status: referral.status,
    today: today.toString(),
    sentAt: referral.sentAt.toString(),
    openedAt: referral.openedAt?.toString() ?? null,
    acute: file.acute,
    violence: referral.violence,
    protection: content.protection,
    child: {
      ...labelOf(file.child, today.toString()),
      identityNumber: content.child.identityNumber ?? null,
      birthDate: birthDateOf(content.child),
    },
    content,
    sender: file.sender,
    receiver: file.receiver,
    assignee: file.assignee,
    assigneeAway: file.assigneeAway,
    colleagues: assignableTo(file, now),
    transferTargets: file.transferTargets,
    ground,
    named: file.named.filter((named) => isLive(named, now)),
    protectionChanges: file.protectionChanges,
    clocks: clocksOf({ nature, track, events: file.history }).map((clock) => discloseClock(clock, today)),
    events: file.events,
    related: file.related.map(({ id: _, child, isProtected: hidden, senderUnitName, ...other }) => ({
      ...other,
      child: listLabel(child, hidden, today.toString()),
      senderUnitName: senderUnitName && unitNameInList(senderUnitName, hidden),
    })),
    feedback: {
      wanted: file.feedbackWanted,
      requestedAt: referral.feedbackRequestedAt?.toString() ?? null,
      answeredAt: referral.feedbackAnsweredAt?.toString() ?? null,
      lawfulValue: feedbackValueAfter(referral.status),
    },
    stepsOpen: ground === 'break_glass' ? [] : stepsOpenTo(referral, viewer),
  }
}

/**
 * To the sender's unit: what it wrote and what it has been told. Whether more may be added or asked for is read from
 * these same facts, so that not even a button tells what the child unit does.
 */
export function discloseToSender({ child, isProtected: _, ...file }: SentFile, now: Temporal.Instant): SentReferral {
  const today = dayOf(now).toString()
  const asked = file.updates.findLast((update) => update.kind === 'question')
  const answered = file.supplements.some(
    (supplement) => supplement.answersQuestion && asked && supplement.at >= asked.at,
  )
  const mayAskForFeedback = file.track === 'A' && !file.feedbackWanted
  return {
    ...file,
    side: 'sender',
    today,
    child: labelOf(child, today),
    content: ownSideOf(file.content),
    openQuestion: asked && !answered ? asked : null,
    stepsOpen: mayAskForFeedback ? ['supplement', 'request_feedback'] : ['supplement'],
  }
}
