import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { migrateServer } from '../../src/db/migrate.ts'
import { newKeySettings, readKeyRing } from '../../src/db/seal.ts'
import { openServer } from '../../src/db/server.ts'
import { seedDemo } from '../../src/entry/demo/seed.ts'
import { newDatabase, signedIn, startNode } from '../support/processes.ts'
import { aConcern } from '../support/sending.ts'

interface Runtime {
  url: string
  stop(): Promise<unknown>
}

const { fieldKeys, indexKey } = newKeySettings()
const settings = { FIELD_KEYS: fieldKeys, INDEX_KEY: indexKey, DEMO: 'true' }

async function startWorker(databaseUrl: string): Promise<Runtime> {
  const url = new URL(databaseUrl)
  url.password ||= 'none' // Hyperdrive demands one, also where the server trusts loopback.
  process.env.CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE = url.href
  const configPath = new URL('../../wrangler.toml', import.meta.url)
  const harness = createTestHarness({ workers: [{ configPath, vars: settings }] })
  const listening = await harness.listen()
  return { url: listening.url.origin, stop: () => harness.close() }
}

const runtimes = {
  node: (url: string): Promise<Runtime> => startNode({ DATABASE_URL: url, ...settings }),
  worker: startWorker,
}

describe.each(Object.entries(runtimes))('on %s', (_, start) => {
  let database: Awaited<ReturnType<typeof newDatabase>>
  let runtime: Runtime

  beforeAll(async () => {
    database = await newDatabase()
    await migrateServer(database.url)
    const owner = openServer({ url: database.url, keys: readKeyRing(fieldKeys, indexKey) })
    await seedDemo(owner, Temporal.Now.instant())
    await owner.close()
    runtime = await start(database.url)
  })
  afterAll(async () => {
    await runtime.stop()
    await database.drop()
  })

  test('a flag goes the whole way over HTTP, and the sender hears of it', async () => {
    const handler = await signedIn(runtime.url, ({ kinds }) => kinds.includes('substance_use'))
    const worker = await signedIn(
      runtime.url,
      ({ kinds, roles }) => kinds.includes('intake') && roles.includes('team_lead'),
    )
    const { units } = await handler.flags.form.query()
    const flag = { ...aConcern(), senderUnitId: units[0]?.unitId }
    const key = crypto.randomUUID()
    const receipt = await handler.flags.send.mutate({ key, draftId: null, flag })
    const again = await handler.flags.send.mutate({ key, draftId: null, flag })
    expect(again.referrals).toEqual(receipt.referrals)

    const reference = receipt.referrals[0]?.reference ?? ''
    const opened = await worker.referrals.open.mutate({ reference })
    expect(opened.status).toBe('received')
    const assessed = await worker.referrals.takeStep.mutate({
      reference,
      version: opened.version,
      request: {
        step: 'assess_protection',
        result: 'no_immediate_need',
        childSeen: 'no',
        measures: [],
        reasons: 'Trygg.',
      },
    })
    expect(assessed.clocks.find(({ kind }) => kind === 'protection_assessment')?.state).toBe('met_in_time')
    expect((await handler.flags.sent.query({ reference })).updates).toMatchObject([{ kind: 'received' }])
  })

  test('an unknown path is a 404, a page is the web with its headers, and health tells no detail', async () => {
    const unknown = await fetch(`${runtime.url}/finns-inte`)
    expect(unknown.status).toBe(404)
    const page = await fetch(`${runtime.url}/inkorg`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await (await fetch(`${runtime.url}/health`)).json()).toEqual({
      database: 'ok',
      migrations: 'ok',
      mail: 'ok',
    })
  })
})
