import type { HTMLInputAutoCompleteAttribute, Ref } from 'react'
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField'
import { fieldId } from '../parts/field-id.ts'
import { FieldHint, FieldLabel, FieldProblem, type FieldProps } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  type?: 'text' | 'tel' | 'email' | 'search'
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  /** How long an answer the box suggests. */
  width?: 'short' | 'medium' | 'full'
  maxLength?: number
  autoComplete?: HTMLInputAutoCompleteAttribute
  autoFocus?: boolean
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
}

export function TextField({
  name,
  label,
  hint,
  error,
  optional,
  width = 'full',
  inputMode,
  placeholder,
  inputRef,
  autoComplete = 'off', // shared computers: the browser must not offer one child's name at another's
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      id={fieldId(name)}
      autoComplete={autoComplete}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="field"
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint hint={hint} />
      <FieldProblem error={error} />
      <Input ref={inputRef} className={`input input-${width}`} inputMode={inputMode} placeholder={placeholder} />
    </AriaTextField>
  )
}
