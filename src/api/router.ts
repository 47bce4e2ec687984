import { childNotesRouter } from './child-notes.ts'
import { draftsRouter } from './drafts.ts'
import { emergencyRouter } from './emergency.ts'
import { flagsRouter } from './flags.ts'
import { liveRouter } from './live.ts'
import { mailRouter } from './mail.ts'
import { noticesRouter } from './notices.ts'
import { protectedPersonsRouter } from './protected-persons.ts'
import { referralsRouter } from './referrals.ts'
import { searchRouter } from './search.ts'
import { sessionRouter } from './session.ts'
import { statisticsRouter } from './statistics.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  session: sessionRouter,
  drafts: draftsRouter,
  flags: flagsRouter,
  childNotes: childNotesRouter,
  referrals: referralsRouter,
  search: searchRouter,
  notices: noticesRouter,
  protectedPersons: protectedPersonsRouter,
  emergency: emergencyRouter,
  mail: mailRouter,
  statistics: statisticsRouter,
  live: liveRouter,
})

/** The one type of the server that the web imports. */
export type AppRouter = typeof appRouter
