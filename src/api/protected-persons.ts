import { z } from 'zod'
import { newId } from '../db/ids.ts'
import { alarm, asWorker, endNaming, listManagers, saveNamings } from '../db/protected-access.ts'
import { getMarkable, listProtectedReads, listProtectedWork, listStaff } from '../db/protected-work.ts'
import { markFamily } from '../db/protection.ts'
import { dayOf } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import { managedUnits } from '../domain/organisation.ts'
import { isProtected, protectionLevels } from '../domain/person.ts'
import { accessUntil, roleForChange } from '../domain/protection.ts'
import { toldSources } from '../domain/protection-sources.ts'
import { referenceSchema } from './referrals.ts'
import { router, type ViewerContext, viewerProcedure } from './trpc.ts'

const text = z.string().trim().max(1000, 'too-long')
const required = text.min(1, 'required')

function managedIds({ viewer }: Pick<ViewerContext, 'viewer'>): string[] {
  return managedUnits(viewer).map(({ unitId }) => unitId)
}

/** For managers; to everybody else there is nothing here. */
const managerProcedure = viewerProcedure.use(({ ctx, next }) => {
  const unitIds = managedIds(ctx)
  if (unitIds.length === 0) throw new DomainError('not-permitted', 'naming is for the manager of the unit')
  return next({ ctx: { unitIds } })
})

export const protectedPersonsRouter = router({
  /** What waits for a name and what has one, without a word of whom it is about; and whom there is to name. */
  work: managerProcedure.query(async ({ ctx }) => {
    const { tx, unitIds, now, viewer } = ctx
    const [rows, staff] = [await listProtectedWork(tx, unitIds, now), await listStaff(tx, unitIds)]
    return {
      rows,
      staff,
      today: dayOf(now).toString(),
      units: managedUnits(viewer).map(({ unitId, unitName }) => ({ unitId, unitName })),
    }
  }),

  /** Every read of the unit's protected referrals: who, in which role, when, through which door, on what ground. */
  reads: managerProcedure
    .input(z.strictObject({ cursor: z.uuid().nullish() }))
    .query(({ ctx, input }) => listProtectedReads(ctx.tx, input.cursor ?? null)),

  /** Names somebody of the unit for a referral, with a reason and a last day. Oneself too: it is written down alike. */
  name: managerProcedure
    .input(
      z.strictObject({
        reference: referenceSchema,
        unitId: z.uuid(),
        personId: z.uuid('required'),
        until: z.iso.date('date-impossible'),
        reason: required,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer, now, unitIds } = ctx
      const { reference, unitId, personId, reason } = input
      const referral = await getMarkable(tx, reference, unitIds)
      if (!isProtected(referral.level) || ![referral.receiverUnitId, referral.senderUnitId].includes(unitId)) {
        throw new DomainError('not-found', 'no such referral')
      }
      const staff = await listStaff(tx, [unitId])
      const staffIds = staff.map((person) => person.personId)
      const until = accessUntil({ unitId, personId, untilDay: input.until }, { viewer, staffIds, now })
      const naming = { referralId: referral.id, unitId, personId, givenBy: viewer.personId, reason }
      await saveNamings(tx, [{ ...naming, startsAt: now.toString(), until: until.toString() }], now)
      if (personId !== viewer.personId) {
        const told = [{ personId, kind: 'protected_named' as const, referralId: referral.id, reference }]
        await asWorker(tx, () => alarm(tx, told, newId(now), now))
      }
      return null
    }),

  /** Ends somebody's access now. */
  end: managerProcedure.input(z.strictObject({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
    if (!(await endNaming(ctx.tx, input.id, ctx.viewer.personId, ctx.now))) {
      throw new DomainError('not-found', 'no such access')
    }
    return null
  }),

  /**
   * Marks the family's referrals as protected, at another level, or no longer: all of them, whoever sent them. What
   * reveals is taken out of what was sent, and only that it was is kept.
   */
  mark: viewerProcedure
    .input(
      z.strictObject({
        reference: referenceSchema,
        level: z.enum(protectionLevels, 'required'),
        source: z.enum(toldSources, 'required'),
        reason: text.default(''),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer, now } = ctx
      const { reference, level, source, reason } = input
      const referral = await getMarkable(tx, reference, managedIds(ctx))
      roleForChange(referral, level, reason, viewer)
      const keys = { groups: [referral.familyGroupId], children: referral.childIndex ? [referral.childIndex] : [] }
      const actor = { personId: viewer.personId, unitId: referral.receiverUnitId }
      const marking = { level, source, reason: reason || null, at: now, actor }
      const changed = await asWorker(tx, () => markFamily(tx, keys, marking, { exactly: true, except: [] }))
      if (!isProtected(level) || isProtected(referral.level)) return { changed: changed.length }

      const managers = await listManagers(tx, [...new Set(changed.map(({ receiverUnitId }) => receiverUnitId))])
      const told = changed.flatMap(({ id, reference: of, receiverUnitId }) =>
        managers
          .filter(({ unitId }) => unitId === receiverUnitId)
          .map(({ personId }) => ({ personId, kind: 'protected_waiting' as const, referralId: id, reference: of })),
      )
      await asWorker(tx, () => alarm(tx, told, newId(now), now))
      return { changed: changed.length }
    }),
})
