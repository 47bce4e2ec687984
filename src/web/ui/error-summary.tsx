import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { fieldId } from '../parts/field-id.ts'
import { useWords } from '../words/language.tsx'

export interface FieldMistake {
  /** The field's `name`. */
  name: string
  text: string
}

interface ErrorSummaryProps {
  mistakes: readonly FieldMistake[]
  /** Counts the attempts to send: each one that fails moves focus here. */
  attempt: number
}

const canTakeInput = 'input, select, textarea, button, [tabindex]'

function inFormOrder(mistakes: readonly FieldMistake[]): readonly FieldMistake[] {
  const place = ({ name }: FieldMistake) => document.getElementById(fieldId(name))
  return mistakes.toSorted((a, b) => {
    const [first, second] = [place(a), place(b)]
    if (!first || !second || first === second) return 0
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}

function goTo(event: MouseEvent, name: string) {
  event.preventDefault()
  const field = document.getElementById(fieldId(name))
  const input = field?.matches(canTakeInput) ? field : field?.querySelector<HTMLElement>(canTakeInput)
  input?.focus()
  field?.closest('.field')?.scrollIntoView({ block: 'center' })
}

/** What must be put right before the form can be sent, in the form's own order, each a link to its field. */
export function ErrorSummary({ mistakes, attempt }: ErrorSummaryProps) {
  const { errors } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [ordered, setOrdered] = useState(mistakes)
  useLayoutEffect(() => setOrdered(inFormOrder(mistakes)), [mistakes])
  const isEmpty = mistakes.length === 0
  useEffect(() => {
    if (attempt > 0 && !isEmpty) box.current?.focus()
  }, [attempt, isEmpty])

  if (isEmpty) return null
  return (
    <div ref={box} tabIndex={-1} className="error-summary" role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" className="error-summary-title">
        {errors.summary(ordered.length)}
      </h2>
      <ul>
        {ordered.map(({ name, text }) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`} onClick={(event) => goTo(event, name)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
