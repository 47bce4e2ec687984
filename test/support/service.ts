import { readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest'
import { type Changes, openChanges } from '../../src/api/changes.ts'
import { appRouter } from '../../src/api/router.ts'
import type { Context } from '../../src/api/trpc.ts'
import type { Database } from '../../src/db/database.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import { migrationsFolder } from '../../src/db/migrate.ts'
import { type KeyRing, newKeySettings, readKeyRing } from '../../src/db/seal.ts'
import { openServer } from '../../src/db/server.ts'
import { startSession } from '../../src/db/sessions.ts'
import { openKeptMail } from '../../src/mail/kept.ts'
import { givenOrganisation, type Organisation, type PersonKey } from './organisation.ts'
import { serverUrl } from './server-url.ts'

/** A Sunday afternoon in winter time: what comes in now is late in the day only after 15:00 in Sweden. */
export const start = Temporal.Instant.from('2026-11-20T09:00:00Z')

const { fieldKeys, indexKey } = newKeySettings()
export const keys: KeyRing = readKeyRing(fieldKeys, indexKey)

export type Caller = ReturnType<typeof appRouter.createCaller>

export interface Service {
  database: Database
  organisation: Organisation
  /** The service's clock. Tests move it; nothing sleeps. */
  now: Temporal.Instant
  /** The typed API as that person, with a session of their own in the database. */
  as(person: PersonKey): Promise<Caller>
  anonymous(sessionId?: string | null): Caller
  /** As who made the tables, past every policy; on the server the service has another login. */
  owner: Database
  /** SQL as the owner, past every policy: only to look at what is stored. */
  sql<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>
  /** Where the service's own login leads; '' on the embedded database, which has none. */
  loginUrl: string
  /** What the open lists are told. */
  changes: Changes
  logged: Record<string, string | number | null>[]
}

export type DatabaseKind = 'embedded' | 'server'

/** Runs the suite on PGlite and on Postgres; without Postgres, which `test/run.ts` has said loudly, on PGlite alone. */
export function onBothDatabases(suite: (service: Service) => void): void {
  describe('embedded', () => suite(serviceOn('embedded')))
  onServer(suite)
}

/** For what only a server has: logins. */
export function onServer(suite: (service: Service) => void): void {
  describe.skipIf(inject('emptyOnServer') === '')('server', () => suite(serviceOn('server')))
}

function serviceOn(kind: DatabaseKind): Service {
  const changes = openChanges()
  const opened: { database?: Database; owner?: Database; organisation?: Organisation; cleanUp?: () => Promise<void> } =
    {}
  const must = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the service is open only inside a test')
    return value
  }
  const contextOf = (sessionId: string | null): Context => ({
    database: service.database,
    now: service.now,
    sessionId,
    background: false,
    demo: true,
    changes,
    keptMail: openKeptMail(() => service.now),
    setSession: () => {},
    log: (entry) => void service.logged.push(entry),
  })
  const service: Service = {
    now: start,
    loginUrl: '',
    changes,
    logged: [],
    get database() {
      return must(opened.database)
    },
    get owner() {
      return must(opened.owner)
    },
    get organisation() {
      return must(opened.organisation)
    },
    async as(person) {
      const { id } = service.organisation.people[person]
      const sessionId = await service.database.transaction((tx) => startSession(tx, id, service.now))
      return appRouter.createCaller(() => contextOf(sessionId))
    },
    anonymous: (sessionId = null) => appRouter.createCaller(() => contextOf(sessionId)),
    sql: (text, params = []) => service.owner.transaction((tx) => tx.rows(text, params)),
  }

  beforeAll(async () => {
    const { database, owner, loginUrl, cleanUp } = kind === 'embedded' ? await openMemory() : await openScratch()
    opened.database = database
    opened.owner = owner
    service.loginUrl = loginUrl
    opened.cleanUp = cleanUp
  })
  beforeEach(async () => {
    service.now = start
    service.logged.length = 0
    await service.owner.transaction(async (tx) => {
      const tables = await tx.rows<{ name: string }>(
        `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
      )
      await tx.rows(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`)
    })
    opened.organisation = await service.owner.transaction(givenOrganisation)
  })
  afterAll(() => opened.cleanUp?.())
  return service
}

async function openMemory() {
  const loadDataDir = new Blob([await readFile(inject('emptyEmbedded'))])
  const database = await openEmbedded({ keys, migrationsFolder, loadDataDir })
  return { database, owner: database, loginUrl: '', cleanUp: () => database.close() }
}

/**
 * A database of its own on the server, dropped afterwards, so that test files can run side by side. The service comes
 * with the login that it has in production, which the row policies bind.
 */
async function openScratch() {
  const name = `barnlanken_test_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template ${inject('emptyOnServer')}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const owner = openServer({ url: url.href, keys, connections: 2 })
  const { user, password } = inject('login')
  url.username = user
  url.password = password
  const database = openServer({ url: url.href, keys, connections: 20 })
  return {
    database,
    owner,
    loginUrl: url.href,
    cleanUp: async () => {
      await Promise.all([database.close(), owner.close()])
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
