import { useState } from 'react'
import { useWords } from '../words/language.tsx'
import { type Problem, problemOf, sentenceFor, sentenceForIssue } from './problem.ts'

export interface Fields<Values extends Record<string, string>> {
  values: Values
  /** What each field has at fault, as sentences. */
  errors: Partial<Record<keyof Values, string>>
  /** Counts the attempts to send, for the summary that takes the focus. */
  attempt: number
  problem: Problem | null
  isPending: boolean
  set: (name: keyof Values & string) => (value: string) => void
  submit: () => Promise<void>
}

/** For the summary over the form: each fault under its field's label. */
export function mistakesIn<Values extends Record<string, string>>(
  { errors }: Pick<Fields<Values>, 'errors'>,
  labels: Record<keyof Values & string, string>,
): { name: string; text: string }[] {
  return (Object.keys(labels) as (keyof Values & string)[]).flatMap((name) =>
    errors[name] ? [{ name, text: `${labels[name]}: ${errors[name]}` }] : [],
  )
}

/** A small form that the server checks: what it refuses stands at its field, and nothing typed is lost. */
export function useFields<Values extends Record<string, string>>(
  initial: Values,
  send: (values: Values) => Promise<void>,
): Fields<Values> {
  const words = useWords()
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Fields<Values>['errors']>({})
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isPending, setIsPending] = useState(false)

  const submit = async () => {
    setIsPending(true)
    setErrors({})
    setProblem(null)
    try {
      await send(values)
    } catch (error) {
      const found = problemOf(error)
      const isField = (name: string | undefined): name is string => name !== undefined && name in values
      if (found.kind === 'invalid' && found.issues.some(({ path }) => isField(path))) {
        setErrors(
          Object.fromEntries(
            found.issues.map((issue) => [issue.path, sentenceForIssue(issue, words)]),
          ) as Fields<Values>['errors'],
        )
      } else if (found.kind === 'refused' && isField(found.field)) {
        setErrors({ [found.field]: sentenceFor(found, words) } as Fields<Values>['errors'])
      } else setProblem(found)
      setAttempt((before) => before + 1)
    } finally {
      setIsPending(false)
    }
  }
  return {
    values,
    errors,
    attempt,
    problem,
    isPending,
    set: (name) => (value) => {
      setValues((before) => ({ ...before, [name]: value }))
      setErrors((before) => ({ ...before, [name]: undefined }))
    },
    submit,
  }
}
