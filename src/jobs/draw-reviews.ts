import type { Temporal } from 'temporal-polyfill'
import { becomeArchivist, type Database } from '../db/database.ts'
import { drawReview, listUndrawn } from '../db/review-drawing.ts'

/** Of one round; what is left waits for the next. */
const most = 50

/**
 * Draws the reviews of the months that have ended, each unit's in a transaction of its own; and of months that were
 * missed. Returns how many.
 */
export async function drawReviews(database: Database, now: Temporal.Instant, signal?: AbortSignal): Promise<number> {
  const undrawn = await database.transaction(async (tx) => {
    await becomeArchivist(tx)
    return listUndrawn(tx, now, most)
  })
  let drawn = 0
  for (const unitMonth of undrawn) {
    if (signal?.aborted) break
    await database.transaction(async (tx) => {
      await becomeArchivist(tx)
      await drawReview(tx, unitMonth, now)
    })
    drawn += 1
  }
  return drawn
}
