import type { Context, MiddlewareHandler } from 'hono'
import type { Temporal } from 'temporal-polyfill'
import { TooManyRequests } from '../domain/errors.ts'
import { type LimitedDoor, limitsByAddress, type RateWindow, refuseOver, takeOne } from '../domain/rate-limits.ts'
import { refusal } from './refusal.ts'

/** What each address has taken of late, on this server. In memory: a flood is to stop before it costs a statement. */
export interface AddressLimits {
  /** Refuses (`TooManyRequests`) past the address's limit. */
  take(address: string, door: LimitedDoor, now: Temporal.Instant): void
}

/** Many addresses cost no more memory, and no more time, than so many. */
const mostAddresses = 20_000

export function openAddressLimits(): AddressLimits {
  const windows = { search: new Map<string, RateWindow>(), 'sign-in': new Map<string, RateWindow>() }
  return {
    take(address, door, now) {
      const limit = limitsByAddress[door]
      const known = windows[door]
      const window = takeOne(known.get(address), limit, now)
      if (window.taken === 1) {
        known.delete(address) // so that the map's first is always the window that was opened first
        const [oldest] = known.keys()
        if (known.size >= mostAddresses && oldest !== undefined) known.delete(oldest)
      }
      known.set(address, window)
      refuseOver(door, window, limit, now)
    },
  }
}

const limitedPaths: Record<string, LimitedDoor> = { 'search.find': 'search', 'session.signInDemo': 'sign-in' }

/** A call may be one of many in one address, and be written in more ways than one. */
function doorsOf(path: string): LimitedDoor[] {
  if (/^\/auth\/\d{4}(\/callback)?$/.test(path)) return ['sign-in']
  if (!path.startsWith('/trpc/')) return []
  const called = path.slice('/trpc/'.length)
  const plain = called.includes('%') ? decoded(called) : called
  return plain.split(',').flatMap((name) => (Object.hasOwn(limitedPaths, name) ? (limitedPaths[name] ?? []) : []))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return '' // no procedure is called so
  }
}

export interface AddressOptions {
  limits: AddressLimits
  /** Where the request comes from, as whoever runs the service trusts it to be told. */
  addressOf(http: Context): string | null
}

/** 429 with `Retry-After`, before anything is read, where an address asks too often. */
export function limitedByAddress(
  { limits, addressOf }: AddressOptions,
  clock: () => Temporal.Instant,
  log: (entry: Record<string, string | number>) => void,
): MiddlewareHandler {
  return async (http, next) => {
    const doors = doorsOf(http.req.path)
    const address = doors.length > 0 ? addressOf(http) : null
    if (address === null) return next()
    try {
      for (const door of doors) limits.take(address, door, clock())
    } catch (error) {
      if (!(error instanceof TooManyRequests)) throw error
      log({ event: 'too-many-requests', door: error.door, by: 'address' })
      return refusal('TOO_MANY_REQUESTS', 429, { 'retry-after': String(error.seconds) })
    }
    return next()
  }
}
