import type { Words } from '../../words/sv.ts'
import { type Problem, sentenceFor, sentenceForIssue } from '../problem.ts'

/** Each field at fault, by its path, with its sentence. */
export function fieldProblems(problem: Problem | null, words: Words): Record<string, string> {
  if (problem?.kind === 'invalid') {
    return Object.fromEntries(problem.issues.map((issue) => [issue.path, sentenceForIssue(issue, words)]))
  }
  if (problem?.kind === 'refused' && problem.field) return { [problem.field]: sentenceFor(problem, words) }
  return {}
}
