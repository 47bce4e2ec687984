import { useRef, useState } from 'react'
import { type Lean, readDay } from '../parts/date-text.ts'
import { useLanguage } from '../words/language.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

interface DateFieldProps extends Omit<TextFieldProps, 'type' | 'inputMode' | 'width' | 'placeholder' | 'maxLength'> {
  /** From the server: the browser's clock may be wrong. */
  today: string
  lean?: Lean
}

/**
 * A day as text. Gives `YYYY-MM-DD` as soon as what is written can be read, else the text itself,
 * which the form's schema then refuses. Shows how it was read; complains only when the form is sent.
 */
export function DateField({ value, onChange, onBlur, today, lean = 'near', hint, ...rest }: DateFieldProps) {
  const { words, format } = useLanguage()
  const [text, setText] = useState(value)
  const given = useRef(value)
  if (given.current !== value) {
    given.current = value
    setText(value)
  }

  const read = readDay(text, today, lean)
  const write = (next: string) => {
    const outcome = readDay(next, today, lean)
    setText(next)
    given.current = outcome.ok ? outcome.day : next.trim()
    onChange(given.current)
  }
  return (
    <div className="date-field">
      <TextField
        {...rest}
        value={text}
        onChange={write}
        onBlur={() => {
          if (read.ok) setText(read.day)
          onBlur?.()
        }}
        hint={hint ?? words.common.date.hint}
        width="short"
      />
      <output className="date-read">{read.ok && format.longDay(read.day)}</output>
    </div>
  )
}
