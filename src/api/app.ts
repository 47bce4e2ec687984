import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/database.ts'
import { TooManyRequests } from '../domain/errors.ts'
import type { KeptMail } from '../mail/kept.ts'
import { type AddressOptions, limitedByAddress } from './address-limits.ts'
import type { Changes } from './changes.ts'
import { sessionCookie, setSessionCookie } from './cookies.ts'
import { health } from './health.ts'
import { onlyOwnHost, onlyOwnPages, onlyOwnSite } from './own-site.ts'
import { refusal } from './refusal.ts'
import { appRouter } from './router.ts'
import { securityHeaders } from './security-headers.ts'
import { signInRoutes } from './sign-in.ts'
import { signOutRoutes } from './sign-out.ts'
import { limitedAddress, limitedBody } from './size-limits.ts'
import { statisticsCsv } from './statistics-csv.ts'
import type { Context } from './trpc.ts'

export interface AppOptions {
  database: Database
  clock(): Temporal.Instant
  demo: boolean
  /** The address that people use: what the browser says it came from must be this. */
  origin: string
  changes: Changes
  keptMail: KeptMail | null
  log: Context['log']
  /** Seconds to wait for an identity provider, where it is not what `provider.ts` says. */
  patience?: number
  /** Whether a request's `Host` is a name of ours; absent, any is. */
  isOwnHost?(host: string): boolean
  /** Limits how often one address may search and sign in; absent, only people are limited. */
  addresses?: AddressOptions
  /** The built files, where the platform does not serve them itself. */
  files?: Hono
  /** The built pages; on Workers the platform serves them. */
  page?(path: string): Promise<Response | null>
}

export function createApp(options: AppOptions): Hono {
  const { database, clock, demo, origin, log } = options
  const app = new Hono()

  app.use(securityHeaders)
  app.use(async (http, next) => {
    await next()
    // Not `http.header`: that would copy the answer's body through a stream.
    if (!http.res.headers.has('cache-control')) http.res.headers.set('cache-control', 'no-store')
  })
  app.use(limitedAddress)
  if (options.isOwnHost) app.use(onlyOwnHost(options.isOwnHost))
  if (options.files) app.route('/', options.files)
  if (options.addresses) app.use(limitedByAddress(options.addresses, clock, log))
  for (const data of ['/trpc/*', '/api/*']) app.use(data, onlyOwnSite(origin))
  app.use('/auth/sign-out', onlyOwnPages(origin))
  for (const taking of ['/trpc/*', '/auth/*']) app.use(taking, limitedBody)

  app.all('/trpc/*', (http) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      req: http.req.raw,
      router: appRouter,
      maxBatchSize: 10,
      responseMeta({ errors }) {
        const [cause] = errors.flatMap((error) => (error.cause instanceof TooManyRequests ? error.cause : []))
        if (!cause) return {}
        log({ event: 'too-many-requests', door: cause.door, by: 'person' })
        return { headers: { 'retry-after': String(cause.seconds) } }
      },
      createContext: ({ resHeaders }): Context => ({
        database,
        now: clock(),
        sessionId: getCookie(http, sessionCookie) ?? null,
        background: http.req.header('x-background') === '1',
        demo,
        changes: options.changes,
        keptMail: options.keptMail,
        setSession(sessionId) {
          resHeaders.append('set-cookie', setSessionCookie(sessionId))
        },
        log,
      }),
    }),
  )

  const signIn = { database, clock, origin, log, patience: options.patience }
  app.route('/auth', signOutRoutes(signIn))
  app.route('/auth', signInRoutes(signIn))

  app.get('/api/statistik.csv', (http) =>
    statisticsCsv(http.req.raw, { database, now: clock(), sessionId: getCookie(http, sessionCookie) ?? null }),
  )
  app.get('/health', async () => health(database))

  app.get('*', async (http) => {
    const page = await options.page?.(http.req.path)
    return page ?? http.notFound()
  })
  app.notFound(() => refusal('NOT_FOUND', 404))

  app.onError((error, http) => {
    if ('getResponse' in error) return error.getResponse()
    const incident = crypto.randomUUID()
    log({ event: 'fault', incident, name: error.name })
    return http.json({ incident }, 500)
  })
  return app
}
