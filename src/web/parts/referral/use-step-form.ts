import { useEffect, useState } from 'react'
import type { DisclosedEvent, ReferralPage } from '../../../domain/confidentiality.ts'
import type { StepRequest } from '../../../domain/step-request.ts'
import { useSession } from '../../session.ts'
import { useWords } from '../../words/language.tsx'
import type { Words } from '../../words/sv.ts'
import { type Issue, type Problem, problemOf, sentenceFor } from '../problem.ts'
import type { Errors } from './step-fields.tsx'
import type { FormStep } from './step-groups.ts'
import { emptyValues, fieldNameOf, keepUnsent, requestOf, type StepValues, unsentOf } from './step-values.ts'
import { useSteps } from './use-referral.ts'

const loadRules = () => import('../../../domain/step-request.ts')
/** Fields where one chooses: what is missing there is not "to fill in". */
const toChoose = ['who', 'assigneeId', 'result', 'childSeen', 'question', 'extension', 'childHeard', 'value', 'refusal']

function wordFor(name: string, { problem }: Issue, { steps }: Words): string {
  if (problem === 'required' && toChoose.includes(name)) return steps.problems.choose
  if (problem === 'required' && name === 'support') return steps.problems.chooseSome
  const known: Record<string, string> = steps.problems
  return known[problem] ?? steps.problems.required
}

/** One step's form: what is typed, what is wrong with it, and what happened to the case meanwhile. */
export function useStepForm(step: FormStep, page: ReferralPage, onDone: () => void) {
  const words = useWords()
  const { personId } = useSession()
  const key = `${personId} ${page.reference} ${step}`
  const [values, setValues] = useState<StepValues>(() => unsentOf(key) ?? emptyValues(page, personId))
  const [errors, setErrors] = useState<Errors>({})
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [happened, setHappened] = useState<DisclosedEvent[] | null>(null)
  const [isPending, setIsPending] = useState(false)
  const { take, readAgain } = useSteps(page.reference)
  useEffect(() => {
    loadRules().catch(() => undefined) // fetched ahead; without it the server judges alone
  }, [])

  const set = <Name extends keyof StepValues>(name: Name, value: StepValues[Name]) => {
    const next = { ...values, [name]: value }
    setValues(next)
    keepUnsent(key, next)
    setErrors(({ [name]: _, ...others }) => others)
  }
  const refuse = (issues: readonly Issue[]) => {
    const named = issues.map((issue) => [fieldNameOf(step, issue.path, values), issue] as const)
    setErrors(Object.fromEntries(named.map(([name, issue]) => [name, wordFor(name, issue, words)])))
    setAttempt((count) => count + 1)
  }

  const check = async (request: Record<string, unknown>): Promise<Issue[]> => {
    if (step === 'assign' && values.who === null) return [{ path: 'who', problem: 'required' }]
    if (step === 'transfer' && values.toUnitId === '') return [{ path: 'toUnitId', problem: 'required' }]
    const rules = await loadRules().catch(() => null)
    const result = rules?.stepRequestSchema.safeParse(request)
    if (!result || result.success) return []
    return result.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message }))
  }

  const fail = async (error: unknown) => {
    const problem = problemOf(error)
    if (problem.kind === 'stale') {
      const known = new Set(page.events.map(({ id }) => id))
      const fresh = await readAgain()
      setHappened(fresh.events.filter(({ id }) => !known.has(id)))
    } else if (problem.kind === 'invalid') {
      refuse(problem.issues)
    } else if (problem.kind === 'refused' && problem.field) {
      setErrors({ [fieldNameOf(step, problem.field, values)]: sentenceFor(problem, words) })
      setAttempt((count) => count + 1)
    } else {
      setProblem(problem)
    }
  }

  const submit = async () => {
    if (isPending) return
    setIsPending(true)
    setProblem(null)
    setErrors({})
    try {
      const request = requestOf(step, values, personId)
      const issues = await check(request)
      if (issues.length > 0) return refuse(issues)
      setHappened(null)
      await take(page.version, request as StepRequest) // the schema, here or on the server, has the last word
      keepUnsent(key, null)
      onDone()
    } catch (error) {
      await fail(error).catch((again) => setProblem(problemOf(again)))
    } finally {
      setIsPending(false)
    }
  }
  return { values, errors, attempt, problem, happened, isPending, set, submit }
}
