import { z } from 'zod'
import { listNotices, markNoticesRead } from '../db/notices.ts'
import { findSideOf } from '../db/sides.ts'
import { DomainError } from '../domain/errors.ts'
import type { NoticeKind } from '../domain/notices.ts'
import { caseworkUnitIds } from '../domain/organisation.ts'
import { router, viewerProcedure } from './trpc.ts'

/** Which part of the service a notice leads to; where nothing is said, to the sender's. */
const sides: Partial<Record<NoticeKind, 'receiver' | 'protected' | 'emergency' | 'reader'>> = {
  assigned: 'receiver',
  supplemented: 'receiver',
  feedback_requested: 'receiver',
  new_referral: 'receiver',
  protected_named: 'receiver',
  protected_waiting: 'protected',
  emergency_opened: 'emergency',
  emergency_lookups: 'emergency',
  read_asked_about: 'reader',
}

export const noticesRouter = router({
  list: viewerProcedure.input(z.strictObject({ cursor: z.uuid().nullish() })).query(async ({ ctx, input }) => {
    const { rows, next } = await listNotices(ctx.tx, input.cursor ?? null)
    const withSide = rows.map((row) => ({
      ...row,
      side: sides[row.kind] ?? ('sender' as const),
    }))
    return { rows: withSide, next }
  }),

  markRead: viewerProcedure
    .input(z.strictObject({ ids: z.union([z.array(z.uuid()).max(100, 'too-many'), z.literal('all')]) }))
    .mutation(async ({ ctx, input }) => {
      await markNoticesRead(ctx.tx, input.ids, ctx.now)
      return null
    }),

  /** Where the link of a letter leads for this viewer: the letter itself says nothing, not even which side. */
  target: viewerProcedure.input(z.strictObject({ referralId: z.uuid() })).query(async ({ ctx, input }) => {
    const target = await findSideOf(ctx.tx, input.referralId, caseworkUnitIds(ctx.viewer))
    if (!target) throw new DomainError('not-found', 'no such referral')
    return target
  }),
})
