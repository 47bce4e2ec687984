import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../words/language.tsx'
import type { Words } from '../../words/sv.ts'
import { announce } from '../announce.ts'
import { type Issue, type Problem, problemOf, sentenceFor } from '../problem.ts'
import { staffKeys } from './staff.ts'

export type Errors<Values> = Partial<Record<keyof Values & string, string>>

function wordFor({ problem }: Issue, { errors }: Words): string {
  const known: Record<string, string> = {
    required: errors.problems.required,
    'too-long': errors.problems.tooLong,
    'date-impossible': errors.problems.date,
  }
  return known[problem] ?? errors.problems.invalid
}

interface StaffFormOptions<Values> {
  send: (values: Values) => Promise<unknown>
  said: string
  onDone: () => void
}

/** One change of a person: what is typed, and what stood in its way. Whatever happens, what is typed stays. */
export function useStaffForm<Values extends object>(initial: Values, { send, said, onDone }: StaffFormOptions<Values>) {
  const words = useWords()
  const queryClient = useQueryClient()
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors<Values>>({})
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isPending, setIsPending] = useState(false)

  const set = (change: Partial<Values>) => {
    setValues((before) => ({ ...before, ...change }))
    setErrors((before) => {
      const changed = Object.keys(change)
      return Object.fromEntries(Object.entries(before).filter(([name]) => !changed.includes(name))) as Errors<Values>
    })
  }
  const readAgain = () => Promise.all(staffKeys.all.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
  const refuse = (found: Errors<Values>) => {
    setErrors(found)
    setAttempt((count) => count + 1)
  }

  const fail = async (error: unknown) => {
    const failed = problemOf(error)
    if (failed.kind === 'invalid') {
      refuse(Object.fromEntries(failed.issues.map((issue) => [issue.path, wordFor(issue, words)])) as Errors<Values>)
    } else if (failed.kind === 'refused' && failed.field && failed.field in values) {
      refuse({ [failed.field]: sentenceFor(failed, words) } as Errors<Values>)
    } else {
      setProblem(failed)
      if (failed.kind === 'stale') await readAgain()
    }
  }

  const submit = async () => {
    if (isPending) return
    setIsPending(true)
    setProblem(null)
    setErrors({})
    try {
      await send(values)
      await readAgain()
      announce(said)
      onDone()
    } catch (error) {
      await fail(error).catch((again) => setProblem(problemOf(again)))
    } finally {
      setIsPending(false)
    }
  }
  return { values, errors, attempt, problem, isPending, set, submit }
}
