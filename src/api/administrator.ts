import { DomainError } from '../domain/errors.ts'
import { viewerProcedure } from './trpc.ts'

/** For those who keep the organisation. The row policies hold the same: this says it in words instead of a fault. */
export const administratorProcedure = viewerProcedure.use(({ ctx, next }) => {
  if (!ctx.viewer.memberships.some(({ role }) => role === 'administrator')) {
    throw new DomainError('not-permitted', 'the organisation is kept by its administrator')
  }
  return next()
})
