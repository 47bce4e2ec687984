import type { ReferralPage } from '../../../domain/confidentiality.ts'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import type { Choice } from '../../ui/radio-group.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import { AssignFields, TransferFields, ValueFields } from './step-fields-whom.tsx'
import type { FormStep } from './step-groups.ts'
import { otherAuthority, type StepValues } from './step-values.ts'

/** The schema's limits; a type error when they differ. */
const limits: typeof import('../../../domain/step-request.ts').limits = { reasons: 4000, note: 1000, short: 200 }

export type Errors = Partial<Record<string, string>>

export interface StepFieldsProps {
  values: StepValues
  errors: Errors
  set: <Name extends keyof StepValues>(name: Name, value: StepValues[Name]) => void
  page: ReferralPage
}

type TextName = { [Name in keyof StepValues]: StepValues[Name] extends string ? Name : never }[keyof StepValues]

function choicesOf<Value extends string>(words: Record<Value, string>): Choice<Value>[] {
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }))
}

/** The fields that the step asks for, and no others. */
export function StepFields({ step, ...props }: StepFieldsProps & { step: FormStep }) {
  const { coded, forms } = useWords().steps
  const { values, errors, set, page } = props

  const area = (name: TextName, words: { label: string; hint?: string }, maxLength: number, optional = false) => (
    <TextArea
      name={name}
      label={words.label}
      hint={words.hint}
      value={values[name]}
      error={errors[name]}
      optional={optional}
      maxLength={maxLength}
      onChange={(value) => set(name, value)}
    />
  )
  const line = (name: TextName, words: { label: string; hint?: string }) => (
    <TextField
      name={name}
      label={words.label}
      hint={words.hint}
      value={values[name]}
      error={errors[name]}
      onChange={(value) => set(name, value)}
    />
  )
  const date = (name: 'answerBy' | 'newDueOn', words: { label: string; hint?: string }) => (
    <DateField
      name={name}
      label={words.label}
      hint={words.hint}
      value={values[name]}
      error={errors[name]}
      today={page.today}
      lean="future"
      onChange={(value) => set(name, value)}
    />
  )
  const heard = (optional: boolean) => (
    <RadioGroup
      name="childHeard"
      label={forms.decline_inquiry.fields.childHeard.label}
      value={values.childHeard}
      error={errors.childHeard}
      optional={optional}
      onChange={(value) => set('childHeard', value)}
      options={choicesOf(coded.childHeard)}
    />
  )

  switch (step) {
    case 'assign':
      return <AssignFields {...props} />
    case 'assess_protection': {
      const { fields } = forms.assess_protection
      return (
        <>
          <RadioGroup
            name="result"
            label={fields.result.label}
            value={values.result}
            error={errors.result}
            onChange={(value) => set('result', value)}
            options={choicesOf(coded.result)}
          />
          <RadioGroup
            name="childSeen"
            label={fields.childSeen.label}
            look="segmented"
            value={values.childSeen}
            error={errors.childSeen}
            onChange={(value) => set('childSeen', value)}
            options={choicesOf(coded.childSeen)}
          />
          <CheckboxGroup
            name="measures"
            label={fields.measures.label}
            hint={fields.measures.hint}
            optional
            value={values.measures}
            error={errors.measures}
            onChange={(value) => set('measures', value)}
            options={choicesOf(coded.measures)}
          />
          {area('reasons', fields.reasons, limits.reasons)}
        </>
      )
    }
    case 'ask_information': {
      const { fields } = forms.ask_information
      return (
        <>
          <NativeSelect
            name="question"
            label={fields.question.label}
            value={values.question}
            error={errors.question}
            onChange={(value) => set('question', value as StepValues['question'])}
            options={choicesOf(coded.question).map(({ value }) => ({ value, label: coded.question[value] }))}
          />
          {area('text', fields.text, limits.note)}
          {date('answerBy', fields.answerBy)}
        </>
      )
    }
    case 'extend': {
      const { fields } = forms.extend
      return (
        <>
          <RadioGroup
            name="extension"
            label={fields.reason.label}
            value={values.extension}
            error={errors.extension}
            onChange={(value) => set('extension', value)}
            options={choicesOf(coded.extension)}
          />
          {area('text', fields.text, limits.reasons)}
          {date('newDueOn', fields.newDueOn)}
        </>
      )
    }
    case 'open_inquiry': {
      const { fields } = forms.open_inquiry
      return (
        <>
          {area('reasons', fields.reasons, limits.reasons)}
          {heard(true)}
          {area('childHeardText', fields.childHeardText, limits.note, true)}
        </>
      )
    }
    case 'decline_inquiry': {
      const { fields } = forms.decline_inquiry
      return (
        <>
          {page.violence && area('violenceOverride', fields.violenceOverride, limits.reasons)}
          {area('reasons', fields.reasons, limits.reasons)}
          {heard(false)}
          {area('childHeardText', fields.childHeardText, limits.note)}
          {area('offered', fields.offered, limits.note, true)}
        </>
      )
    }
    case 'join': {
      const { fields } = forms.join
      return (
        <>
          {line('inquiryReference', fields.inquiryReference)}
          {area('reasons', fields.reasons, limits.reasons, true)}
        </>
      )
    }
    case 'transfer': {
      const { fields } = forms.transfer
      return (
        <>
          {page.transferTargets.length > 0 && <TransferFields {...props} />}
          {values.toUnitId === otherAuthority && line('toAuthority', fields.toAuthority)}
          {area('reasons', fields.reasons, limits.reasons)}
        </>
      )
    }
    case 'offer_support': {
      const { fields } = forms.offer_support
      return (
        <>
          <CheckboxGroup
            name="support"
            label={fields.support.label}
            hint={fields.support.hint}
            value={values.support}
            error={errors.support}
            onChange={(value) => set('support', value)}
            options={choicesOf(coded.support)}
          />
          {area('text', fields.text, limits.note, true)}
        </>
      )
    }
    case 'accept_support':
      return (
        <>
          {line('consentBy', forms.accept_support.fields.consentBy)}
          {area('text', forms.accept_support.fields.text, limits.note, true)}
        </>
      )
    case 'decline_support':
      return area('text', forms.decline_support.fields.text, limits.note, true)
    case 'close_support':
      return area('reasons', forms.close_support.fields.reasons, limits.reasons)
    case 'give_feedback':
      return <ValueFields {...props} />
    case 'refuse_feedback': {
      const { fields } = forms.refuse_feedback
      return (
        <>
          <RadioGroup
            name="refusal"
            label={fields.reason.label}
            value={values.refusal}
            error={errors.refusal}
            onChange={(value) => set('refusal', value)}
            options={choicesOf(coded.refusal)}
          />
          {area('text', fields.text, limits.note)}
        </>
      )
    }
  }
}
