import { z } from 'zod'
import { listAdministration } from '../db/administration-log.ts'
import { administratorProcedure } from './administrator.ts'
import { router } from './trpc.ts'

export const administrationLogRouter = router({
  /** Who changed what in the organisation, newest first. */
  list: administratorProcedure
    .input(z.strictObject({ cursor: z.uuid().nullish() }))
    .query(({ ctx, input }) => listAdministration(ctx.tx, input.cursor ?? null)),
})
