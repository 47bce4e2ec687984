import { z } from 'zod'
import { addAbsence, getAbsence, getAbsentee, listAbsences, listAbsencesIn, saveAbsenceEnd } from '../db/absences.ts'
import { logAdministration } from '../db/administration-log.ts'
import { newId } from '../db/ids.ts'
import { lockStaff } from '../db/staff.ts'
import { refuseForeignAbsence } from '../domain/absence.ts'
import { dayOf } from '../domain/calendar.ts'
import { managedUnits } from '../domain/organisation.ts'
import { endedOn, isWithdrawn, refuseOverlap, refuseReversed } from '../domain/staff.ts'
import { type Context, router, type ViewerContext, viewerProcedure } from './trpc.ts'

const day = z.iso.date('date-impossible')

/** Who is away and for how long, never why. While it lasts the referrals of the absent are their group's. */
export const absencesRouter = router({
  /** One's own, and for a manager those of the people in the units. */
  list: viewerProcedure.query(async ({ ctx }) => {
    const { tx, viewer } = ctx
    const today = dayOf(ctx.now).toString()
    const unitIds = managedUnits(viewer).map(({ unitId }) => unitId)
    const [own, colleagues] = await Promise.all([
      listAbsences(tx, viewer.personId),
      unitIds.length === 0 ? [] : listAbsencesIn(tx, unitIds, today),
    ])
    return { today, own, colleagues: colleagues.filter(({ personId }) => personId !== viewer.personId) }
  }),

  add: viewerProcedure
    .input(z.strictObject({ personId: z.uuid(), from: day, until: day.nullable() }))
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer, now } = ctx
      const person = await absenteeOf(ctx, input.personId)
      const absence = { id: newId(now), ...input }
      refuseReversed(absence)
      refuseOverlap(absence, await listAbsences(tx, input.personId))
      await addAbsence(tx, viewer.municipalityId, absence)
      const { from, until } = input
      logAdministration(tx, viewer, now, {
        act: 'absence_added',
        subject: { id: person.personId, name: person.name },
        changes: { from: { from: null, to: from }, until: { from: null, to: until } },
      })
      ctx.afterCommit(() => person.unitIds.forEach((unitId) => void ctx.changes.tell(unitId)))
      return null
    }),

  /** `until` becomes the last day; the day before the first withdraws it. */
  end: viewerProcedure.input(z.strictObject({ absenceId: z.uuid(), until: day })).mutation(async ({ ctx, input }) => {
    const { tx, viewer, now } = ctx
    const { personId } = await getAbsence(tx, input.absenceId)
    const person = await absenteeOf(ctx, personId)
    const absences = await listAbsences(tx, personId)
    const held = await getAbsence(tx, input.absenceId)
    const until = endedOn(held, input.until)
    const ended = { ...held, until }
    if (!isWithdrawn(ended)) {
      refuseOverlap(
        ended,
        absences.filter(({ id }) => id !== held.id),
      )
    }
    await saveAbsenceEnd(tx, held.id, until)
    logAdministration(tx, viewer, now, {
      act: 'absence_ended',
      subject: { id: person.personId, name: person.name },
      changes: { until: { from: held.until, to: until } },
    })
    ctx.afterCommit(() => person.unitIds.forEach((unitId) => void ctx.changes.tell(unitId)))
    return null
  }),
})

/** Whose absence it is, once nobody else of the municipality changes staff. */
async function absenteeOf(ctx: Context & ViewerContext, personId: string) {
  await lockStaff(ctx.tx, ctx.viewer.municipalityId)
  const person = await getAbsentee(ctx.tx, personId, dayOf(ctx.now).toString())
  refuseForeignAbsence(ctx.viewer, person)
  return person
}
