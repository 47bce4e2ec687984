import { lockStaff } from '../db/staff.ts'
import { DomainError } from '../domain/errors.ts'
import { partsFor } from '../domain/organisation.ts'
import { viewerProcedure } from './trpc.ts'

/** For those who keep the organisation; refuses (`not-permitted`) everybody else. */
export const administratorProcedure = viewerProcedure.use(({ ctx, next }) => {
  if (!partsFor(ctx.viewer).administer) throw new DomainError('not-permitted', 'only administrators')
  return next()
})

/** For what changes people and their roles: one administrator of the municipality at a time. */
export const changingStaff = administratorProcedure.use(async ({ ctx, next }) => {
  await lockStaff(ctx.tx, ctx.viewer.municipalityId)
  return next()
})
