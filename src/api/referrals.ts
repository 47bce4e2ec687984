import { z } from 'zod'
import { logAccess } from '../db/access-log.ts'
import type { Tx } from '../db/database.ts'
import { countInbox, inboxViews, listInbox } from '../db/inbox.ts'
import { getReferralFile } from '../db/referral-page.ts'
import { saveChange } from '../db/referrals.ts'
import { saveTransfer } from '../db/transfers.ts'
import { dayOf } from '../domain/calendar.ts'
import {
  assignableTo,
  discloseToReceiver,
  groundOf,
  type PersonLabel,
  type ReferralFile,
  type ReferralPage,
} from '../domain/confidentiality.ts'
import { isDay } from '../domain/day.ts'
import { DomainError } from '../domain/errors.ts'
import { type Circumstances, stepsOpenTo, takeStep } from '../domain/referral.ts'
import { stepRequestSchema } from '../domain/step-request.ts'
import { asViewer, type Context, publicProcedure, router, type ViewerContext } from './trpc.ts'

export const referenceSchema = z.string().regex(/^BL-\d{4}-\d{6,9}$/, 'malformed')

const cursorPattern = /^(\d{4}-\d{2}-\d{2}|infinity)\|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const cursorSchema = z
  .string()
  .regex(cursorPattern, 'malformed')
  .refine((cursor) => cursor.startsWith('infinity') || isDay(cursor.slice(0, 10)), 'malformed')

function circumstancesOf({ viewer, now }: Acting, colleagues: PersonLabel[] = []): Circumstances {
  return { viewer, now, today: dayOf(now), colleagueIds: colleagues.map(({ personId }) => personId) }
}

/** The answer that every procedure here ends with: logged, and through `disclose`. */
function disclosed({ tx, viewer, now }: Acting, file: ReferralFile): ReferralPage {
  const { id: referralId, receiverUnitId: unitId, isProtected } = file.referral
  const ground = groundOf(file, viewer, now)
  const read = [{ referralId, unitId, door: 'referral' as const, ground, isProtected }]
  const alsoShown = file.related.map((other) => ({
    referralId: other.id,
    unitId,
    door: 'related' as const,
    ground,
    isProtected: other.isProtected,
  }))
  logAccess(tx, viewer, now, [...read, ...alsoShown])
  return discloseToReceiver(file, viewer, now)
}

type Acting = Context & ViewerContext

/** Of two who open at once one receives, and both see the page. */
function unlessStale(error: unknown): void {
  if (!(error instanceof DomainError && error.refusal === 'stale-version')) throw error
}

/** That a protected referral has changed is told to no open list: those who see it ask for themselves (DOMAIN §8). */
function tellLists(ctx: Acting, { referral }: ReferralFile, unitId = referral.receiverUnitId): void {
  if (!referral.isProtected) ctx.afterCommit(() => ctx.changes.tell(unitId))
}

const fileOf = ({ reference }: { reference: string }, { now }: Context) => {
  const today = dayOf(now).toString()
  return (tx: Tx) => getReferralFile(tx, reference, today)
}

export const referralsRouter = router({
  inbox: publicProcedure
    .input(
      z.strictObject({
        unitId: z.uuid(),
        show: z.enum(inboxViews).default('open'),
        cursor: cursorSchema.nullish(),
      }),
    )
    .use(({ ctx, input, next }) => {
      const { unitId, show: view, cursor = null } = input
      const today = dayOf(ctx.now).toString()
      return asViewer(
        ctx,
        (tx) => listInbox(tx, { unitId, view, today, cursor }),
        ({ asked: list }) => next({ ctx: { list, today } }),
      )
    })
    .query(({ ctx }) => ({ ...ctx.list, today: ctx.today })),

  counts: publicProcedure
    .input(z.strictObject({ unitId: z.uuid() }))
    .use(({ ctx, input, next }) =>
      asViewer(
        ctx,
        (tx) => countInbox(tx, input.unitId, dayOf(ctx.now).toString()),
        ({ asked: counts }) => next({ ctx: { counts } }),
      ),
    )
    .query(({ ctx }) => ctx.counts),

  /** Opening is receiving: the first of the child unit to open it receives it, and the sender is told. */
  open: publicProcedure
    .input(z.strictObject({ reference: referenceSchema }))
    .use(({ ctx, input, next }) => asViewer(ctx, fileOf(input, ctx), (added) => next({ ctx: added })))
    .mutation(async ({ ctx, input }) => {
      const { tx, asked: file } = ctx
      const inEmergency = groundOf(file, ctx.viewer, ctx.now) === 'break_glass'
      if (inEmergency || !stepsOpenTo(file.referral, ctx.viewer).includes('receive')) return disclosed(ctx, file)

      const change = takeStep(file.referral, { step: 'receive' }, circumstancesOf(ctx))
      await saveChange(tx, change, file.history).catch(unlessStale)
      tellLists(ctx, file)
      return disclosed(ctx, await fileOf(input, ctx)(tx))
    }),

  /** Asked before the page is printed: what leaves on paper is a line of the log. */
  print: publicProcedure
    .input(z.strictObject({ reference: referenceSchema }))
    .use(({ ctx, input, next }) => asViewer(ctx, fileOf(input, ctx), (added) => next({ ctx: added })))
    .mutation(({ ctx }) => {
      const { tx, viewer, now, asked: file } = ctx
      const { id: referralId, receiverUnitId: unitId, isProtected } = file.referral
      const ground = groundOf(file, viewer, now)
      logAccess(tx, viewer, now, [{ referralId, unitId, door: 'print', ground, isProtected }])
      return null
    }),

  /** One step of the child unit's. `version` is the page's: whoever was second is told so, and nothing is stored. */
  takeStep: publicProcedure
    .input(z.strictObject({ reference: referenceSchema, version: z.int().min(1), request: stepRequestSchema }))
    .use(({ ctx, input, next }) => asViewer(ctx, fileOf(input, ctx), (added) => next({ ctx: added })))
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer, now, asked: file } = ctx
      const { version, request } = input
      if (file.referral.version !== version) throw new DomainError('stale-version', 'someone else was first')

      if (groundOf(file, viewer, now) === 'break_glass') {
        throw new DomainError('not-permitted', 'what is opened in an emergency is read, and not worked with')
      }
      const change = takeStep(file.referral, request, circumstancesOf(ctx, assignableTo(file, now)))
      await saveChange(tx, change, file.history)
      if (request.step === 'transfer' && request.toUnitId) {
        const receiverUnitId = request.toUnitId
        await saveTransfer(tx, file, receiverUnitId, viewer, now)
        tellLists(ctx, file, receiverUnitId)
      }
      tellLists(ctx, file)
      return disclosed(ctx, await fileOf(input, ctx)(tx))
    }),
})
