import { CheckboxGroup as AriaCheckboxGroup, Checkbox } from 'react-aria-components/CheckboxGroup'
import { fieldId } from '../parts/field-id.ts'
import { CheckboxFace } from './checkbox.tsx'
import { FieldHint, FieldLabel, FieldProblem, type FieldProps } from './field.tsx'
import type { Choice } from './radio-group.tsx'

interface CheckboxGroupProps<Value extends string> extends FieldProps {
  value: readonly Value[]
  onChange: (value: Value[]) => void
  options: readonly Choice<Value>[]
}

export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { name, label, hint, error, optional, value, onChange, options, isDisabled } = props
  return (
    <AriaCheckboxGroup
      id={fieldId(name)}
      value={[...value]}
      onChange={(chosen) => onChange(options.map((option) => option.value).filter((known) => chosen.includes(known)))}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="field"
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint hint={hint} />
      <FieldProblem error={error} />
      <div className="choices">
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} className="choice">
            <CheckboxFace label={option.label} hint={option.hint} />
          </Checkbox>
        ))}
      </div>
    </AriaCheckboxGroup>
  )
}
