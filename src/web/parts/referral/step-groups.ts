import type { StepName } from '../../../domain/lifecycle.ts'
import type { ClockKind } from '../../../domain/policy.ts'
import type { StepRequest } from '../../../domain/step-request.ts'

/** A step that the child unit takes by a form of its own. Opening the page receives, so receiving has no form. */
export type FormStep = Exclude<StepRequest['step'], 'receive'>

export type StepGroup = 'protect' | 'decide' | 'support' | 'feedback' | 'arrange'

/** The buttons in the order of the trade. Which of them are there, the server says (`stepsOpen`). */
const groups: Record<StepGroup, readonly FormStep[]> = {
  protect: ['assess_protection'],
  decide: ['open_inquiry', 'decline_inquiry', 'join', 'transfer', 'extend'],
  support: ['offer_support', 'accept_support', 'decline_support', 'close_support'],
  feedback: ['give_feedback', 'refuse_feedback'],
  arrange: ['assign', 'ask_information'],
}

/** Which group answers the clock that is due first. */
const answering: Partial<Record<ClockKind, StepGroup>> = {
  protection_assessment: 'protect',
  preliminary_assessment: 'decide',
  support_answer: 'support',
  feedback: 'feedback',
}

/** The one step that is the natural answer in its group. A decision has two, and the page leans towards neither. */
const naturalAnswer: Partial<Record<StepGroup, FormStep>> = {
  protect: 'assess_protection',
  feedback: 'give_feedback',
  support: 'offer_support',
}

export interface OpenGroup {
  group: StepGroup
  steps: FormStep[]
  isNext: boolean
  primary: FormStep | null
}

/** The open steps, grouped; the group that answers what is due first comes first. */
export function groupsOf(stepsOpen: readonly StepName[], dueFirst: ClockKind | null, violence: boolean): OpenGroup[] {
  const names = Object.keys(groups) as StepGroup[]
  const open = names
    .map((group) => ({ group, steps: groups[group].filter((step) => stepsOpen.includes(step)) }))
    .filter(({ steps }) => steps.length > 0)
  const answer = dueFirst === null ? undefined : answering[dueFirst]
  const next =
    open.find(({ group }) => group === answer) ?? (answer ? undefined : open.find(({ group }) => group === 'feedback'))
  const primaryOf = (group: StepGroup) => (group === 'decide' && violence ? 'open_inquiry' : naturalAnswer[group])
  return open
    .map(({ group, steps }) => {
      const primary = primaryOf(group)
      const isNext = group === next?.group
      return { group, steps, isNext, primary: isNext && primary && steps.includes(primary) ? primary : null }
    })
    .toSorted((a, b) => Number(b.isNext) - Number(a.isNext))
}
