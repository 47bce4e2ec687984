import { DomainError } from '../domain/errors.ts'
import { router, viewerProcedure } from './trpc.ts'

export const mailRouter = router({
  /** The letters that the demo keeps instead of sending. Absent wherever mail is really sent. */
  kept: viewerProcedure.query(({ ctx }) => {
    if (!ctx.demo || !ctx.keptMail) throw new DomainError('not-found', 'mail is sent, not kept')
    return ctx.keptMail.letters().map(({ messageId, ...letter }) => ({ id: messageId, ...letter }))
  }),
})
