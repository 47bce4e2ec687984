import { TRPCClientError } from '@trpc/client'
import type { Refusal } from '../../domain/errors.ts'
import type { Words } from '../words/sv.ts'

/** What went wrong with a call, in the only kinds that a page needs to tell apart. */
export type Problem =
  | { kind: 'offline' }
  | { kind: 'session-ended' }
  | { kind: 'stale' }
  | { kind: 'refused'; refusal: Refusal; field?: string }
  | { kind: 'invalid'; issues: Issue[] }
  | { kind: 'unavailable' }
  | { kind: 'too-large' }
  | { kind: 'too-many' }
  | { kind: 'fault'; incident?: string }

/** A field at fault. `problem` is a code: a key of `words.errors.problems`, or of the page's own words. */
export interface Issue {
  path: string
  problem: string
}

interface ErrorData {
  code?: string
  httpStatus?: number
  refusal?: Refusal
  field?: string
  issues?: Issue[]
  incident?: string
}

/** The proxies before the service answer in plain text, so their status is read from the response itself. */
function statusOf(error: TRPCClientError<never>, data: ErrorData): number | undefined {
  const response = error.meta?.response
  return data.httpStatus ?? (response instanceof Response ? response.status : undefined)
}

export function problemOf(error: unknown): Problem {
  if (!(error instanceof TRPCClientError)) return { kind: 'fault' }
  const data: ErrorData = error.data ?? {}
  const status = statusOf(error, data)
  if (status === undefined) return { kind: 'offline' }
  if (data.code === 'UNAUTHORIZED' || status === 401) return { kind: 'session-ended' }
  if (data.refusal === 'stale-version') return { kind: 'stale' }
  if (data.refusal) return { kind: 'refused', refusal: data.refusal, field: data.field }
  if (data.code === 'CONFLICT' || status === 409) return { kind: 'stale' }
  if (status === 404) return { kind: 'refused', refusal: 'not-found' }
  if (data.issues) return { kind: 'invalid', issues: data.issues }
  if (status === 413) return { kind: 'too-large' }
  if (status === 429) return { kind: 'too-many' }
  if (status === 502 || status === 503 || status === 504) return { kind: 'unavailable' }
  return { kind: 'fault', incident: data.incident }
}

/** Worth asking again without anyone doing anything. */
export function isPassing(error: unknown): boolean {
  const { kind } = problemOf(error)
  return kind === 'offline' || kind === 'unavailable'
}

/** The sentence for an alert beside the form. */
export function sentenceFor(problem: Problem, words: Words): string {
  const { errors, shell } = words
  switch (problem.kind) {
    case 'offline':
      return errors.offline
    case 'session-ended':
      return errors.sessionEnded
    case 'stale':
      return errors.stale
    case 'refused':
      return refusedSentence(problem.refusal, words)
    case 'invalid':
      return errors.invalid
    case 'unavailable':
      return errors.unavailable
    case 'too-large':
      return errors.tooLarge
    case 'too-many':
      return errors.tooMany
    case 'fault':
      return problem.incident ? `${errors.fault} ${shell.fault.incident(problem.incident)}` : errors.fault
  }
}

/** The sentences of refusals come after the shell: whoever is refused before they are here is told in general. */
function refusedSentence(refusal: Refusal, words: Words): string {
  try {
    return words.refusals[refusal]
  } catch {
    return words.errors.refused
  }
}

/** The sentence for one field at fault. */
export function sentenceForIssue({ problem }: Issue, { errors }: Words): string {
  const known: Record<string, string> = errors.problems
  return known[problem] ?? errors.problems.invalid
}
