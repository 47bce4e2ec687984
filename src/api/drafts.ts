import { z } from 'zod'
import { instantOf } from '../db/database.ts'
import { getDraft, listDrafts, removeDraft, saveDraft } from '../db/drafts.ts'
import { draftIsOverdue } from '../domain/clocks.ts'
import { draftSchema } from '../domain/flag/draft.ts'
import { router, viewerProcedure } from './trpc.ts'

const byId = z.strictObject({ id: z.uuid() })

export const draftsRouter = router({
  list: viewerProcedure.query(async ({ ctx }) =>
    (await listDrafts(ctx.tx)).map(({ id, openedAt, savedAt, content }) => ({
      id,
      openedAt,
      savedAt,
      overdue: draftIsOverdue(instantOf(openedAt), ctx.now),
      clientName: content.client?.name?.trim() || null,
      children: content.children?.length ?? 0,
    })),
  ),

  get: viewerProcedure.input(byId).query(async ({ ctx, input }) => {
    const draft = await getDraft(ctx.tx, input.id)
    return { ...draft, overdue: draftIsOverdue(instantOf(draft.openedAt), ctx.now) }
  }),

  save: viewerProcedure
    .input(z.strictObject({ id: z.uuid(), version: z.int().min(0), content: draftSchema }))
    .mutation(({ ctx, input }) => saveDraft(ctx.tx, input, ctx.viewer.personId, ctx.now)),

  remove: viewerProcedure.input(byId).mutation(async ({ ctx, input }) => {
    await removeDraft(ctx.tx, input.id)
    return null
  }),
})
