import { TextField, type TextFieldProps } from './text-field.tsx'

interface NumberFieldProps extends Omit<TextFieldProps, 'type' | 'inputMode' | 'width' | 'value' | 'onChange'> {
  value: number | null
  onChange: (value: number | null) => void
}

/** A whole number, without the arrows that change it by accident. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  const write = (text: string) => {
    const digits = text.replaceAll(/\D/g, '')
    onChange(digits === '' ? null : Number(digits))
  }
  return (
    <TextField
      {...rest}
      value={value === null ? '' : String(value)}
      onChange={write}
      inputMode="numeric"
      width="short"
    />
  )
}
