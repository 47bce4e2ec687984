import { useLayoutEffect, useRef } from 'react'
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components/TextField'
import { fieldId } from '../parts/field-id.ts'
import { useWords } from '../words/language.tsx'
import { FieldHint, FieldLabel, FieldProblem, type FieldProps } from './field.tsx'

export interface TextAreaProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  rows?: number
  /** Says how much is left when it nears. Does not cut what is pasted: losing words in silence is worse. */
  maxLength?: number
  autoFocus?: boolean
}

const growsByItself = CSS.supports('field-sizing', 'content')

export function TextArea({ name, label, hint, error, optional, rows = 4, maxLength, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (growsByItself || !area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${area.current.scrollHeight + 2}px`
  })

  return (
    <AriaTextField
      {...rest}
      id={fieldId(name)}
      autoComplete="off"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="field"
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint hint={hint} />
      <FieldProblem error={error} />
      <AriaTextArea ref={area} className="input input-area" rows={rows} />
      {maxLength !== undefined && <Counter length={rest.value.length} maxLength={maxLength} />}
    </AriaTextField>
  )
}

function Counter({ length, maxLength }: { length: number; maxLength: number }) {
  const { common } = useWords()
  const left = maxLength - length
  const isNear = left <= maxLength * 0.2
  return (
    <p
      className={left < 0 ? 'field-counter field-counter-over' : 'field-counter'}
      aria-live={left < 0 ? 'polite' : 'off'}
    >
      {isNear && (left < 0 ? common.charactersOver(-left) : common.charactersLeft(left))}
    </p>
  )
}
