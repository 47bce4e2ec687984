import postgres from 'postgres'
import { afterEach, describe, expect, test } from 'vitest'
import { newKeySettings } from '../../src/db/seal.ts'
import { openWire } from '../support/cut-wire.ts'
import { freePort } from '../support/free-port.ts'
import {
  addMunicipalityBy,
  newDatabase,
  newDataDir,
  type RunningServer,
  rotateKeysBy,
  signedIn,
  startNode,
} from '../support/processes.ts'

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function givenDatabase(): Promise<string> {
  const database = await newDatabase()
  cleanUps.push(() => database.drop())
  return database.url
}

async function started(settings: Record<string, string>): Promise<RunningServer> {
  const server = await startNode(settings)
  cleanUps.push(() => server.stop())
  return server
}

const statusOf = async (address: string) => (await fetch(address)).status

async function until(condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 30_000
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error('it never came true')
  }
}

test('four servers start at once on a new database, and there is one municipality', async () => {
  const url = await givenDatabase()
  const dataDir = newDataDir()
  const servers = await Promise.all(Array.from({ length: 4 }, () => started({ DATABASE_URL: url, DATA_DIR: dataDir })))
  for (const server of servers) expect(await statusOf(`${server.url}/health`)).toBe(200)
  const sql = postgres(url, { max: 1 })
  expect(await sql`select count(*)::int as n from municipalities`).toMatchObject([{ n: 1 }])
  await sql.end()
})

describe('without the demo', () => {
  const { fieldKeys: FIELD_KEYS, indexKey: INDEX_KEY } = newKeySettings()
  const sharp = { NODE_ENV: 'production', BASE_URL: 'http://127.0.0.1:3000', FIELD_KEYS, INDEX_KEY }
  const told = {
    code: '9902',
    name: 'Lillsjö kommun',
    board: 'Socialnämnden',
    unit: 'Mottagningen barn och unga',
    phone: '08-465 004 00',
    mailbox: 'mottagningen@lillsjo.example',
    administrator: 'Eva Förvaltare',
    email: 'eva@lillsjo.example',
    issuer: 'http://127.0.0.1:1/',
    'client-id': 'barnlanken',
  }
  const withSecret = { ...sharp, PROVIDER_SECRET: 'hemligt' }

  test('in production the demo is refused, and what a real sign-in needs is asked for by name', async () => {
    await expect(startNode({ ...sharp, DEMO: 'true' })).rejects.toThrow(/DEMO/)
    await expect(startNode({ NODE_ENV: 'production', BASE_URL: sharp.BASE_URL })).rejects.toThrow(/FIELD_KEYS/)
    await expect(startNode({ ...sharp, BASE_URL: '' })).rejects.toThrow(/BASE_URL/)
    await expect(startNode({ ...sharp, BASE_URL: 'http://social.lillsjo.example' })).rejects.toThrow(/BASE_URL.*https/)
  })

  test('it starts when a municipality has an identity provider, and says how to get one when none has', async () => {
    const DATA_DIR = newDataDir()
    await expect(startNode({ ...sharp, DATA_DIR })).rejects.toThrow(/municipality:add/)
    expect(await addMunicipalityBy({ ...withSecret, DATA_DIR }, told)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Made: municipality, board, unit, administrator, role, provider.'),
    })
    const PORT = String(await freePort())
    const server = await started({ ...sharp, DATA_DIR, PORT, BASE_URL: `http://127.0.0.1:${PORT}` })
    const places = await (await fetch(`${server.url}/trpc/session.places`)).json()
    expect(places.result.data).toEqual([{ code: '9902', name: 'Lillsjö kommun' }])
    expect(await statusOf(`${server.url}/trpc/session.demoPeople`)).toBe(404)
  })

  test('adding the municipality again changes nothing, a new secret is kept, and a wrong setting is named', async () => {
    const settings = { ...withSecret, DATABASE_URL: await givenDatabase() }
    await addMunicipalityBy(settings, told)
    expect((await addMunicipalityBy(settings, told)).said).toContain('It is all there already.')
    const renewed = { ...settings, PROVIDER_SECRET: 'nytt' }
    expect((await addMunicipalityBy(renewed, told)).said).toContain('Made: secret.')
    const sql = postgres(settings.DATABASE_URL, { max: 1 })
    const lines = await sql`select act, changes::text as changes from administration_log order by id`
    await sql.end()
    expect(lines.map(({ act }) => act)).toEqual([
      'board_added',
      'unit_added',
      'person_added',
      'role_given',
      'identity_provider_changed',
      'identity_provider_changed',
    ])
    expect(JSON.stringify(lines)).not.toMatch(/hemligt|nytt/)
    for (const [wrong, named] of [
      [{ code: '99' }, '--code'],
      [{ issuer: 'http://login.example' }, '--issuer'],
      [{ match: 'staff_id', claim: 'employee_id' }, '--staff-id'],
    ] as const) {
      const refused = await addMunicipalityBy(settings, { ...told, ...wrong })
      expect([refused.code, refused.said]).toEqual([1, expect.stringContaining(named)])
    }
    const { code, said } = await addMunicipalityBy({ ...settings, PROVIDER_SECRET: '' }, told)
    expect([code, said]).toEqual([1, expect.stringContaining('PROVIDER_SECRET')])
  })
})

