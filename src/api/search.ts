import { z } from 'zod'
import { type Access, logAccess } from '../db/access-log.ts'
import { takeSearch } from '../db/rate-limits.ts'
import { findReferrals } from '../db/search.ts'
import { groundForUnit, groundInUnit, type SearchKind } from '../domain/access.ts'
import { dayOf } from '../domain/calendar.ts'
import { caseworkUnitIds, type Viewer } from '../domain/organisation.ts'
import { router, viewerProcedure } from './trpc.ts'

const longest = 100

/** That somebody searched is a line also where nothing was found: what kind of term it was, and never the term. */
function searchItself(viewer: Viewer, searchedFor: SearchKind): Access {
  const [unitId = null] = caseworkUnitIds(viewer)
  const ground = unitId ? groundInUnit(viewer, unitId) : 'group'
  return { referralId: null, unitId, door: 'search', ground, isProtected: false, searchedFor }
}

export const searchRouter = router({
  /** A mutation, so that what is searched for travels in a body: never in an address, a log or a history. */
  find: viewerProcedure
    .input(z.strictObject({ text: z.string().trim().min(1, 'required').max(longest, 'too-long') }))
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer, now } = ctx
      const unitIds = caseworkUnitIds(viewer)
      // The count goes down the wire together with the search; past the limit nothing of what was found is told.
      const [found] = await Promise.all([
        findReferrals(tx, input.text, unitIds, dayOf(now).toString()),
        takeSearch(tx, viewer.personId, now),
      ])
      const door = 'search' as const
      const shown = found.hits.map(({ id, unitId, side, isProtected }) => {
        const ground = side === 'receiver' ? groundInUnit(viewer, unitId) : groundForUnit(viewer, unitId, 'sender_unit')
        return { referralId: id, unitId, door, ground, isProtected }
      })
      logAccess(tx, viewer, now, [searchItself(viewer, found.searchedFor), ...shown])
      return { hits: found.hits.map(({ id: _, unitId: __, ...hit }) => hit), more: found.more }
    }),
})
