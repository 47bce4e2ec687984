import { z } from 'zod'
import { logAccess } from '../db/access-log.ts'
import { listReadsOfChild } from '../db/extracts.ts'
import { getReferralFile } from '../db/referral-page.ts'
import { dayOf } from '../domain/calendar.ts'
import { groundOf } from '../domain/confidentiality.ts'
import { DomainError } from '../domain/errors.ts'
import { rolesIn } from '../domain/organisation.ts'
import { labelOf } from '../domain/stored-child.ts'
import { referenceSchema } from './referrals.ts'
import { router, viewerProcedure } from './trpc.ts'

export const extractsRouter = router({
  /**
   * Who has read about the child, for the one whom it is about (GDPR 15): made by the unit that has the referral, and
   * itself a read. A mutation, as it is logged. Refuses (`not-permitted`) who does not work with cases in the unit.
   */
  make: viewerProcedure.input(z.strictObject({ reference: referenceSchema })).mutation(async ({ ctx, input }) => {
    const { tx, viewer, now } = ctx
    const today = dayOf(now).toString()
    const file = await getReferralFile(tx, input.reference, today)
    const { referral, child, receiver } = file
    const { id: referralId, receiverUnitId: unitId, isProtected } = referral
    if (rolesIn(viewer, unitId).length === 0) throw new DomainError('not-permitted', 'not a unit of the viewer’s')
    const reads = await listReadsOfChild(tx, referralId)
    const ground = groundOf(file, viewer, now)
    logAccess(tx, viewer, now, [{ referralId, unitId, door: 'extract', ground, isProtected }])
    return { reference: referral.reference, child: labelOf(child, today), receiver, today, reads }
  }),
})
