import { z } from 'zod'
import { isDay } from './day.ts'
import { type FieldProblem, limits } from './flag/fields.ts'
import type { Hours, OpeningHours, weekdays } from './opening-hours.ts'
import { unitKinds } from './organisation.ts'
import type { District, RoutingRule } from './routing.ts'

/** What an administrator asks for, checked field by field. Messages are field problems, which the page words. */

const problem = (code: FieldProblem) => code
const mostExceptions = 100
const mostRules = 100
const mostDistricts = 200
const oldest = 130

const name = z.string().trim().min(1, problem('required')).max(limits.name, problem('too-long'))
const phonePattern = /^[+0-9][0-9 ()-]{3,}$/

const hours: z.ZodType<Hours | null> = z
  .strictObject({
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, problem('malformed')),
    to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, problem('malformed')),
  })
  .refine(({ from, to }) => from < to, { message: problem('malformed'), path: ['to'] })
  .nullable()

const week = z.strictObject({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
} satisfies Record<(typeof weekdays)[number], typeof hours>)

const openingHours: z.ZodType<OpeningHours> = z.strictObject({
  week,
  holidays: hours,
  exceptions: z
    .array(z.strictObject({ day: z.string().refine(isDay, problem('date-impossible')), hours }))
    .max(mostExceptions, problem('too-many'))
    .superRefine((exceptions, { addIssue }) => {
      for (const [place, { day }] of exceptions.entries()) {
        if (exceptions.findIndex((other) => other.day === day) < place) {
          addIssue({ code: 'custom', message: problem('repeated'), path: [place, 'day'] })
        }
      }
    }),
})

/** What can be changed of a unit. Its kind and board cannot: the law's tracks and borders are read from them. */
export const unitFields = {
  name,
  publicName: z
    .string()
    .trim()
    .max(limits.name, problem('too-long'))
    .nullable()
    .transform((typed) => typed || null),
  phone: z
    .string()
    .trim()
    .min(1, problem('required'))
    .max(limits.name, problem('too-long'))
    .regex(phonePattern, problem('malformed')),
  mailbox: z
    .string()
    .trim()
    .min(1, problem('required'))
    .max(limits.short, problem('too-long'))
    .pipe(z.email(problem('malformed'))),
  openingHours: openingHours.nullable(),
}
const unitDetails = z.strictObject(unitFields)
export type UnitDetails = z.output<typeof unitDetails>

export const newUnitSchema = z.strictObject({ ...unitFields, boardId: z.uuid(), kind: z.enum(unitKinds) })
export const boardSchema = z.strictObject({ name })

const years = z.int().min(0, problem('age-impossible')).max(oldest, problem('age-impossible')).nullable()
const code = z.string().trim().min(1, problem('required')).max(limits.short, problem('too-long'))

const rule: z.ZodType<RoutingRule> = z.strictObject({
  id: z.uuid(),
  receiverId: z.uuid(),
  track: z.enum(['A', 'B']).nullable(),
  acute: z.boolean().nullable(),
  district: code.nullable(),
  ageFrom: years,
  ageTo: years,
})
const district: z.ZodType<District> = z.strictObject({ code, name })

export const routingSchema = z.strictObject({
  version: z.int().min(0),
  districts: z.array(district).max(mostDistricts, problem('too-many')),
  rules: z.array(rule).max(mostRules, problem('too-many')),
})
export const routedSchema = z.strictObject({
  track: z.enum(['A', 'B']),
  acute: z.boolean(),
  age: years,
  district: code.nullable(),
})
