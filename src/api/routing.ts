import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { logAdministration } from '../db/administration-log.ts'
import { listUnits } from '../db/organisation.ts'
import { getRouting, saveRouting } from '../db/routing.ts'
import { changesBetween } from '../domain/administration.ts'
import { dayOf, instantOfWall } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import { receptionOf, refuseUnfitRouting } from '../domain/routing.ts'
import { routedSchema, routingSchema } from '../domain/unit-request.ts'
import { administratorProcedure } from './administrator.ts'
import { router } from './trpc.ts'

const wallTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'malformed')
  .refine(isWallTime, 'date-impossible')

function isWallTime(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text)
    return true
  } catch {
    return false
  }
}

/** A municipality's rules for who receives. */
export const routingRouter = router({
  get: administratorProcedure.query(async ({ ctx }) => {
    const [routing, units] = await Promise.all([getRouting(ctx.tx), listUnits(ctx.tx)])
    return {
      ...routing,
      units: units.map(({ id, name, kind, closedAt }) => ({ id, name, kind, closedAt })),
      today: dayOf(ctx.now).toString(),
    }
  }),

  /** A new version, in force for what is sent from now on. Refuses rules that never decide, and a hole. */
  save: administratorProcedure.input(routingSchema).mutation(async ({ ctx, input }) => {
    const { tx, viewer, now } = ctx
    const [before, units] = await Promise.all([getRouting(tx), listUnits(tx)])
    if (before.version !== input.version) throw new DomainError('stale-version', 'the rules were changed meanwhile')
    refuseUnfitRouting(input, units)
    const saved = await saveRouting(tx, input, viewer, now)
    const { districts, rules } = saved
    logAdministration(tx, viewer, now, {
      act: 'routing_changed',
      subject: { id: viewer.municipalityId, name: String(saved.version) },
      changes: changesBetween({ districts: before.districts, rules: before.rules }, { districts, rules }),
    })
    return saved
  }),

  /** Who would receive under rules that need not be saved, at an hour that need not have come. */
  tryOut: administratorProcedure
    .input(
      z.strictObject({
        senderUnitId: z.uuid(),
        routed: routedSchema,
        at: wallTime,
        rules: routingSchema.shape.rules,
      }),
    )
    .query(async ({ ctx, input: { senderUnitId, routed, at, rules } }) => {
      const units = await listUnits(ctx.tx)
      const sender = units.find(({ id }) => id === senderUnitId)
      if (!sender) throw new DomainError('not-found', 'no such unit', 'senderUnitId')
      const { receiver, ruleId, isOpen, callNow, alsoTold } = receptionOf(
        routed,
        sender,
        units,
        { rules },
        instantOfWall(Temporal.PlainDateTime.from(at)),
      )
      return { receiver: receiver.name, ruleId, isOpen, callNow: callNow.name, alsoTold: alsoTold?.name ?? null }
    }),
})
