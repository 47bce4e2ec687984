import { z } from 'zod'
import { logAccess } from '../db/access-log.ts'
import { findReferrals } from '../db/search.ts'
import { dayOf } from '../domain/calendar.ts'
import { caseworkUnitIds } from '../domain/organisation.ts'
import { router, viewerProcedure } from './trpc.ts'

const longest = 100

export const searchRouter = router({
  /** A mutation, so that what is searched for travels in a body: never in an address, a log or a history. */
  find: viewerProcedure
    .input(z.strictObject({ text: z.string().trim().min(1, 'required').max(longest, 'too-long') }))
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer, now } = ctx
      const found = await findReferrals(tx, input.text, caseworkUnitIds(viewer), dayOf(now).toString())
      const shown = found.hits.map(({ id, side, isProtected }) => ({
        referralId: id,
        unitId: null,
        door: 'search' as const,
        isProtected,
        ground: side === 'receiver' ? ('group' as const) : ('sender_unit' as const),
      }))
      logAccess(tx, viewer, now, shown)
      return { hits: found.hits.map(({ id: _, ...hit }) => hit), more: found.more }
    }),
})
