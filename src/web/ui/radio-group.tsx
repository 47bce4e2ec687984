import type { ReactNode } from 'react'
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'
import { fieldId } from '../parts/field-id.ts'
import { FieldHint, FieldLabel, FieldProblem, type FieldProps } from './field.tsx'

export interface Choice<Value extends string> {
  value: Value
  label: ReactNode
  hint?: ReactNode
}

interface RadioGroupProps<Value extends string> extends FieldProps {
  value: Value | null
  onChange: (value: Value) => void
  options: readonly Choice<Value>[]
  /** `segmented`: short answers side by side, such as yes, no, don't know. */
  look?: 'list' | 'segmented'
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { name, label, hint, error, optional, value, onChange, options, look = 'list', isDisabled } = props
  const choose = (chosen: string) => {
    const option = options.find((known) => known.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <AriaRadioGroup
      id={fieldId(name)}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="field"
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint hint={hint} />
      <FieldProblem error={error} />
      <div className={look === 'segmented' ? 'segments' : 'choices'}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={look === 'segmented' ? 'segment' : 'choice'}>
            <span className="tick tick-round" aria-hidden />
            <span>
              {option.label}
              {option.hint && <span className="choice-hint">{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  )
}
