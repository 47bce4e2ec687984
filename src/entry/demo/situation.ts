import type { z } from 'zod'
import type { Flag, FlaggedChild } from '../../domain/flag/flag.ts'
import type { ProtectionLevel } from '../../domain/person.ts'
import type { stepRequestSchema } from '../../domain/step-request.ts'
import type { AdultUnitKey } from './organisation.ts'

/** A situation in an adult unit, as a handler would write it. `{0}`, `{1}` … stand for the children's given names. */
export interface Situation {
  from: AdultUnitKey
  client: 'mother' | 'father'
  children: readonly SituationChild[]
  texts?: NonNullable<Flag['texts']>
  safety?: Partial<Flag['safety']>
  everyday?: NonNullable<Flag['everyday']>
  network?: string
  /** Why the parents do not know of the flag; absent when they do. */
  notInformed?: string
  basis?: NonNullable<Flag['openness']>['basis']
  protection?: ProtectionLevel
  /** Of the interpreter. */
  language?: string
  doNotCallHome?: true
  contactNote?: string
  outcome: Outcome
}

export interface SituationChild {
  /** Full years, or weeks to the expected birth. */
  age: number | { weeksLeft: number } | 'unknown'
  sex: 'f' | 'm'
  answers?: Partial<FlaggedChild>
}

type RequestOf<Step extends string> = Extract<z.input<typeof stepRequestSchema>, { step: Step }>

interface Assessed {
  protection: string
  childSeen?: true
  /** Present when there was an immediate need. */
  measures?: RequestOf<'assess_protection'>['measures']
  question?: { code: RequestOf<'ask_information'>['question']; text: string; answer: string }
  extension?: { reason: RequestOf<'extend'>['reason']; text: string }
  reasons: string
}

/** What the child unit made of it. */
export type Outcome =
  /** `closes`: the inquiry ends within its four months. */
  | (Assessed & { kind: 'opened'; heard?: string; closes?: true })
  | (Assessed & { kind: 'declined'; heard?: string; notHeard?: string; offered?: string; override?: string })
  | (Assessed & { kind: 'joined'; inquiry: string })
  | (Assessed & { kind: 'transferred'; authority: string })
  | (Assessed & { kind: 'handed_over'; opening: string })
  | SupportOutcome
  | { kind: 'note' }

/** There was a need of immediate protection. */
export function isUrgent({ outcome }: Situation): boolean {
  return 'measures' in outcome
}

export interface SupportOutcome {
  kind: 'support'
  support: RequestOf<'offer_support'>['support']
  offer: string
  /** Who said yes; absent when the family said no. */
  consentBy?: string
  answer: string
  closing?: string
}
