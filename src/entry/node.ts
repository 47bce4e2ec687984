import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { openAddressLimits } from '../api/address-limits.ts'
import { createApp } from '../api/app.ts'
import { openChanges } from '../api/changes.ts'
import { refuseWithoutProvider } from '../db/identity-providers.ts'
import { refuseForeignKeys } from '../db/keys-check.ts'
import { refuseLoginPastPolicies } from '../db/login.ts'
import { startJobs } from '../jobs/run.ts'
import { type KeptMail, openKeptMail } from '../mail/kept.ts'
import type { Mailer } from '../mail/mailer.ts'
import { openSmtp } from '../mail/smtp.ts'
import { type Config, readConfig } from './config.ts'
import { openDatabase, readKeys } from './databases.ts'
import { isSeeded, seedDemo } from './demo/seed.ts'
import { ownHosts } from './hosts.ts'
import { openLog } from './log.ts'
import { builtWeb } from './made.ts'
import { addressFrom } from './node-address.ts'
import { shell } from './pages.ts'

const clock = () => Temporal.Now.instant()

const log = openLog(clock)

/**
 * How long a connection may take to ask, so that many slow ones do not keep others out; how long an answer takes is not
 * limited by these. A proxy's idle connections are kept longer than the usual proxy keeps its own.
 */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
}

/** Files with a hash in their name are kept for good; they hold nothing about anyone. */
function builtFiles(): Hono {
  const files = new Hono()
  const keepForGood = 'public, max-age=31536000, immutable'
  files.use(
    '/assets/*',
    serveStatic({ root: builtWeb, onFound: (_, http) => http.header('cache-control', keepForGood) }),
  )
  files.use('/mark.svg', serveStatic({ root: builtWeb }))
  return files
}

function openMail(config: Config): { mailer: Mailer; keptMail: KeptMail | null } {
  if (config.SMTP_URL) return { mailer: openSmtp({ url: config.SMTP_URL, from: config.MAIL_FROM }), keptMail: null }
  const keptMail = openKeptMail(clock)
  return { mailer: keptMail, keptMail }
}

function refuseToStart(error: unknown): void {
  log({ event: 'refused-to-start', why: error instanceof Error ? error.message : 'unknown' })
  process.exit(1)
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const database = await openDatabase(config, readKeys(config))
  if (config.NODE_ENV === 'production' && config.DATABASE_URL) await refuseLoginPastPolicies(database)
  await refuseForeignKeys(database)
  if (!config.demo) await refuseWithoutProvider(database)
  if (config.demo && !(await isSeeded(database))) await seedDemo(database, clock())

  const { mailer, keptMail } = openMail(config)
  const shellHtml = await readFile(join(builtWeb, 'index.html'))
  const app = createApp({
    database,
    clock,
    demo: config.demo,
    origin: config.baseUrl,
    changes: openChanges(),
    keptMail,
    log,
    isOwnHost: ownHosts(config),
    addresses: { limits: openAddressLimits(), addressOf: addressFrom(config) },
    files: builtFiles(),
    page: async (path) => shell(shellHtml, path),
  })

  const stop = new AbortController()
  const jobs = startJobs({ database, mailer, clock, log, config, signal: stop.signal })
  const { HOST: hostname, PORT } = config
  const server = serve({ fetch: app.fetch, hostname, port: PORT, serverOptions: patience }, ({ port }) => {
    log({ event: 'listening', address: `http://${config.HOST}:${port}`, database: database.kind })
  })

  server.once('error', refuseToStart)

  const shutDown = async () => {
    stop.abort()
    server.close()
    await jobs
    await database.close()
    process.exit(0)
  }
  process.once('SIGTERM', shutDown)
  process.once('SIGINT', shutDown)
}

main().catch(refuseToStart)
