import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { enterAsViewer } from '../db/sessions.ts'
import { caseworkUnitIds, unitIdsOf } from '../domain/organisation.ts'
import { publicProcedure, router } from './trpc.ts'

export const liveRouter = router({
  /** Says that the unit's list may have changed, never what. No transaction is held while it waits. */
  changes: publicProcedure.input(z.strictObject({ unitId: z.uuid() })).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    const { sessionId } = ctx
    const entered = sessionId
      ? await ctx.database.transaction((tx) => enterAsViewer(tx, sessionId, ctx.now, false))
      : null
    if (!entered) throw new TRPCError({ code: 'UNAUTHORIZED' })
    if (!caseworkUnitIds(entered.viewer).includes(input.unitId)) throw new TRPCError({ code: 'NOT_FOUND' })
    if (!signal) return
    const own = entered.viewer.memberships.find(({ unitId }) => unitId === input.unitId)
    const heard = own ? unitIdsOf(own) : [input.unitId]
    for await (const _ of ctx.changes.listen(heard, signal)) yield {}
  }),
})
