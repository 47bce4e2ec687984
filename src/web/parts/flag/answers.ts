import type { ChildLabel, SentReferral as Sent, SentRow, UnitLabel } from '../../../domain/confidentiality.ts'
import type { FlagDraft } from '../../../domain/flag/draft.ts'
import type { IntakeNature } from '../../../domain/intake.ts'
import type { SentTrack } from '../../../domain/lifecycle.ts'

/** What the API answers on the flagging side. */

export interface Callable {
  name: string
  phone: string
}

export interface FlaggingUnit {
  unitId: string
  name: string
  sameBoard: boolean
  supportSameBoard: boolean
  concernReceiver: Callable
  supportReceiver: Callable
  /** Whether the receiver of a concern answers the telephone now. */
  isOpen: boolean
  outOfHours: Callable | null
}

export interface FormGround {
  today: string
  units: readonly FlaggingUnit[]
  /** The municipality has rules on who receives. */
  isRouted: boolean
  /** Empty where no rule looks at the district. */
  districts: readonly { code: string; name: string }[]
}

export interface KeptDraft {
  id: string
  version: number
  openedAt: string
  savedAt: string
  overdue: boolean
  content: FlagDraft
}

export interface DraftLine {
  id: string
  savedAt: string
  overdue: boolean
  clientName: string | null
  children: number
}

export interface Receipt {
  submissionId: string
  sentAt: string
  sender: { unitName: string }
  referrals: {
    reference: string
    track: SentTrack
    child: ChildLabel
    nature: IntakeNature
    receiver: UnitLabel
    outOfHours: Callable | null
    acute: boolean
    answerBy: { receiptBy: string; decisionBy: string | null; feedbackBy: string | null }
    feedbackWanted: boolean
  }[]
  notes: { child: ChildLabel; askAgainOn: string }[]
}

export const shownFlags = ['all', 'question', 'unreceived', 'answered'] as const
export type ShownFlags = (typeof shownFlags)[number]

export interface MyFlags {
  rows: readonly SentRow[]
  next: string | null
  counts: Record<ShownFlags, number>
  today: string
}

export interface ChildNote {
  id: string
  child: ChildLabel
  clientName: string | null
  askAgainOn: string
  due: boolean
  today: string
}

export type SentReferral = Sent
