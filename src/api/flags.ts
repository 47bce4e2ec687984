import { z } from 'zod'
import { logAccess } from '../db/access-log.ts'
import type { Tx } from '../db/database.ts'
import { listUnits } from '../db/organisation.ts'
import { inheritedProtection } from '../db/protection.ts'
import { getRouting } from '../db/routing.ts'
import { saveSending } from '../db/sending.ts'
import { countSent, getSentFile, listSent, sentViews } from '../db/sent.ts'
import { getSubmission } from '../db/submissions.ts'
import { addSupplement, requestFeedback } from '../db/supplements.ts'
import { type AccessDoor, groundForUnit } from '../domain/access.ts'
import { dayOf } from '../domain/calendar.ts'
import { discloseToSender } from '../domain/confidentiality.ts'
import { DomainError } from '../domain/errors.ts'
import { limits } from '../domain/flag/fields.ts'
import { flagSchema } from '../domain/flag/flag.ts'
import { caseworkUnitIds, type Unit, type Viewer } from '../domain/organisation.ts'
import { type NamedUnit, receiptOf } from '../domain/receipt.ts'
import type { Circumstances } from '../domain/referral.ts'
import { asksForDistrict, outOfHoursOf, type Routed, receptionOf } from '../domain/routing.ts'
import { mayFlagFrom, type Receivers, sendingOf } from '../domain/sending.ts'
import { supplementSchema } from '../domain/step-request.ts'
import { referenceSchema } from './referrals.ts'
import { asViewer, type Context, publicProcedure, router, type ViewerContext, viewerProcedure } from './trpc.ts'

function contactOf(unit: Unit) {
  return { unitId: unit.id, name: unit.name, phone: unit.phone }
}

type SentFile = Awaited<ReturnType<typeof getSentFile>>

function logSentReferral({ tx, viewer, now }: Context & ViewerContext, file: SentFile, door: AccessDoor): void {
  const { id: referralId, senderUnitId: unitId, isProtected } = file
  const held = file.sender.person.personId === viewer.personId ? 'sender' : 'sender_unit'
  const ground = groundForUnit(viewer, unitId, held)
  logAccess(tx, viewer, now, [{ referralId, unitId, door, ground, isProtected }])
}

export async function sentReferral(ctx: Context & ViewerContext, reference: string) {
  const file = await getSentFile(ctx.tx, reference, caseworkUnitIds(ctx.viewer))
  logSentReferral(ctx, file, 'sent_referral')
  const { id: _, senderUnitId: __, ...disclosed } = file
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

async function listReceivers(tx: Tx): Promise<Receivers & { units: NamedUnit[] }> {
  const [units, routing] = await Promise.all([listUnits(tx), getRouting(tx)])
  return { units, routing }
}

/** For those that route: the municipality's units and rules are read together with who asks. */
const amongUnits = publicProcedure.use(({ ctx, next }) =>
  asViewer(ctx, listReceivers, ({ asked, ...added }) => next({ ctx: { ...added, ...asked } })),
)

/** As long as nothing is known of the child but the track. */
const ofTrack = (track: Routed['track']): Routed => ({ track, acute: false, age: null, district: null })

const oldest = 130
const routedChild = z.strictObject({
  track: z.enum(['A', 'B']),
  acute: z.boolean(),
  age: z.int().min(0).max(oldest).nullable(),
})

export const flagsRouter = router({
  /** Where the viewer may flag from, who receives it, and whom to phone first. */
  form: amongUnits.query(({ ctx }) => {
    const { units, routing, now } = ctx
    const outOfHours = outOfHoursOf(units)
    const own = units.filter((unit) => mayFlagFrom(ctx.viewer, unit)).sort((a, b) => a.name.localeCompare(b.name, 'sv'))
    return {
      today: dayOf(now).toString(),
      isRouted: routing.rules.length > 0,
      /** Asked for only where a rule looks at it. */
      districts: asksForDistrict(routing) ? routing.districts : [],
      units: own.map((unit) => {
        const { receiver: concern, isOpen } = receptionOf(ofTrack('A'), unit, units, routing, now)
        const { receiver: support } = receptionOf(ofTrack('B'), unit, units, routing, now)
        return {
          unitId: unit.id,
          name: unit.name,
          kind: unit.kind,
          sameBoard: unit.boardId === concern.boardId,
          supportSameBoard: unit.boardId === support.boardId,
          isOpen,
          concernReceiver: contactOf(concern),
          supportReceiver: contactOf(support),
          outOfHours: outOfHours ? { name: outOfHours.name, phone: outOfHours.phone } : null,
        }
      }),
    }
  }),

  /** Who would receive each child's flag if it were sent now, and who answers the telephone. Nothing is kept of it. */
  receivers: amongUnits
    .input(
      z.strictObject({
        senderUnitId: z.uuid(),
        district: z.string().max(limits.short, 'too-long').nullable(),
        children: z.array(routedChild).max(limits.children, 'too-many'),
      }),
    )
    .query(({ ctx, input: { senderUnitId, district, children } }) => {
      const { units, routing, now, viewer } = ctx
      const sender = units.find((unit) => unit.id === senderUnitId)
      if (!sender || !mayFlagFrom(viewer, sender)) {
        throw new DomainError('not-permitted', 'a flag is sent from an adult unit of one’s own', 'senderUnitId')
      }
      return children.map((child) => {
        const { receiver, callNow, isOpen } = receptionOf({ ...child, district }, sender, units, routing, now)
        return {
          receiver: contactOf(receiver),
          sameBoard: receiver.boardId === sender.boardId,
          isOpen,
          callNow: contactOf(callNow),
        }
      })
    }),

  /** Makes one referral per child, once per key, however often it is called (DOMAIN §5). */
  send: amongUnits
    .input(z.strictObject({ key: z.uuid(), draftId: z.uuid().nullable(), flag: z.looseObject({}) }))
    .mutation(async ({ ctx, input }) => {
      const flag = flagSchema(dayOf(ctx.now).toString()).parse(input.flag)
      const { units, routing } = ctx
      const inherited = await inheritedProtection(ctx.tx, ctx.viewer.municipalityId, flag)
      const sending = sendingOf(flag, ctx.viewer, { units, routing }, ctx.now, inherited)
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
    const ground = groundForUnit(ctx.viewer, unitId, 'sender_unit')
    const read = submission.referrals.map(
      ({ id, isProtected }) => ({ referralId: id, unitId, door: 'receipt', ground, isProtected }) as const,
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

  /** Asked before the page is printed: what leaves on paper is a line of the log. */
  print: viewerProcedure.input(z.strictObject({ reference: referenceSchema })).mutation(async ({ ctx, input }) => {
    const file = await getSentFile(ctx.tx, input.reference, caseworkUnitIds(ctx.viewer))
    logSentReferral(ctx, file, 'print')
    return null
  }),

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
