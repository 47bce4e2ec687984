import type { MiddlewareHandler } from 'hono'
import { refusal } from './refusal.ts'

/** A request for another name than ours (DNS rebinding, a poisoned link) is not answered. The operator's probe is. */
export function onlyOwnHost(isOwnHost: (host: string) => boolean): MiddlewareHandler {
  return async (http, next) => {
    const host = http.req.header('host') ?? new URL(http.req.url).host
    return isOwnHost(host) || http.req.path === '/health' ? next() : refusal('MISDIRECTED_REQUEST', 421)
  }
}

/**
 * A browser says from where it asks, in a way that no script can change: only our own pages are answered with data. One
 * that does not say must, to change anything, come from our address, and send JSON, which no form of another site can.
 */
export function onlyOwnSite(origin: string): MiddlewareHandler {
  return async (http, next) => {
    const site = http.req.header('sec-fetch-site')
    const isOurs = site === undefined ? isHarmless(http.req.raw, origin) : site === 'same-origin' || site === 'none'
    return isOurs ? next() : refusal('FORBIDDEN', 403)
  }
}

function isHarmless({ method, headers }: Request, ours: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  const origin = headers.get('origin')
  if (origin !== null) return origin === ours
  return /^application\/json\b/i.test(headers.get('content-type') ?? '') || hasNoBody(headers)
}

function hasNoBody(headers: Headers): boolean {
  return headers.get('content-type') === null && (headers.get('content-length') ?? '0') === '0'
}

/** Stricter: what a bare form elsewhere could send must say that it comes from a page of ours. */
export function onlyOwnPages(origin: string): MiddlewareHandler {
  return async (http, next) => (http.req.header('origin') === origin ? next() : refusal('FORBIDDEN', 403))
}
