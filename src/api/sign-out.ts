import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { findProviderById, findProviderByIssuer } from '../db/identity-providers.ts'
import { endProviderSessions, type SignedOut, signOutSession } from '../db/own-sessions.ts'
import { logSecurity } from '../db/security-log.ts'
import { keyedSid, spendToken } from '../db/sign-ins.ts'
import { SignInRefused } from '../domain/sign-in.ts'
import { sessionCookie, setSessionCookie } from './cookies.ts'
import { claimedIssuer, logoutTokenMinutes, openProvider } from './provider.ts'
import type { SignInOptions } from './sign-in.ts'

const afterwards = '/logga-in'

/** `POST /auth/sign-out` ends the session here and says where it ends at the provider; and the provider's own word of it. */
export function signOutRoutes({ database, clock, origin, patience }: SignInOptions): Hono {
  const routes = new Hono()

  /** Where the browser goes next. The session has ended by then, whatever has become of the provider. */
  const whereNext = async ({ providerId, idToken }: SignedOut): Promise<string> => {
    if (!providerId) return afterwards
    try {
      const settings = await database.transaction((tx) => findProviderById(tx, providerId))
      const provider = settings && (await openProvider(settings, origin, patience))
      return provider?.signOutAddress(idToken)?.href ?? afterwards
    } catch (error) {
      if (error instanceof SignInRefused) return `${afterwards}?fel=signed-out-here-alone`
      throw error
    }
  }

  routes.post('/sign-out', async (http) => {
    const sessionId = getCookie(http, sessionCookie)
    const now = clock()
    const ended = sessionId
      ? await database.transaction(async (tx) => {
          const signedOut = await signOutSession(tx, sessionId, now)
          if (signedOut) {
            const { municipalityId, personId } = signedOut
            logSecurity(tx, now, { act: 'signed_out', municipalityId, personId })
          }
          return signedOut
        })
      : null
    http.header('set-cookie', setSessionCookie(null), { append: true })
    // Pages that the browser keeps ready for the back button go with the session that they were read in.
    http.header('clear-site-data', '"cache"')
    return http.json({ next: ended ? await whereNext(ended) : afterwards })
  })

  /** OpenID Connect Back-Channel Logout 1.0: the provider itself says that somebody has signed out, or may no longer be in. */
  routes.post('/backchannel-logout', async (http) => {
    const refused = () => http.json({ error: 'invalid_request' }, 400)
    const form = await http.req.parseBody().catch(() => ({}) as Record<string, never>)
    const token = form.logout_token
    const issuer = typeof token === 'string' ? claimedIssuer(token) : null
    const settings = issuer ? await database.transaction((tx) => findProviderByIssuer(tx, issuer)) : null
    if (!settings || typeof token !== 'string') return refused()
    const { municipalityId, id: providerId } = settings
    const now = clock()
    try {
      const provider = await openProvider(settings, origin, patience)
      const { id, sid, subject } = await provider.readLogoutToken(token, now)
      await database.transaction(async (tx) => {
        const until = now.add({ minutes: 2 * logoutTokenMinutes })
        if (!(await spendToken(tx, `logout:${providerId}`, id, until))) {
          throw new SignInRefused('provider-lying', { detail: 'logout token used' })
        }
        const of = { providerId, issuer: settings.issuer, sid: sid && keyedSid(tx, providerId, sid), subject }
        for (const personId of await endProviderSessions(tx, of, now)) {
          logSecurity(tx, now, { act: 'ended_by_provider', municipalityId, personId })
        }
      })
      return http.body(null, 200)
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error
      const { fault: reason, detail } = error
      await database.transaction(async (tx) =>
        logSecurity(tx, now, { act: 'refused', municipalityId, personId: null, reason, detail }),
      )
      return refused()
    }
  })
  return routes
}
