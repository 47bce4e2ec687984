import type { Temporal } from 'temporal-polyfill'
import { dayOf } from './calendar.ts'
import { ageOfChild } from './child-age.ts'
import { type Clock, type ClockEvent, clocksOf, nextDue } from './clocks.ts'
import type { ReferralFile } from './confidentiality.ts'
import { DomainError } from './errors.ts'
import type { DraftChild, FlagDraft } from './flag/draft.ts'
import type { Flag, FlaggedChild } from './flag/flag.ts'
import { withoutRevealing } from './flag/protection.ts'
import { type ReferralContent, referralContentOf } from './flag/referral-content.ts'
import { acuteSigns, basisForSupport, trackOf } from './flag/tracks.ts'
import { type IntakeNature, natureOfIntake } from './intake.ts'
import type { SentTrack } from './lifecycle.ts'
import { actingUnitId, adultUnitKinds, rolesIn, type Unit, type UnitKind, type Viewer } from './organisation.ts'
import { isProtected, type ProtectionLevel } from './person.ts'
import { type Routed, type Routing, receptionOf } from './routing.ts'
import { birthDateOf, type StoredChild, storedChild } from './stored-child.ts'
import { isYoungCarer } from './young-carer.ts'

/** One child's referral as it leaves the form, before it has a reference. */
export interface NewReferral {
  track: SentTrack
  nature: IntakeNature
  legalBasis: string
  receiver: Unit
  /** The socialjour, told of what is acute outside the receiver's hours. */
  alsoTold: Unit | null
  acute: boolean
  violence: boolean
  youngCarer: boolean
  isProtected: boolean
  /** Fields that held what reveals a protected person, and were not kept: their paths. */
  blanked: string[]
  feedbackWanted: boolean
  meetingWilling: boolean
  child: StoredChild
  content: ReferralContent
  events: ClockEvent[]
  clocks: Clock[]
  due: Clock | null
}

export interface ChildNote {
  child: StoredChild
  clientName: string
  isProtected: boolean
  askAgainOn: string
}

/** All that one sent form becomes: a referral for each child of track A or B, a note for each of track C. */
export interface Sending {
  sender: Unit
  sentAt: Temporal.Instant
  referrals: NewReferral[]
  notes: ChildNote[]
}

/** Where a flag can go: the municipality's units, and its rules for which of them receives. */
export interface Receivers {
  units: readonly Unit[]
  routing: Routing
}

/**
 * What decides where the child's referral goes. A protected family's district is not looked at, as the receiver's name
 * would tell where they live (DOMAIN §8).
 */
export function routedOf(flag: FlagDraft, child: DraftChild, track: SentTrack, today: string): Routed {
  const people = [flag.client, ...(flag.children ?? [])]
  const hidden = people.some((person) => person?.protection !== undefined && isProtected(person.protection))
  return {
    track,
    acute: acuteSigns(flag, child, today).length > 0,
    age: child.known === 'unborn' ? 0 : (ageOfChild(child, today) ?? null),
    district: hidden ? null : flag.district?.trim() || null,
  }
}

/** The units in which the viewer may flag: open adult units where they work with cases. */
export function mayFlagFrom(viewer: Viewer, unit: Pick<Unit, 'id' | 'kind' | 'closedAt'>): boolean {
  return (
    unit.closedAt === null &&
    (adultUnitKinds as readonly UnitKind[]).includes(unit.kind) &&
    rolesIn(viewer, unit.id).length > 0
  )
}

/** The first lines of the history: sent, and the wish for feedback that came with it (SoL 19:6). */
export function firstEvents(track: SentTrack, feedbackWanted: boolean, sentAt: Temporal.Instant): ClockEvent[] {
  const sent: ClockEvent = { kind: 'sent', at: sentAt }
  return track === 'A' && feedbackWanted ? [sent, { kind: 'feedback_requested', at: sentAt }] : [sent]
}

/**
 * What the flag becomes when it is sent: one referral per child (SoL 20:1), each to the unit that receives it by the
 * municipality's rules of this instant. A form that was open while its unit was taken over is sent from the new unit.
 * Refuses a unit that is not the viewer's, a weaker track without reason, and support across boards without consent
 * (OSL 12:2) or a recorded ground (OSL 26:9). `inherited` is the mark that the family has before (DOMAIN §8).
 */
