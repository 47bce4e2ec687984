import { z } from 'zod'
import { logAccess } from '../db/access-log.ts'
import type { Tx } from '../db/database.ts'
import { listUnits } from '../db/organisation.ts'
import { inheritedProtection } from '../db/protection.ts'
import { saveSending } from '../db/sending.ts'
import { countSent, getSentFile, listSent, sentViews } from '../db/sent.ts'
import { getSubmission } from '../db/submissions.ts'
import { addSupplement, requestFeedback } from '../db/supplements.ts'
import { dayOf } from '../domain/calendar.ts'
import { discloseToSender } from '../domain/confidentiality.ts'
import { flagSchema } from '../domain/flag/flag.ts'
import { caseworkUnitIds, type Viewer } from '../domain/organisation.ts'
import { type NamedUnit, receiptOf } from '../domain/receipt.ts'
import type { Circumstances } from '../domain/referral.ts'
import { outOfHoursOf, receiverOf } from '../domain/routing.ts'
import { mayFlagFrom, sendingOf } from '../domain/sending.ts'
import { supplementSchema } from '../domain/step-request.ts'
import { referenceSchema } from './referrals.ts'
import { asViewer, type Context, publicProcedure, router, type ViewerContext, viewerProcedure } from './trpc.ts'

function contactOf(unit: NamedUnit) {
  return { unitId: unit.id, name: unit.name, phone: unit.phone }
}

export async function sentReferral(ctx: Context & ViewerContext, reference: string) {
  const file = await getSentFile(ctx.tx, reference, caseworkUnitIds(ctx.viewer))
  const { id, senderUnitId, ...disclosed } = file
  const { isProtected } = file
  const ground = file.sender.person.personId === ctx.viewer.personId ? 'sender' : 'sender_unit'
  logAccess(ctx.tx, ctx.viewer, ctx.now, [
    { referralId: id, unitId: senderUnitId, door: 'sent_referral', ground, isProtected },
  ])
  return discloseToSender(disclosed, ctx.now)
}

function circumstancesOf({ viewer, now }: { viewer: Viewer; now: Context['now'] }): Circumstances {
  return { viewer, now, today: dayOf(now), colleagueIds: [] }
}

async function tellReceiver(tx: Tx, ctx: Context & ViewerContext, reference: string): Promise<void> {
  const [row] = await tx.rows<{ unit: string }>(
    `select receiver_unit_id as unit from referrals where reference = $1 and not is_protected`,
    [reference],
  )
  if (row) ctx.afterCommit(() => ctx.changes.tell(row.unit))
}

/** For those that route: the municipality's units are read together with who asks. */
const amongUnits = publicProcedure.use(({ ctx, next }) =>
  asViewer(ctx, listUnits, ({ asked: units, ...added }) => next({ ctx: { ...added, units } })),
)

export const flagsRouter = router({
  /** Where the viewer may flag from, who receives it, and whom to phone first. */
  form: amongUnits.query(({ ctx }) => {
    const { units } = ctx
    const outOfHours = outOfHoursOf(units)
    const own = units.filter((unit) => mayFlagFrom(ctx.viewer, unit))
    return {
      today: dayOf(ctx.now).toString(),
      units: own.map((unit) => {
        const concern = units.find(({ id }) => id === receiverOf('A', unit, units).id) ?? unit
        const support = units.find(({ id }) => id === receiverOf('B', unit, units).id) ?? unit
        return {
          unitId: unit.id,
          name: unit.name,
          kind: unit.kind,
          sameBoard: unit.boardId === concern.boardId,
          supportSameBoard: unit.boardId === support.boardId,
          concernReceiver: contactOf(concern),
          supportReceiver: contactOf(support),
          outOfHours: outOfHours ? { name: outOfHours.name, phone: outOfHours.phone } : null,
        }
      }),
    }
  }),

  /** Makes one referral per child, once per key, however often it is called (DOMAIN §5). */
  send: amongUnits
    .input(z.strictObject({ key: z.uuid(), draftId: z.uuid().nullable(), flag: z.looseObject({}) }))
    .mutation(async ({ ctx, input }) => {
      const flag = flagSchema(dayOf(ctx.now).toString()).parse(input.flag)
      const { units } = ctx
      const inherited = await inheritedProtection(ctx.tx, ctx.viewer.municipalityId, flag)
      const sending = sendingOf(flag, ctx.viewer, units, ctx.now, inherited)
      const submission = await saveSending(ctx.tx, sending, ctx.viewer, {
        key: input.key,
        draftId: input.draftId,
        fingerprint: JSON.stringify(flag),
      })
      // That a protected family's referral has come is told to no open list (DOMAIN §8).
      const open = submission.referrals.filter(({ isProtected }) => !isProtected)
      const receivers = new Set(open.map(({ receiverUnitId }) => receiverUnitId))
      ctx.afterCommit(() => {
        for (const unitId of receivers) ctx.changes.tell(unitId)
      })
      return receiptOf(submission, units)
    }),

  receipt: viewerProcedure.input(z.strictObject({ submissionId: z.uuid() })).query(async ({ ctx, input }) => {
    const [submission, units] = await Promise.all([getSubmission(ctx.tx, input.submissionId), listUnits(ctx.tx)])
    const unitId = submission.senderUnitId
    const read = submission.referrals.map(
      ({ id, isProtected }) =>
        ({ referralId: id, unitId, door: 'receipt', ground: 'sender_unit', isProtected }) as const,
    )
    logAccess(ctx.tx, ctx.viewer, ctx.now, read)
    return receiptOf(submission, units)
  }),

  mine: viewerProcedure
    .input(
      z.strictObject({
        show: z.enum(sentViews).default('all'),
        mine: z.boolean().default(false),
        cursor: z.uuid().nullish(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const today = dayOf(ctx.now).toString()
      const request = {
        unitIds: caseworkUnitIds(ctx.viewer),
        personId: input.mine ? ctx.viewer.personId : null,
        now: ctx.now.toString(),
      }
      const [list, counts] = await Promise.all([
        listSent(ctx.tx, { ...request, view: input.show, today, cursor: input.cursor ?? null }),
        countSent(ctx.tx, request),
      ])
      return { ...list, counts, today }
    }),

  sent: viewerProcedure
    .input(z.strictObject({ reference: referenceSchema }))
    .query(({ ctx, input }) => sentReferral(ctx, input.reference)),

  supplement: viewerProcedure
    .input(supplementSchema.extend({ reference: referenceSchema, key: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      await addSupplement(ctx.tx, input, caseworkUnitIds(ctx.viewer), circumstancesOf(ctx))
      await tellReceiver(ctx.tx, ctx, input.reference)
      return sentReferral(ctx, input.reference)
    }),

  requestFeedback: viewerProcedure
    .input(z.strictObject({ reference: referenceSchema }))
    .mutation(async ({ ctx, input }) => {
      await requestFeedback(ctx.tx, input.reference, caseworkUnitIds(ctx.viewer), circumstancesOf(ctx))
      await tellReceiver(ctx.tx, ctx, input.reference)
      return sentReferral(ctx, input.reference)
    }),
})
