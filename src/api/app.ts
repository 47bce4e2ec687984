import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/database.ts'
import type { KeptMail } from '../mail/kept.ts'
import type { Changes } from './changes.ts'
import { sessionCookie, setSessionCookie } from './cookies.ts'
import { health } from './health.ts'
import { appRouter } from './router.ts'
import { signInRoutes } from './sign-in.ts'
import { signOutRoutes } from './sign-out.ts'
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
  /** The built pages; on Workers the platform serves them. */
  page?(path: string): Promise<Response | null>
}

const bodyBytes = 512 * 1024

/** Nothing from elsewhere, no inline script or style, and no page may frame this one. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** The answer that a page can read as data, also where the refusal comes before any procedure. */
function refusal(code: string, httpStatus: number): Response {
  return Response.json({ error: { message: code, code: -32600, data: { code, httpStatus } } }, { status: httpStatus })
}

const tooLarge = () => refusal('PAYLOAD_TOO_LARGE', 413)
const limitedStream = bodyLimit({ maxSize: bodyBytes, onError: tooLarge })

/** Where the length is told, it is enough: Hono's own limit touches the body first, and Node then reads it as a stream. */
const limitedBody: MiddlewareHandler = async (http, next) => {
  const { method, headers } = http.req.raw
  if (method === 'GET' || method === 'HEAD') return next()
  const length = headers.get('content-length')
  if (length === null || headers.has('transfer-encoding')) return limitedStream(http, next)
  return Number(length) > bodyBytes ? tooLarge() : next()
}

/** Hono's `csrf` minds forms; this minds a request without any body too, which a form elsewhere can send. */
const ownPagesOnly =
  (origin: string): MiddlewareHandler =>
  async (http, next) =>
    http.req.header('origin') === origin ? next() : refusal('FORBIDDEN', 403)

export function createApp(options: AppOptions): Hono {
  const { database, clock, demo, origin, log } = options
  const app = new Hono()

  app.use(
    secureHeaders({
      contentSecurityPolicy,
      crossOriginEmbedderPolicy: false,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    }),
  )
  app.use('/trpc/*', csrf({ origin }))
  app.use('/auth/sign-out', ownPagesOnly(origin))
  for (const path of ['/trpc/*', '/auth/*']) {
    app.use(path, limitedBody)
    app.use(path, async (context, next) => {
      await next()
      // Not `context.header`: that would copy the answer's body through a stream.
      context.res.headers.set('cache-control', 'no-store')
    })
  }

  app.all('/trpc/*', (http) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      req: http.req.raw,
      router: appRouter,
      maxBatchSize: 10,
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

  app.onError((error, http) => {
    if ('getResponse' in error) return error.getResponse()
    const incident = crypto.randomUUID()
    log({ event: 'fault', incident, name: error.name })
    return http.json({ incident }, 500)
  })
  return app
}
