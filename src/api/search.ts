import { z } from 'zod'
import { logAccess } from '../db/access-log.ts'
import { takeSearch } from '../db/rate-limits.ts'
import { findReferrals } from '../db/search.ts'
import { groundForUnit } from '../domain/access.ts'
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
      // The count goes down the wire together with the search; past the limit nothing of what was found is told.
      const [found] = await Promise.all([
        findReferrals(tx, input.text, caseworkUnitIds(viewer), dayOf(now).toString()),
        takeSearch(tx, viewer.personId, now),
      ])
      const shown = found.hits.map(({ id, side, unitId }) => ({
        referralId: id,
        unitId: null,
        door: 'search' as const,
        ground: groundForUnit(viewer, unitId, side === 'receiver' ? 'group' : 'sender_unit'),
      }))
      logAccess(tx, viewer, now, shown)
      return { hits: found.hits.map(({ id: _, unitId: __, ...hit }) => hit), more: found.more }
    }),
})
