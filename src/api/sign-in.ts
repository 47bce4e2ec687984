import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Temporal } from 'temporal-polyfill'
import { type Database, sqlStateOf } from '../db/database.ts'
import { findProviderByCode, findProviderById, type OpenedProvider } from '../db/identity-providers.ts'
import { refuseManySignIns } from '../db/rate-limits.ts'
import { logSecurity } from '../db/security-log.ts'
import { endSession, startSession } from '../db/sessions.ts'
import { attemptMinutes, keyedSid, openAttempt, recognise, sealAttempt, spendToken } from '../db/sign-ins.ts'
import { browserKindOf } from '../domain/browser-kind.ts'
import { TooManyRequests } from '../domain/errors.ts'
import { isAcrEnough, ownPath, type SignInFault, SignInRefused } from '../domain/sign-in.ts'
import { attemptCookie, sessionCookie, setAttemptCookie, setSessionCookie } from './cookies.ts'
import { openProvider, type ProviderAnswer } from './provider.ts'

export interface SignInOptions {
  database: Database
  clock(): Temporal.Instant
  /** The address that people use: where a provider sends them back, whatever the request says of its host. */
  origin: string
  log(entry: Record<string, string | number | null>): void
  /** Seconds to wait for a provider; tests are less patient. */
  patience?: number
}

/** Whom the refusal is written down about, as far as it is known. */
interface Refused {
  fault: SignInFault
  detail: string | null
  personId: string | null
  provider: OpenedProvider | null
}

/**
 * `GET /auth/:municipality` leads to its provider, which leads back to an address of that municipality's own: so what one
 * provider answered is never taken to another, who could use it (a mix-up). A fault is a page, never a 500.
 */
export function signInRoutes(options: SignInOptions): Hono {
  const { database, clock, origin, patience } = options
  const routes = new Hono()

  const toPage = (http: Context, fault: SignInFault, provider: OpenedProvider | null) => {
    const page = new URLSearchParams({ fel: fault, ...(provider ? { kommun: provider.municipalityCode } : {}) })
    return http.redirect(`/logga-in?${page}`, 303)
  }

  const refuse = async (http: Context, { fault, detail, personId, provider }: Refused) => {
    const municipalityId = provider?.municipalityId ?? null
    await database.transaction(async (tx) =>
      logSecurity(tx, clock(), { act: 'refused', municipalityId, personId, reason: fault, detail }),
    )
    return toPage(http, fault, provider)
  }

  /** Faults of the sign-in become a page; whatever else goes wrong is a page too, with its name in the operator's log. */
  const guarded = async (
    http: Context,
    work: (known: { provider: OpenedProvider | null }) => Promise<Response>,
  ): Promise<Response> => {
    const known = { provider: null as OpenedProvider | null }
    try {
      return await work(known).catch((error: unknown) => {
        if (!(error instanceof SignInRefused)) throw error
        const { fault, detail, personId } = error
        return refuse(http, { fault, detail, personId, provider: known.provider })
      })
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      options.log({ event: 'fault', incident: crypto.randomUUID(), name, sqlState: sqlStateOf(error) })
      return http.redirect('/logga-in?fel=fault', 303)
    }
  }

  const settle = async (http: Context, provider: OpenedProvider, answer: ProviderAnswer) => {
    const { claims, idToken, sid } = answer
    const now = clock()
    const former = getCookie(http, sessionCookie)
    const browser = browserKindOf(http.req.header('user-agent') ?? '')
    return database.transaction(async (tx) => {
      const { personId, mayEnter } = await recognise(tx, provider, claims, now)
      const event = { municipalityId: provider.municipalityId, personId }
      if (!mayEnter) {
        logSecurity(tx, now, { ...event, act: 'refused', reason: 'no-roles' })
        return null
      }
      await refuseManySignIns(tx, personId, now).catch((error: unknown) => {
        throw error instanceof TooManyRequests ? new SignInRefused('too-many', { personId }) : error
      })
      // A new id at every sign-in, and the old one ended: no session is carried from one person to the next.
      if (former) await endSession(tx, former, now)
      logSecurity(tx, now, { ...event, act: 'signed_in' })
      const session = { providerId: provider.id, sid: sid && keyedSid(tx, provider.id, sid), idToken }
      return startSession(tx, personId, now, { browser, provider: session })
    })
  }

  routes.get('/:municipality{[0-9]{4}}/callback', (http) =>
    guarded(http, async (known) => {
      const cookie = getCookie(http, attemptCookie)
      http.header('set-cookie', setAttemptCookie(null, 0), { append: true })
      const now = clock()
      const { search, searchParams } = new URL(http.req.url)
      const attempt = await database.transaction(async (tx) => {
        const opened = cookie ? openAttempt(tx, cookie, now) : null
        if (!opened || searchParams.get('state') !== opened.state) return null
        known.provider = await findProviderById(tx, opened.providerId)
        const until = now.add({ minutes: attemptMinutes })
        return (await spendToken(tx, 'sign-in', opened.state, until)) ? opened : null
      })
      const { provider: settings } = known
      const isItsOwn = settings?.municipalityCode === http.req.param('municipality')
      if (!attempt || !settings || !isItsOwn) throw new SignInRefused('no-attempt')
      const provider = await openProvider(settings, origin, patience)
      const answer = await provider.finish(
        new URL(`/auth/${settings.municipalityCode}/callback${search}`, origin),
        attempt,
      )
      if (!isAcrEnough(settings.acrValues, answer.acr)) throw new SignInRefused('acr-too-low')
      const sessionId = await settle(http, settings, answer)
      if (!sessionId) return toPage(http, 'no-roles', settings)
      http.header('set-cookie', setSessionCookie(sessionId), { append: true })
      return http.redirect(ownPath(attempt.goingTo), 303)
    }),
  )

  routes.get('/:municipality{[0-9]{4}}', (http) =>
    guarded(http, async (known) => {
      known.provider = await database.transaction((tx) => findProviderByCode(tx, http.req.param('municipality')))
      if (!known.provider) throw new SignInRefused('unknown-municipality')
      const provider = await openProvider(known.provider, origin, patience)
      const { address, ...kept } = await provider.begin({ anotherPerson: http.req.query('annan') === '1' })
      const attempt = { ...kept, providerId: known.provider.id, goingTo: ownPath(http.req.query('till')) }
      const sealed = await database.transaction(async (tx) => sealAttempt(tx, attempt, clock()))
      http.header('set-cookie', setAttemptCookie(sealed, attemptMinutes * 60), { append: true })
      return http.redirect(address.href, 303)
    }),
  )
  return routes
}
