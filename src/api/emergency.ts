import { z } from 'zod'
import { logAccess } from '../db/access-log.ts'
import type { Tx } from '../db/database.ts'
import {
  countLookups,
  endEmergency,
  type Found,
  findAnywhere,
  getLookup,
  listEmergencies,
  type Question,
  saveEmergency,
  saveLookup,
} from '../db/emergency.ts'
import { alarm, asWorker, listManagers } from '../db/protected-access.ts'
import {
  lookupsPerHour,
  mayBreakGlassFor,
  mustBeOnDuty,
  refuseTooMany,
  refuseWithinReach,
} from '../domain/break-glass.ts'
import { dayOf } from '../domain/calendar.ts'
import { emergencyReasons } from '../domain/emergency-reasons.ts'
import { DomainError } from '../domain/errors.ts'
import { readIdentityNumber } from '../domain/identity-number.ts'
import type { Viewer } from '../domain/organisation.ts'
import { referenceSchema } from './referrals.ts'
import { router, viewerProcedure } from './trpc.ts'

/** A reference as it is written, or a number that is one. Refuses all else: nobody is looked for by name here. */
function askedBy(asked: string, today: string): Question['by'] {
  const reference = referenceSchema.safeParse(asked.toUpperCase())
  if (reference.success) return { reference: reference.data }
  const number = readIdentityNumber(asked, today)
  if (number.ok) return { identityNumber: number.number }
  throw new DomainError('not-found', 'neither a reference nor an identity number', 'asked')
}

/** What the viewer may be told that there is, of all that the question finds. */
async function findFor(tx: Tx, viewer: Viewer, by: Question['by']): Promise<Found[]> {
  const found = await findAnywhere(tx, viewer.municipalityId, by)
  return found.filter((one) => mayBreakGlassFor(one, viewer))
}

export const emergencyRouter = router({
  /**
   * Whether there is something by that reference or child's number, once the reason is given: references, and no more.
   * Five an hour; the fifth is told to the manager, and the sixth is refused.
   */
  find: viewerProcedure
    .input(
      z.strictObject({
        reason: z.enum(emergencyReasons, 'required'),
        why: z.string().trim().min(1, 'required').max(1000, 'too-long'),
        asked: z.string().trim().min(1, 'required').max(40, 'too-long'),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer, now } = ctx
      const duty = mustBeOnDuty(viewer)
      const by = askedBy(input.asked, dayOf(now).toString())
      const before = await countLookups(tx, viewer.personId, now)
      refuseTooMany(before)
      const { unitId } = duty
      const lookupId = await saveLookup(tx, { ...input, by }, { personId: viewer.personId, unitId }, now)
      const found = await findFor(tx, viewer, by)
      const log = { unitId, door: 'emergency', ground: 'break_glass' } as const
      const looked = found.map(({ id }) => ({ ...log, referralId: id, isProtected: false }))
      logAccess(tx, viewer, now, looked.length > 0 ? looked : [{ ...log, referralId: null, isProtected: false }])
      if (before + 1 === lookupsPerHour) {
        const managers = await listManagers(tx, [unitId])
        const told = managers.map(({ personId }) => {
          return { personId, kind: 'emergency_lookups' as const, referralId: lookupId, reference: '' }
        })
        await asWorker(tx, () => alarm(tx, told, lookupId, now))
      }
      return { lookupId, references: found.map(({ reference }) => reference), left: lookupsPerHour - before - 1 }
    }),

  /** Opens one referral that the question found, for four hours. Both managers are told in the same transaction. */
  open: viewerProcedure
    .input(z.strictObject({ lookupId: z.uuid(), reference: referenceSchema }))
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer, now } = ctx
      mustBeOnDuty(viewer)
      const { unitId, reason, why, by } = await getLookup(tx, input.lookupId, viewer.personId, now)
      const found = (await findFor(tx, viewer, by)).find(({ reference }) => reference === input.reference)
      if (!found) throw new DomainError('not-found', 'no such referral')
      refuseWithinReach(found, viewer)
      const managers = await listManagers(tx, [unitId, found.receiverUnitId])
      const of = { lookupId: input.lookupId, personId: viewer.personId, unitId, reason, why }
      return asWorker(tx, async () => {
        const opened = await saveEmergency(tx, found, of, now)
        const told = [...new Set(managers.map(({ personId }) => personId))].map((personId) => {
          return { personId, kind: 'emergency_opened' as const, referralId: found.id, reference: found.reference }
        })
        await alarm(tx, told, opened.id, now)
        return { reference: found.reference, until: opened.until }
      })
    }),

  /** One's own, live and past; and for a manager what others have opened of the unit's, or from it. */
  list: viewerProcedure.query(async ({ ctx }) => ({
    now: ctx.now.toString(),
    rows: await listEmergencies(ctx.tx, ctx.viewer.personId),
  })),

  /** Ends it before its time: by whoever opened it, or by either manager. */
  end: viewerProcedure.input(z.strictObject({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
    if (!(await endEmergency(ctx.tx, input.id, ctx.now))) throw new DomainError('not-found', 'no such access')
    return null
  }),
})
