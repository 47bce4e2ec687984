import { z } from 'zod'
import { logAccess } from '../db/access-log.ts'
import { listReadsOfChild } from '../db/extracts.ts'
import { getReferralFile } from '../db/referral-page.ts'
import { groundForReading } from '../domain/access.ts'
import { dayOf } from '../domain/calendar.ts'
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
    const { referral, child, receiver } = await getReferralFile(tx, input.reference, today)
    const { id: referralId, receiverUnitId: unitId } = referral
    if (rolesIn(viewer, unitId).length === 0) throw new DomainError('not-permitted', 'not a unit of the viewer’s')
    const reads = await listReadsOfChild(tx, referralId)
    logAccess(tx, viewer, now, [{ referralId, unitId, door: 'extract', ground: groundForReading(referral, viewer) }])
    return { reference: referral.reference, child: labelOf(child, today), receiver, today, reads }
  }),
})
