import { z } from 'zod'
import { listNotices, markNoticesRead } from '../db/notices.ts'
import { findSideOf } from '../db/sides.ts'
import { DomainError } from '../domain/errors.ts'
import type { NoticeKind } from '../domain/notices.ts'
import { caseworkUnitIds } from '../domain/organisation.ts'
import { router, viewerProcedure } from './trpc.ts'

const receiverKinds: readonly NoticeKind[] = ['assigned', 'supplemented', 'feedback_requested', 'new_referral']

/** Where it happened: on the child unit's side, the sender's, or in the review of what oneself has read. */
function sideOf(kind: NoticeKind): 'receiver' | 'sender' | 'reader' {
  if (kind === 'read_asked_about') return 'reader'
  return receiverKinds.includes(kind) ? 'receiver' : 'sender'
}

export const noticesRouter = router({
  list: viewerProcedure.input(z.strictObject({ cursor: z.uuid().nullish() })).query(async ({ ctx, input }) => {
    const { rows, next } = await listNotices(ctx.tx, input.cursor ?? null)
    const withSide = rows.map((row) => ({ ...row, side: sideOf(row.kind) }))
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
