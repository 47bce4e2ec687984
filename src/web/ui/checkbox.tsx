import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { fieldId } from '../parts/field-id.ts'

interface CheckboxProps {
  name: string
  label: ReactNode
  hint?: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
}

/** One box by itself: something is so, or not. */
export function Checkbox({ name, label, hint, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} id={fieldId(name)} className="choice">
      <CheckboxFace label={label} hint={hint} />
    </AriaCheckbox>
  )
}

export function CheckboxFace({ label, hint }: Pick<CheckboxProps, 'label' | 'hint'>) {
  return (
    <>
      <span className="tick" aria-hidden>
        <IconCheck className="tick-mark" />
      </span>
      <span>
        {label}
        {hint && <span className="choice-hint">{hint}</span>}
      </span>
    </>
  )
}
