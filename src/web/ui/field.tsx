import { IconExclamationCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useWords } from '../words/language.tsx'

/** What every field takes. `value`, `onChange` and `error` fit `form.getInputProps(path)` of @mantine/form. */
export interface FieldProps {
  /** The field's path in the form: gives the input its id, to which the error summary leads. */
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Says "(frivilligt)" after the label. What must be answered is the rule, so only the exception is marked. */
  optional?: boolean
  isDisabled?: boolean
}

export function LabelText({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  const { common } = useWords()
  return (
    <>
      {label}
      {optional && <span className="field-optional"> ({common.optional})</span>}
    </>
  )
}

export function FieldLabel(props: Pick<FieldProps, 'label' | 'optional'>) {
  return (
    <Label className="field-label">
      <LabelText {...props} />
    </Label>
  )
}

export function FieldHint({ hint }: Pick<FieldProps, 'hint'>) {
  if (!hint) return null
  return (
    <Text slot="description" className="field-hint">
      {hint}
    </Text>
  )
}

export function ErrorText({ error }: Pick<FieldProps, 'error'>) {
  return (
    <>
      <IconExclamationCircle className="icon" aria-hidden />
      {error}
    </>
  )
}

export function FieldProblem({ error }: Pick<FieldProps, 'error'>) {
  return (
    <FieldError className="field-error">
      <ErrorText error={error} />
    </FieldError>
  )
}
