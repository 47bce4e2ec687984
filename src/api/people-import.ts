import { z } from 'zod'
import { logAdministration } from '../db/administration-log.ts'
import { listUnits } from '../db/organisation.ts'
import { applyImport } from '../db/people-import.ts'
import { readAllStaff } from '../db/staff.ts'
import { dayOf } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import { type ImportPlan, importBytes, planImport, sumsOf } from '../domain/people-import.ts'
import { administratorProcedure, changingStaff } from './administrator.ts'
import { readPeopleCsv } from './people-csv.ts'
import { type Context, router, type ViewerContext } from './trpc.ts'

const file = { text: z.string().min(1, 'required').max(importBytes, 'too-long') }

async function planOf({ tx, viewer, now }: Context & ViewerContext, text: string): Promise<ImportPlan> {
  const [staff, units] = await Promise.all([readAllStaff(tx, viewer.municipalityId), listUnits(tx)])
  const { lines, problems } = readPeopleCsv(text)
  const plan = planImport(lines, { staff, units, today: dayOf(now).toString(), actorId: viewer.personId })
  return { ...plan, problems: [...problems, ...plan.problems].sort((a, b) => a.line - b.line) }
}

/** Of all that the plan would change, before and after: another state or another file gives another. */
async function fingerprintOf({ people }: ImportPlan): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(people))
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}

/** What the page shows of a plan: people with something to change, and all problems. */
function shown({ people, problems }: ImportPlan) {
  const touched = people.filter(
    ({ changes, given, ended }) => Object.keys(changes).length + given.length + ended.length > 0,
  )
  return {
    sums: sumsOf(people),
    problems: problems.slice(0, mostProblems),
    moreProblems: Math.max(0, problems.length - mostProblems),
    people: touched.map(({ line, personId, name, changes, given, ended }) => ({
      line,
      isNew: personId === null,
      name,
      changes,
      given: given.map(({ unitName, role, from, until }) => ({ unitName, role, from, until })),
      ended: ended.map(({ unitName, role, until }) => ({ unitName, role, until })),
    })),
  }
}

/** As many as a person can go through; the rest show when these are mended. */
const mostProblems = 200

export const peopleImportRouter = router({
  /** What the file would change. Changes nothing. A mutation, so that the people in it travel in a body. */
  preview: administratorProcedure.input(z.strictObject(file)).mutation(async ({ ctx, input }) => {
    const plan = await planOf(ctx, input.text)
    return { ...shown(plan), fingerprint: plan.problems.length > 0 ? null : await fingerprintOf(plan) }
  }),

  /**
   * Applies exactly what was previewed, all or nothing. Refuses (`import-outdated`) when the file or what it would
   * change is no longer that.
   */
  carryOut: changingStaff
    .input(z.strictObject({ ...file, fingerprint: z.string().regex(/^[0-9a-f]{64}$/, 'malformed') }))
    .mutation(async ({ ctx, input }) => {
      const plan = await planOf(ctx, input.text)
      if (plan.problems.length > 0 || (await fingerprintOf(plan)) !== input.fingerprint) {
        throw new DomainError('import-outdated', 'it would no longer change what was previewed')
      }
      const sums = sumsOf(plan.people)
      const { tx, viewer, now } = ctx
      await applyImport(tx, viewer, plan, now)
      logAdministration(tx, viewer, now, {
        act: 'people_imported',
        subject: { id: viewer.municipalityId, name: '' },
        changes: Object.fromEntries(Object.entries(sums).map(([sum, count]) => [sum, { from: null, to: count }])),
      })
      return sums
    }),
})
