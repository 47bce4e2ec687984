import { childUnitRoles, type Role } from './organisation.ts'

/** A: concern (oro). B: need of support without concern. Track C never leaves the adult unit (DOMAIN §3). */
export const sentTracks = ['A', 'B'] as const
export type SentTrack = (typeof sentTracks)[number]

export const statuses = [
  'sent',
  'received',
  'awaiting_information',
  'inquiry_open',
  'no_inquiry',
  'joined',
  'transferred',
  'offered',
  'accepted',
  'declined',
  'closed',
] as const
export type Status = (typeof statuses)[number]

/** What the append-only history can hold. Kinds without a step yet belong to the clocks of an opened inquiry. */
export const eventKinds = [
  'sent',
  'received',
  'assigned',
  'protection_assessed',
  'information_asked',
  'supplemented',
  'extended',
  'inquiry_opened',
  'inquiry_declined',
  'joined',
  'transferred',
  'support_offered',
  'support_accepted',
  'support_declined',
  'support_closed',
  'feedback_requested',
  'feedback_given',
  'feedback_refused',
  'inquiry_extended',
  'inquiry_closed',
  'follow_up_ended',
  'contested',
  'contest_answered',
  'meeting_offered',
  'meeting_held',
] as const
export type EventKind = (typeof eventKinds)[number]

export interface Step {
  from: readonly Status[]
  /** Absent: the status stays. */
  to?: Status
  by: readonly Role[] | 'sender'
  tracks: readonly SentTrack[]
  /** SoL 25:1: the acting person must hold a socionom or equivalent degree. */
  qualified?: true
  /** SoL 20:1: the need of immediate protection is assessed before anything is decided. */
  afterProtection?: true
  records: EventKind
  legalBasis: string | null
}

const leads = ['team_lead', 'unit_manager'] as const
const undecided = ['received', 'awaiting_information'] as const
const decided = ['inquiry_open', 'no_inquiry', 'joined', 'transferred'] as const

/** The whole life of a referral: who may take which step, from where, to where, and what the law calls it. */
export const steps = {
  receive: {
    from: ['sent'],
    to: 'received',
    by: childUnitRoles,
    tracks: ['A', 'B'],
    records: 'received',
    legalBasis: null,
  },
  assign: {
    from: ['sent', ...undecided, 'offered', 'accepted'],
    by: childUnitRoles,
    tracks: ['A', 'B'],
    records: 'assigned',
    legalBasis: null,
  },
  assess_protection: {
    from: undecided,
    by: childUnitRoles,
    tracks: ['A'],
    qualified: true,
    records: 'protection_assessed',
    legalBasis: 'SoL 20:1',
  },
  ask_information: {
    from: ['received'],
    to: 'awaiting_information',
    by: childUnitRoles,
    tracks: ['A', 'B'],
    records: 'information_asked',
    legalBasis: null,
  },
  extend: { from: undecided, by: leads, tracks: ['A'], records: 'extended', legalBasis: 'SoL 20:2' },
  open_inquiry: {
    from: undecided,
    to: 'inquiry_open',
    by: childUnitRoles,
    tracks: ['A'],
    qualified: true,
    afterProtection: true,
    records: 'inquiry_opened',
    legalBasis: 'SoL 14:2',
  },
  decline_inquiry: {
    from: undecided,
    to: 'no_inquiry',
    by: childUnitRoles,
    tracks: ['A'],
    qualified: true,
    afterProtection: true,
    records: 'inquiry_declined',
    legalBasis: 'SoL 20:2',
  },
  join: {
    from: undecided,
    to: 'joined',
    by: childUnitRoles,
    tracks: ['A'],
    qualified: true,
    afterProtection: true,
    records: 'joined',
    legalBasis: 'SoL 20:2',
  },
  transfer: {
    from: undecided,
    to: 'transferred',
    by: childUnitRoles,
    tracks: ['A'],
    qualified: true,
    afterProtection: true,
    records: 'transferred',
    legalBasis: 'SoL 29:1',
  },
  offer_support: {
    from: undecided,
    to: 'offered',
    by: childUnitRoles,
    tracks: ['B'],
    records: 'support_offered',
    legalBasis: 'SoL 11:5',
  },
  accept_support: {
    from: ['offered'],
    to: 'accepted',
    by: childUnitRoles,
    tracks: ['B'],
    records: 'support_accepted',
    legalBasis: 'SoL 11:5, 21:2',
  },
  decline_support: {
    from: ['offered'],
    to: 'declined',
    by: childUnitRoles,
    tracks: ['B'],
    records: 'support_declined',
    legalBasis: null,
  },
  close_support: {
    from: [...undecided, 'offered', 'accepted', 'declined'],
    to: 'closed',
    by: childUnitRoles,
    tracks: ['B'],
    records: 'support_closed',
    legalBasis: null,
  },
  give_feedback: {
    from: decided,
    by: childUnitRoles,
    tracks: ['A'],
    records: 'feedback_given',
    legalBasis: 'SoL 19:6, OSL 26:9 a',
  },
  refuse_feedback: {
    from: decided,
    by: childUnitRoles,
    tracks: ['A'],
    records: 'feedback_refused',
    legalBasis: 'SoL 19:6',
  },
  supplement: { from: statuses, by: 'sender', tracks: ['A', 'B'], records: 'supplemented', legalBasis: null },
  request_feedback: {
    from: statuses,
    by: 'sender',
    tracks: ['A'],
    records: 'feedback_requested',
    legalBasis: 'SoL 19:6',
  },
} as const satisfies Record<string, Step>

export type StepName = keyof typeof steps
export const stepNames = Object.keys(steps) as StepName[]

/** Statuses in which the intake still has something to do with the referral itself. */
export const openStatuses: readonly Status[] = ['sent', ...undecided, 'offered', 'accepted']
export const decidedStatuses: readonly Status[] = decided
