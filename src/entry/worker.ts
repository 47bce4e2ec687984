import { Temporal } from 'temporal-polyfill'
import { openAddressLimits } from '../api/address-limits.ts'
import { createApp } from '../api/app.ts'
import { openChanges } from '../api/changes.ts'
import type { Database } from '../db/database.ts'
import { refuseLoginPastPolicies } from '../db/login.ts'
import { readKeyRing } from '../db/seal.ts'
import { openServer } from '../db/server.ts'
import { runJobs } from '../jobs/run.ts'
import { openSmtp } from '../mail/smtp.ts'
import { type Config, readConfig } from './config.ts'
import { ownHosts } from './hosts.ts'
import { openLog } from './log.ts'
import { shell } from './pages.ts'

interface Fetcher {
  fetch(input: string | URL | Request): Promise<Response>
}

/** The bindings of wrangler.toml; every other setting is a variable or a secret with the name that README gives. */
interface Bindings {
  HYPERDRIVE: { connectionString: string }
  ASSETS: Fetcher
  [setting: string]: unknown
}

interface Lifetime {
  waitUntil(work: Promise<unknown>): void
}

const clock = () => Temporal.Now.instant()
/** Reaches the lists of one isolate only; polling is the base. */
const changes = openChanges()

/** Of one isolate only, so it dampens a flood and does not end it; the limits per person are the database's. */
const limits = openAddressLimits()
const log = openLog(clock)

function readSettings(bindings: Bindings): Config {
  const settings = Object.entries(bindings).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return readConfig({ ...Object.fromEntries(settings), DATABASE_URL: bindings.HYPERDRIVE.connectionString })
}

/** Asked once an isolate, and not at every request. */
let loginChecked: Promise<void> | undefined

/** A client for each request: a Worker may not carry a connection from one to the next. */
function openDatabase(bindings: Bindings, config: Config): Database {
  const keys = readKeyRing(config.FIELD_KEYS ?? '', config.INDEX_KEY ?? '')
  return openServer({ url: bindings.HYPERDRIVE.connectionString, keys, connections: 5 })
}

export default {
  async fetch(request: Request, bindings: Bindings, lifetime: Lifetime): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/trpc/live.')) return new Response(null, { status: 501 })
    const config = readSettings(bindings)
    const database = openDatabase(bindings, config)
    if (config.NODE_ENV === 'production') {
      loginChecked ??= refuseLoginPastPolicies(database)
      await loginChecked
    }
    const app = createApp({
      database,
      clock,
      demo: config.demo,
      origin: config.baseUrl,
      changes,
      keptMail: null,
      log,
      isOwnHost: ownHosts(config),
      addresses: { limits, addressOf: (http) => http.req.header('cf-connecting-ip') ?? null }, // set by the platform
      page: async (path) => {
        const html = await bindings.ASSETS.fetch(new URL(path === '/mark.svg' ? path : '/', request.url))
        return path === '/mark.svg' ? html : shell(await html.text(), path)
      },
    })
    try {
      return await app.fetch(request)
    } finally {
      lifetime.waitUntil(database.close())
    }
  },

  async scheduled(_event: unknown, bindings: Bindings, lifetime: Lifetime): Promise<void> {
    const config = readSettings(bindings)
    if (!config.SMTP_URL) return
    const database = openDatabase(bindings, config)
    const mailer = openSmtp({ url: config.SMTP_URL, from: config.MAIL_FROM })
    lifetime.waitUntil(runJobs(database, mailer, { clock, log, config }).finally(() => database.close()))
  },
}