test('the demo answers on loopback only', async () => {
  await expect(startNode({ HOST: '0.0.0.0' })).rejects.toThrow(/loopback only/)
})

test('two processes never share a data folder, and one that was killed leaves it free', async () => {
  const DATA_DIR = newDataDir()
  const first = await startNode({ DATA_DIR })
  await expect(startNode({ DATA_DIR })).rejects.toThrow(/in use by process/)
  await first.kill()
  const second = await started({ DATA_DIR })
  expect(await statusOf(`${second.url}/health`)).toBe(200)
})

test('a wrong setting is refused by its name', async () => {
  await expect(startNode({ PORT: 'ett' })).rejects.toThrow(/PORT/)
  await expect(startNode({ FIELD_KEYS: '1:kort', INDEX_KEY: 'kort' })).rejects.toThrow(/FIELD_KEYS/)
})

test('keys are changed while the service runs; the old ones then open nothing, and are refused by name', async () => {
  const DATABASE_URL = await givenDatabase()
  const [former, next] = [newKeySettings(), newKeySettings()]
  const nextKey = next.fieldKeys.replace(/^1:/, '2:')
  const INDEX_KEY = former.indexKey
  const old = { DATABASE_URL, FIELD_KEYS: former.fieldKeys, INDEX_KEY }
  const both = { ...old, FIELD_KEYS: `${nextKey},${former.fieldKeys}` }
  const server = await started(old)
  await server.stop()
  const running = await started(both)

  const rotated = await rotateKeysBy(both)
  expect(rotated).toMatchObject({ code: 0, said: expect.stringMatching(/referrals\.content: \d{3}/) })
  const person = await signedIn(running.url, ({ kinds }) => kinds.includes('substance_use'))
  expect((await person.flags.mine.query({})).rows.length).toBeGreaterThan(0)

  await expect(startNode(old)).rejects.toThrow(/FIELD_KEYS: no key of the ring opens/)
  await expect(startNode({ ...both, INDEX_KEY: next.indexKey })).rejects.toThrow(/INDEX_KEY/)
  await started({ ...old, FIELD_KEYS: nextKey })
})

test('a database that goes away gives 503, and the service is well again by itself when it is back', async () => {
  const real = new URL(await givenDatabase())
  const wire = await openWire({ host: real.hostname, port: Number(real.port || 5432) })
  cleanUps.push(() => wire.close())
  const throughWire = new URL(real)
  throughWire.port = String(wire.port)
  const server = await started({ DATABASE_URL: throughWire.href })
  const person = await signedIn(server.url, ({ kinds }) => kinds.includes('substance_use'))

  await wire.cut()
  expect(await statusOf(`${server.url}/health`)).toBe(503)
  await expect(person.drafts.list.query()).rejects.toMatchObject({ data: { httpStatus: 503 } })

  await wire.mend()
  await until(async () => (await statusOf(`${server.url}/health`)) === 200)
  expect(await person.session.me.query()).toMatchObject({ demo: true })
})
