import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { countUnread } from '../db/notices.ts'
import { listDemoPeople, personExists } from '../db/organisation.ts'
import { endSession, enterAsViewer, saveLanguage, startSession } from '../db/sessions.ts'
import { dutyOf } from '../domain/break-glass.ts'
import { DomainError } from '../domain/errors.ts'
import { partsFor } from '../domain/organisation.ts'
import { publicProcedure, router, viewerProcedure } from './trpc.ts'

const demoProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.demo) throw new TRPCError({ code: 'NOT_FOUND' })
  return next()
})

export const sessionRouter = router({
  /** Null when nobody is signed in, so that the page may ask without an error. */
  me: publicProcedure.query(async ({ ctx }) => {
    const { sessionId } = ctx
    if (!sessionId) return null
    return ctx.database.transaction(async (tx) => {
      const entered = await enterAsViewer(tx, sessionId, ctx.now, !ctx.background)
      if (!entered) return null
      const { viewer, language } = entered
      return {
        personId: viewer.personId,
        name: viewer.name,
        qualified: viewer.qualified,
        memberships: viewer.memberships,
        language,
        demo: ctx.demo,
        unreadNotices: await countUnread(tx),
        can: { ...partsFor(viewer), breakGlass: dutyOf(viewer) !== null },
      }
    })
  }),

  demoPeople: demoProcedure.query(({ ctx }) => ctx.database.transaction(listDemoPeople)),

  signInDemo: demoProcedure.input(z.strictObject({ personId: z.uuid() })).mutation(async ({ ctx, input }) => {
    const { sessionId: former, now } = ctx
    const sessionId = await ctx.database.transaction(async (tx) => {
      if (!(await personExists(tx, input.personId))) throw new DomainError('not-found', 'no such person', 'personId')
      // A new id at every sign-in, and the old one ended: no session is carried from one person to the next.
      if (former) await endSession(tx, former, now)
      return startSession(tx, input.personId, now)
    })
    ctx.setSession(sessionId)
    return null
  }),

  signOut: publicProcedure.mutation(async ({ ctx }) => {
    const { sessionId, now } = ctx
    if (sessionId) await ctx.database.transaction((tx) => endSession(tx, sessionId, now))
    ctx.setSession(null)
    return null
  }),

  setLanguage: viewerProcedure
    .input(z.strictObject({ language: z.enum(['sv', 'en']) }))
    .mutation(async ({ ctx, input }) => {
      await saveLanguage(ctx.tx, ctx.viewer.personId, input.language)
      return null
    }),
})
