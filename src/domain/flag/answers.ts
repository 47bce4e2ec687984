/** One answer at a time, as zod types whose messages are field problems. Blank text is no answer. */

import { z } from 'zod'
import { isDay } from '../day.ts'
import { readIdentityNumber } from '../identity-number.ts'
import { answers, type FieldProblem, limits } from './fields.ts'

/** Held to the union of codes, for zod itself takes any message. */
export function problem(code: FieldProblem): FieldProblem {
  return code
}

/** How every type speaks: absent is `required`, another shape is `malformed`. */
export const told = {
  error: ({ input }: { input?: unknown }): FieldProblem =>
    input === undefined || input === null ? 'required' : 'malformed',
}

export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, told)
}

export function block<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape, told)
}

export const tick = z.boolean(told).optional()
export const answer = choice(answers).optional()

export function text(longest: number) {
  return z
    .string(told)
    .trim()
    .max(longest, problem('too-long'))
    .transform((typed) => typed || undefined)
    .optional()
}

export function requiredText(longest: number) {
  return z.string(told).trim().min(1, problem('required')).max(longest, problem('too-long'))
}

/** A day that exists, and of which `wrongWith` has nothing to say. */
export function day(wrongWith: (day: string) => FieldProblem | undefined) {
  return z
    .string(told)
    .trim()
    .transform((typed, { addIssue }) => {
      if (typed === '') return undefined
      const wrong = isDay(typed) ? wrongWith(typed) : 'date-impossible'
      if (wrong) addIssue(wrong)
      return typed
    })
    .optional()
}

/** Any accepted way of writing a number, to twelve digits; null when there is none. */
export function identityNumber(today: string) {
  return z
    .string(told)
    .max(limits.short, problem('identity-length'))
    .nullish()
    .transform((typed, { addIssue }): string | null => {
      if (!typed?.trim()) return null
      const read = readIdentityNumber(typed, today)
      if (read.ok) return read.number
      addIssue(problem(`identity-${read.problem}`))
      return typed
    })
}
