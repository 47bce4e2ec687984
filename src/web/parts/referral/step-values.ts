import type { ReferralPage } from '../../../domain/confidentiality.ts'
import type { FeedbackValue } from '../../../domain/step-request.ts'
import type { Words } from '../../words/sv.ts'
import { makeStore } from '../store.ts'
import type { FormStep } from './step-groups.ts'

type Coded = Words['steps']['coded']

/** The answers of every step's form. A form uses the ones its step asks for. */
export interface StepValues {
  who: 'me' | 'colleague' | 'group' | null
  assigneeId: string
  result: keyof Coded['result'] | null
  childSeen: keyof Coded['childSeen'] | null
  measures: (keyof Coded['measures'])[]
  reasons: string
  question: keyof Coded['question'] | ''
  text: string
  answerBy: string
  extension: keyof Coded['extension'] | null
  newDueOn: string
  childHeard: keyof Coded['childHeard'] | null
  childHeardText: string
  offered: string
  violenceOverride: string
  inquiryReference: string
  toUnitId: string
  toAuthority: string
  support: (keyof Coded['support'])[]
  consentBy: string
  value: FeedbackValue | null
  refusal: keyof Coded['refusal'] | null
}

/** In `toUnitId`: none of ours, but the authority that is written. */
export const otherAuthority = 'other'

export function emptyValues(page: ReferralPage, personId: string): StepValues {
  const isColleague = page.colleagues.some((colleague) => colleague.personId === personId)
  return {
    who: isColleague && page.assignee?.personId !== personId ? 'me' : null,
    assigneeId: '',
    result: null,
    childSeen: null,
    measures: [],
    reasons: '',
    question: '',
    text: '',
    answerBy: '',
    extension: null,
    newDueOn: '',
    childHeard: null,
    childHeardText: '',
    offered: '',
    violenceOverride: '',
    inquiryReference: '',
    toUnitId: page.transferTargets.length === 0 ? otherAuthority : '',
    toAuthority: '',
    support: [],
    consentBy: '',
    value: page.feedback.lawfulValue,
    refusal: null,
  }
}

function assigneeOf({ who, assigneeId }: StepValues, personId: string): string | null {
  if (who === 'group') return null
  return who === 'me' ? personId : assigneeId
}

/** What the server is asked for. Its shape is the schema's to judge, so an unanswered question is simply not there. */
export function requestOf(step: FormStep, values: StepValues, personId: string): Record<string, unknown> {
  const { reasons, text, childHeardText } = values
  const childHeard = values.childHeard ?? undefined
  const isOther = values.toUnitId === otherAuthority || values.toUnitId === ''
  const asked: Record<FormStep, object> = {
    assign: { assigneeId: assigneeOf(values, personId) },
    assess_protection: {
      result: values.result ?? undefined,
      childSeen: values.childSeen ?? undefined,
      measures: values.measures,
      reasons,
    },
    ask_information: { question: values.question || undefined, text, answerBy: values.answerBy },
    extend: { reason: values.extension ?? undefined, text, newDueOn: values.newDueOn },
    open_inquiry: { reasons, childHeard, childHeardText },
    decline_inquiry: {
      reasons,
      childHeard,
      childHeardText,
      offered: values.offered,
      violenceOverride: values.violenceOverride,
    },
    join: { inquiryReference: values.inquiryReference, reasons },
    transfer: {
      toUnitId: isOther ? undefined : values.toUnitId,
      toAuthority: isOther ? values.toAuthority : '',
      reasons,
    },
    offer_support: { support: values.support, text },
    accept_support: { consentBy: values.consentBy, text },
    decline_support: { text },
    close_support: { reasons },
    give_feedback: { value: values.value ?? undefined },
    refuse_feedback: { reason: values.refusal ?? undefined, text },
  }
  return { step, ...asked[step] }
}

/** Where the form keeps what the request calls by another name; `request.measures.0` is the field `measures`. */
export function fieldNameOf(step: FormStep, path: string, { who }: StepValues): string {
  const [name = path] = path.replace(/^request\./, '').split('.')
  if (name === 'reason') return step === 'extend' ? 'extension' : 'refusal'
  return name === 'assigneeId' && who !== 'colleague' ? 'who' : name
}

const longTexts = ['reasons', 'text', 'childHeardText', 'offered', 'violenceOverride'] as const

/** All that was typed, for the clipboard. */
export function typedIn(values: StepValues): string {
  return longTexts
    .map((name) => values[name].trim())
    .filter(Boolean)
    .join('\n\n')
}

/** What was typed and not yet sent, in this tab's memory only: closing a form by mistake loses nothing. */
const unsent = makeStore<Record<string, StepValues>>({})

export function unsentOf(key: string): StepValues | undefined {
  return unsent.get()[key]
}

export function keepUnsent(key: string, values: StepValues | null) {
  const { [key]: _, ...others } = unsent.get()
  unsent.set(values ? { ...others, [key]: values } : others)
}
