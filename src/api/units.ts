import { z } from 'zod'
import { addBoard, changeBoard, listBoards } from '../db/boards.ts'
import { closeUnit, remainingIn, splitUnit } from '../db/reorganisation.ts'
import { addUnit, changeUnit, getUnitPast, listKeptUnits } from '../db/units.ts'
import { dayOf } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import { limits } from '../domain/flag/fields.ts'
import { maySucceed, needsSuccessor } from '../domain/reorganisation.ts'
import { boardSchema, newUnitSchema, unitFields } from '../domain/unit-request.ts'
import { administratorProcedure } from './administrator.ts'
import { router } from './trpc.ts'

const version = z.int().min(1)
const mostMembers = 500

/** The organisation as its administrator keeps it: boards and units, never a case. */
export const unitsRouter = router({
  list: administratorProcedure.query(async ({ ctx }) => {
    const [boards, units] = await Promise.all([listBoards(ctx.tx), listKeptUnits(ctx.tx)])
    return { boards, units }
  }),

  /** One unit, who works in it, what it was called, and who could take over. */
  open: administratorProcedure.input(z.strictObject({ id: z.uuid() })).query(async ({ ctx, input }) => {
    const today = dayOf(ctx.now).toString()
    const [units, past] = await Promise.all([listKeptUnits(ctx.tx), getUnitPast(ctx.tx, input.id, today)])
    const unit = units.find(({ id }) => id === input.id)
    if (!unit) throw new DomainError('not-found', 'no such unit')
    return {
      unit,
      ...past,
      successors: units.filter((other) => maySucceed(other, unit)).map(({ id, name }) => ({ id, name })),
      needsSuccessor: needsSuccessor(unit, await remainingIn(ctx.tx, unit.id, today)),
    }
  }),

  addBoard: administratorProcedure
    .input(boardSchema)
    .mutation(async ({ ctx, input }) => ({ id: await addBoard(ctx.tx, input.name, ctx.viewer, ctx.now) })),

  changeBoard: administratorProcedure
    .input(boardSchema.extend({ id: z.uuid(), version }))
    .mutation(async ({ ctx, input }) => {
      await changeBoard(ctx.tx, input, ctx.viewer, ctx.now)
      return null
    }),

  add: administratorProcedure
    .input(newUnitSchema)
    .mutation(async ({ ctx, input }) => ({ id: await addUnit(ctx.tx, input, ctx.viewer, ctx.now) })),

  change: administratorProcedure
    .input(z.strictObject({ ...unitFields, id: z.uuid(), version }))
    .mutation(async ({ ctx, input }) => {
      await changeUnit(ctx.tx, input, ctx.viewer, ctx.now)
      return null
    }),

  /** With a successor it is a merger: people, work, rules and waiting letters follow in the same transaction. */
  close: administratorProcedure
    .input(z.strictObject({ id: z.uuid(), version, successorId: z.uuid().nullable() }))
    .mutation(async ({ ctx, input }) => {
      await closeUnit(ctx.tx, input, ctx.viewer, ctx.now)
      return null
    }),

  split: administratorProcedure
    .input(
      z.strictObject({
        id: z.uuid(),
        version,
        details: z.strictObject(unitFields),
        personIds: z.array(z.uuid()).max(mostMembers, 'too-many'),
        ruleIds: z.array(z.uuid()).max(limits.short, 'too-many'),
        work: z.enum(['stays', 'follows']),
      }),
    )
    .mutation(async ({ ctx, input }) => ({ id: await splitUnit(ctx.tx, input, ctx.viewer, ctx.now) })),
})
