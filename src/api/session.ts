import { TRPCError } from '@trpc/server'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { findContact, listSignInPlaces } from '../db/identity-providers.ts'
import { countUnread } from '../db/notices.ts'
import { listDemoPeople, personExists } from '../db/organisation.ts'
import { endOwnSessions, findSessionOwner, listOwnSessions } from '../db/own-sessions.ts'
import { refuseManySignIns } from '../db/rate-limits.ts'
import { logSecurity } from '../db/security-log.ts'
import { endSession, enterAsViewer, saveLanguage, startSession } from '../db/sessions.ts'
import { dutyOf } from '../domain/break-glass.ts'
import { dayOf } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import { partsFor } from '../domain/organisation.ts'
import { type Context, publicProcedure, router } from './trpc.ts'

const demoProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.demo) throw new TRPCError({ code: 'NOT_FOUND' })
  return next()
})

interface Owner {
  tx: Tx
  personId: string
  municipalityId: string
  sessionId: string
}

/** As the service's own login, which alone may touch sessions: for the person whose live session asks. */
async function asOwner<T>({ database, sessionId, now }: Context, act: (owner: Owner) => Promise<T>): Promise<T> {
  if (!sessionId) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return database.transaction(async (tx) => {
    const owner = await findSessionOwner(tx, sessionId, now)
    if (!owner) throw new TRPCError({ code: 'UNAUTHORIZED' })
    return act({ tx, sessionId, ...owner })
  })
}

async function endAndLog(
  { tx, personId, municipalityId }: Owner,
  which: { id: string } | { allBut: string },
  now: Temporal.Instant,
): Promise<{ ended: number }> {
  const ended = await endOwnSessions(tx, personId, which, now)
  if (ended > 0) logSecurity(tx, now, { act: 'ended_elsewhere', municipalityId, personId })
  return { ended }
}

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

  demoPeople: demoProcedure.query(({ ctx }) =>
    ctx.database.transaction((tx) => listDemoPeople(tx, dayOf(ctx.now).toString())),
  ),

  signInDemo: demoProcedure.input(z.strictObject({ personId: z.uuid() })).mutation(async ({ ctx, input }) => {
    const { sessionId: former, now } = ctx
    const sessionId = await ctx.database.transaction(async (tx) => {
      if (!(await personExists(tx, input.personId))) throw new DomainError('not-found', 'no such person', 'personId')
      await refuseManySignIns(tx, input.personId, now)
      // A new id at every sign-in, and the old one ended: no session is carried from one person to the next.
      if (former) await endSession(tx, former, now)
      return startSession(tx, input.personId, now)
    })
    ctx.setSession(sessionId)
    return null
  }),

  /** Before anybody is signed in: the municipalities by name, and no more. */
  places: publicProcedure.query(({ ctx }) => ctx.database.transaction(listSignInPlaces)),

  /** Whom somebody asks who was not let in. */
  contact: publicProcedure.input(z.strictObject({ municipality: z.string().max(20) })).query(async ({ ctx, input }) => {
    const contact = await ctx.database.transaction((tx) => findContact(tx, input.municipality))
    if (!contact) throw new DomainError('not-found', 'no such municipality', 'municipality')
    return contact
  }),

  /** One's own live sign-ins. */
  mine: publicProcedure.query(({ ctx }) =>
    asOwner(ctx, ({ tx, personId, sessionId }) => listOwnSessions(tx, personId, sessionId, ctx.now)),
  ),

  end: publicProcedure
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => asOwner(ctx, (owner) => endAndLog(owner, { id: input.id }, ctx.now))),

  endOthers: publicProcedure.mutation(({ ctx }) =>
    asOwner(ctx, (owner) => endAndLog(owner, { allBut: owner.sessionId }, ctx.now)),
  ),

  setLanguage: publicProcedure
    .input(z.strictObject({ language: z.enum(['sv', 'en']) }))
    .mutation(async ({ ctx, input }) => {
      const { sessionId, now } = ctx
      const isSaved =
        sessionId && (await ctx.database.transaction((tx) => saveLanguage(tx, sessionId, input.language, now)))
      if (!isSaved) throw new TRPCError({ code: 'UNAUTHORIZED' })
      return null
    }),
})
