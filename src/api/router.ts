import { absencesRouter } from './absences.ts'
import { administrationLogRouter } from './administration-log.ts'
import { childNotesRouter } from './child-notes.ts'
import { draftsRouter } from './drafts.ts'
import { emergencyRouter } from './emergency.ts'
import { extractsRouter } from './extracts.ts'
import { flagsRouter } from './flags.ts'
import { identityProviderRouter } from './identity-provider.ts'
import { liveRouter } from './live.ts'
import { mailRouter } from './mail.ts'
import { noticesRouter } from './notices.ts'
import { peopleRouter } from './people.ts'
import { peopleImportRouter } from './people-import.ts'
import { protectedPersonsRouter } from './protected-persons.ts'
import { referralsRouter } from './referrals.ts'
import { reviewsRouter } from './reviews.ts'
import { routingRouter } from './routing.ts'
import { searchRouter } from './search.ts'
import { sessionRouter } from './session.ts'
import { statisticsRouter } from './statistics.ts'
import { router } from './trpc.ts'
import { unitsRouter } from './units.ts'

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
  identityProvider: identityProviderRouter,
  reviews: reviewsRouter,
  extracts: extractsRouter,
  live: liveRouter,
  people: peopleRouter,
  peopleImport: peopleImportRouter,
  absences: absencesRouter,
  administrationLog: administrationLogRouter,
  units: unitsRouter,
  routing: routingRouter,
})

/** The one type of the server that the web imports. */
export type AppRouter = typeof appRouter
