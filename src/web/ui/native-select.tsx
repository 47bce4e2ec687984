import { useId } from 'react'
import { fieldId } from '../parts/field-id.ts'
import { useWords } from '../words/language.tsx'
import { ErrorText, type FieldProps, LabelText } from './field.tsx'

interface Option {
  value: string
  label: string
}

interface OptionGroup {
  label: string
  options: readonly Option[]
}

interface NativeSelectProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  options: readonly (Option | OptionGroup)[]
  /** The empty first choice; `null` leaves it out. */
  placeholder?: string | null
}

const drawOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
)

export function NativeSelect(props: NativeSelectProps) {
  const { name, label, hint, error, optional, isDisabled, value, onChange, options, placeholder } = props
  const { common } = useWords()
  const hintId = useId()
  const errorId = useId()
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={fieldId(name)}>
        <LabelText label={label} optional={optional} />
      </label>
      {hint && (
        <span id={hintId} className="field-hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={errorId} className="field-error">
          <ErrorText error={error} />
        </span>
      )}
      <select
        id={fieldId(name)}
        className="input select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        disabled={isDisabled}
        aria-invalid={Boolean(error) || undefined}
        aria-describedby={describedBy || undefined}
      >
        {placeholder !== null && <option value="">{placeholder ?? common.choose}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(drawOption)}
            </optgroup>
          ) : (
            drawOption(option)
          ),
        )}
      </select>
    </div>
  )
}
