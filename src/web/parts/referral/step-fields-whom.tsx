import { useSession } from '../../session.ts'
import { NativeSelect } from '../../ui/native-select.tsx'
import { type Choice, RadioGroup } from '../../ui/radio-group.tsx'
import { useWords } from '../../words/language.tsx'
import type { StepFieldsProps } from './step-fields.tsx'
import { otherAuthority, type StepValues } from './step-values.ts'

/** Me, a colleague of the receiving unit, or back to the whole group. */
export function AssignFields({ values, errors, set, page }: StepFieldsProps) {
  const { steps, referral } = useWords()
  const { personId, name } = useSession()
  const mine = page.colleagues.find((colleague) => colleague.personId === personId)
  const others = page.colleagues.filter((colleague) => colleague !== mine)
  const ways: (Choice<NonNullable<StepValues['who']>> & { isThere: boolean })[] = [
    { value: 'me', label: referral.assign.me(name), isThere: mine !== undefined },
    { value: 'colleague', label: referral.assign.other, isThere: others.length > 0 },
    { value: 'group', label: referral.assign.group, isThere: page.assignee !== null },
  ]
  return (
    <>
      <RadioGroup
        name="who"
        label={steps.forms.assign.fields.assigneeId.label}
        value={values.who}
        error={errors.who}
        onChange={(who) => set('who', who)}
        options={ways.filter(({ isThere }) => isThere)}
      />
      {values.who === 'colleague' && (
        <NativeSelect
          name="assigneeId"
          label={referral.assign.colleague}
          value={values.assigneeId}
          error={errors.assigneeId}
          onChange={(id) => set('assigneeId', id)}
          options={others.map((other) => ({ value: other.personId, label: `${other.name}, ${other.title}` }))}
        />
      )}
    </>
  )
}

/** A child unit of another board here, or an authority elsewhere. */
export function TransferFields({ values, errors, set, page }: StepFieldsProps) {
  const { steps, referral } = useWords()
  const ours = page.transferTargets.map(({ unitId, name, boardName }) => ({
    value: unitId,
    label: `${name}, ${boardName}`,
  }))
  return (
    <NativeSelect
      name="toUnitId"
      label={steps.forms.transfer.fields.toUnitId.label}
      value={values.toUnitId}
      error={errors.toUnitId}
      onChange={(id) => set('toUnitId', id)}
      options={[...ours, { value: otherAuthority, label: referral.transferOther }]}
    />
  )
}

/** The decision allows one answer, which is shown and not chosen; only after a transfer is there a choice. */
export function ValueFields({ values, errors, set, page }: StepFieldsProps) {
  const { coded, forms } = useWords().steps
  const { label } = forms.give_feedback.fields.value
  const lawful = page.feedback.lawfulValue
  if (lawful) {
    return (
      <figure className="told">
        <figcaption className="told-label">{label}</figcaption>
        <blockquote className="told-words">{coded.value[lawful]}</blockquote>
      </figure>
    )
  }
  const all = Object.keys(coded.value) as (keyof typeof coded.value)[]
  return (
    <RadioGroup
      name="value"
      label={label}
      value={values.value}
      error={errors.value}
      onChange={(value) => set('value', value)}
      options={all.map((value) => ({ value, label: coded.value[value] }))}
    />
  )
}
