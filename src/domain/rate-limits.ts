import { Temporal } from 'temporal-polyfill'
import { TooManyRequests } from './errors.ts'

/** So many times within so many seconds from the first; after that, no more until the seconds have passed. */
export interface RateLimit {
  most: number
  seconds: number
}

/** What is limited: that which goes through people's names, and that which opens a session. */
export type LimitedDoor = 'search' | 'sign-in'

/** Far above what anyone does by hand on the busiest of days, far below what it takes to walk through a register. */
export const limitsByPerson: Record<LimitedDoor, RateLimit> = {
  search: { most: 120, seconds: 300 },
  'sign-in': { most: 30, seconds: 300 },
}

/** A municipality's whole staff may share one address, so these stop floods and no more. */
export const limitsByAddress: Record<LimitedDoor, RateLimit> = {
  search: { most: 1_500, seconds: 300 },
  'sign-in': { most: 600, seconds: 300 },
}

/** What has been taken since the window was opened. */
export interface RateWindow {
  openedAt: Temporal.Instant
  taken: number
}

function closesAt({ openedAt }: RateWindow, { seconds }: RateLimit): Temporal.Instant {
  return openedAt.add({ seconds })
}

export function isOver(window: RateWindow, limit: RateLimit, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, closesAt(window, limit)) >= 0
}

/** The window with one more taken: the same, or a new one where that was over. */
export function takeOne(window: RateWindow | undefined, limit: RateLimit, now: Temporal.Instant): RateWindow {
  if (!window || isOver(window, limit, now)) return { openedAt: now, taken: 1 }
  return { openedAt: window.openedAt, taken: window.taken + 1 }
}

/** Whole seconds, at least one, until the window that has had too many taken is over; 0 where it has not. */
export function secondsToWait(window: RateWindow, limit: RateLimit, now: Temporal.Instant): number {
  if (window.taken <= limit.most) return 0
  return Math.max(1, Math.ceil(now.until(closesAt(window, limit)).total('seconds')))
}

/** Refuses (`TooManyRequests`) when more has been taken than the limit has. */
export function refuseOver(door: LimitedDoor, window: RateWindow, limit: RateLimit, now: Temporal.Instant): void {
  const seconds = secondsToWait(window, limit, now)
  if (seconds > 0) throw new TooManyRequests(door, seconds)
}
