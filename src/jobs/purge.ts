import type { Temporal } from 'temporal-polyfill'
import { becomeWorker, type Database } from '../db/database.ts'
import { purgeDrafts } from '../db/drafts.ts'
import { purgeSessions } from '../db/sessions.ts'
import { purgeUsedTokens } from '../db/sign-ins.ts'

/** Drafts that were never sent, after 30 days. Returns how many went. */
export function purgeOldDrafts(database: Database, now: Temporal.Instant): Promise<number> {
  return database.transaction(async (tx) => {
    await becomeWorker(tx)
    return purgeDrafts(tx, now)
  })
}

/** Sessions that nobody can enter any more. As the service's own login: no other role may touch a session. */
export function purgeOldSessions(database: Database, now: Temporal.Instant): Promise<number> {
  return database.transaction((tx) => purgeSessions(tx, now))
}

/** What was shown once, and would not be taken any more anyway. */
export function purgeOldTokens(database: Database, now: Temporal.Instant): Promise<number> {
  return database.transaction((tx) => purgeUsedTokens(tx, now))
}
