import { z } from 'zod'
import { listChildNotes, markAskedAgain } from '../db/child-notes.ts'
import { dayOf } from '../domain/calendar.ts'
import { router, viewerProcedure } from './trpc.ts'

export const childNotesRouter = router({
  list: viewerProcedure.query(async ({ ctx }) => {
    const today = dayOf(ctx.now).toString()
    return (await listChildNotes(ctx.tx, today)).map((note) => ({ ...note, today }))
  }),

  markAsked: viewerProcedure.input(z.strictObject({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
    await markAskedAgain(ctx.tx, input.id, ctx.now)
    return null
  }),
})