export function sendingOf(
  flag: Flag,
  viewer: Viewer,
  { units, routing }: Receivers,
  now: Temporal.Instant,
  inherited: ProtectionLevel = 'none',
): Sending {
  const senderUnitId = actingUnitId(viewer, flag.senderUnitId)
  const sender = units.find((unit) => unit.id === senderUnitId)
  if (!sender || !mayFlagFrom(viewer, sender)) {
    throw new DomainError('not-permitted', 'a flag is sent from an adult unit of one’s own', 'senderUnitId')
  }
  const today = dayOf(now).toString()
  const sending: Sending = { sender, sentAt: now, referrals: [], notes: [] }
  for (const child of flag.children) {
    const track = trackOf(flag, child, today)
    if (track === 'C') {
      const askAgainOn = child.askAgainOn
      if (!askAgainOn) throw new DomainError('date-not-later', 'track C keeps a date to ask again', 'askAgainOn')
      sending.notes.push({
        child: storedChild(child, birthDateOf(child)),
        clientName: flag.client.name,
        isProtected: [inherited, ...[flag.client, ...flag.children].map(({ protection }) => protection)].some(
          isProtected,
        ),
        askAgainOn,
      })
    } else {
      sending.referrals.push(newReferral(flag, child, track, sender, { units, routing }, now, inherited))
    }
  }
  return sending
}

/** SoL 19:1 for a report from another board; 14:2 for information within one; 11:5 for an offer of support. */
function legalBasisOf(track: SentTrack, nature: IntakeNature): string {
  if (track === 'B') return 'SoL 11:5'
  return nature === 'concern_report' ? 'SoL 19:1' : 'SoL 14:2'
}

/** As paths within the child's own referral. */
function blankedFor(flag: Flag, child: FlaggedChild, inherited: ProtectionLevel): string[] {
  const own = `children.${flag.children.indexOf(child)}.`
  return withoutRevealing(flag, inherited).blanked.flatMap((path) => {
    if (path.startsWith(own)) return `child.${path.slice(own.length)}`
    return path.startsWith('children.') ? [] : path
  })
}

function newReferral(
  flag: Flag,
  child: FlaggedChild,
  track: SentTrack,
  sender: Unit,
  { units, routing }: Receivers,
  sentAt: Temporal.Instant,
  inherited: ProtectionLevel,
): NewReferral {
  const today = dayOf(sentAt).toString()
  const routed = routedOf(flag, child, track, today)
  const { receiver, alsoTold } = receptionOf(routed, sender, units, routing, sentAt)
  const nature = natureOfIntake(sender.boardId, receiver.boardId)
  if (track === 'B') basisForSupport(flag, child, sender.boardId === receiver.boardId, today)
  const content = referralContentOf(flag, child.id, today, inherited)
  const feedbackWanted = flag.openness?.feedbackWanted ?? false
  const events = firstEvents(track, feedbackWanted, sentAt)
  const clocks = clocksOf({ nature, track, events })
  return {
    track,
    nature,
    legalBasis: legalBasisOf(track, nature),
    receiver,
    alsoTold,
    acute: routed.acute,
    violence: flag.safety.violence === 'yes',
    youngCarer: isYoungCarer(child.youngCarer ?? {}),
    isProtected: isProtected(content.protection),
    blanked: blankedFor(flag, child, inherited),
    feedbackWanted: track === 'A' && feedbackWanted,
    meetingWilling: flag.openness?.meetingWilling ?? false,
    child: storedChild(child, birthDateOf(child)),
    content,
    events,
    clocks,
    due: nextDue(clocks),
  }
}

/**
 * The same matter as a new report to another authority (SoL 29:1): its own file, its own clocks from now. The unit that
 * hands it over is the sender there, and asks to hear the outcome, so that it can answer its own sender.
 * Refuses a unit that takes nothing in, or that is not among `units`, which are those that the viewer can see.
 */
export function transferredReferral(
  file: Pick<ReferralFile, 'content' | 'child' | 'acute' | 'referral'>,
  viewer: Viewer,
  toUnitId: string,
  units: readonly Unit[],
  now: Temporal.Instant,
): Sending {
  const { content, child, acute, referral } = file
  const senderUnitId = actingUnitId(viewer, referral.receiverUnitId)
  const sender = units.find(({ id }) => id === senderUnitId)
  const receiver = units.find(({ id, kind, closedAt }) => id === toUnitId && kind === 'intake' && closedAt === null)
  if (!sender || !receiver) {
    throw new DomainError('receiver-outside-reach', 'that unit does not take in referrals', 'toUnitId')
  }
  const nature = natureOfIntake(sender.boardId, receiver.boardId)
  const events = firstEvents('A', true, now)
  const clocks = clocksOf({ nature, track: 'A', events })
  const transferred: NewReferral = {
    track: 'A',
    nature,
    legalBasis: legalBasisOf('A', nature),
    receiver,
    alsoTold: null,
    acute,
    violence: referral.violence,
    youngCarer: isYoungCarer(content.child.youngCarer ?? {}),
    isProtected: isProtected(content.protection),
    blanked: [],
    feedbackWanted: true,
    meetingWilling: false,
    child,
    content,
    events,
    clocks,
    due: nextDue(clocks),
  }
  return { sender, sentAt: now, referrals: [transferred], notes: [] }
}
