import { useState } from 'react'
import { useWords } from '../../words/language.tsx'
import { type Issue, type Problem, problemOf, sentenceFor, sentenceForIssue } from '../problem.ts'

export type Errors = Readonly<Record<string, string>>

/** Sends a form, and holds what came back: faults by field, or one problem for the whole. Nothing typed is touched. */
export function useSubmit(onDone: () => void) {
  const words = useWords()
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [isPending, setIsPending] = useState(false)

  const wordFor = (issue: Issue) => {
    const { problems } = words.organisation
    const known: Record<string, string> = problems
    const isTime = issue.problem === 'malformed' && /(^|\.)(from|to)$/.test(issue.path)
    return isTime ? problems.time : (known[issue.problem] ?? sentenceForIssue(issue, words))
  }
  const fail = (found: Problem) => {
    if (found.kind === 'invalid') {
      setErrors(Object.fromEntries(found.issues.map((issue) => [issue.path, wordFor(issue)])))
    } else if (found.kind === 'refused' && found.field) {
      setErrors({ [found.field]: sentenceFor(found, words) })
    } else {
      setProblem(found)
    }
    setAttempt((count) => count + 1)
  }
  const submit = async (send: () => Promise<unknown>) => {
    if (isPending) return
    setIsPending(true)
    setErrors({})
    setProblem(null)
    try {
      await send()
      onDone()
    } catch (error) {
      fail(problemOf(error))
    } finally {
      setIsPending(false)
    }
  }
  const mistakes = Object.entries(errors).map(([name, text]) => ({ name, text }))
  return { errors, mistakes, problem, attempt, isPending, submit, clear: () => setErrors({}) }
}
