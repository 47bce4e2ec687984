import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appOn, calling, cookie, procedureKinds, readStart } from '../support/app.ts'
import { givenWorld, procedures, type World } from '../support/bad-inputs.ts'
import { rowCounts } from '../support/journeys.ts'
import type { PersonKey } from '../support/organisation.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { onBothDatabases, type Service } from '../support/service.ts'
import { wireOf } from '../support/wire.ts'

/**
 * Every procedure and route, sent other people's ids and shapes of all kinds by those who may see none of it. The seed is
 * fixed, so that a run says the same each time; `FUZZ_SEED` and `FUZZ_SECONDS` look elsewhere and for longer. What fails
 * is printed with its seed.
 */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122)
const seconds = Number(process.env.FUZZ_SECONDS ?? 15)

/** In the names and texts of what is not theirs, and in nothing that is sent here. */
const secret = 'zqhemlig'
const strangers: (PersonKey | null)[] = [
  'otherHandler',
  'disabilityHandler',
  'otherIntakeWorker',
  'foreignHandler',
  'foreignWorker',
  'administrator',
  'auditor',
  null,
]

function withoutReferences(input: unknown, references: readonly string[]): unknown {
  const text = references.reduce(
    (told, reference) => told.replaceAll(reference, 'BL-0000-000000'),
    JSON.stringify(input) ?? '',
  )
  return text === '' ? undefined : JSON.parse(text)
}

async function givenSecrets(service: Service): Promise<World> {
  const child = aConcernedChild({ givenName: secret, familyName: secret })
  await oneSent(
    service,
    aConcern([child], { texts: { observed: `${secret} observed`, assessment: secret }, network: secret }),
  )
  const handler = await service.as('handler')
  await handler.drafts.save({ id: crypto.randomUUID(), version: 0, content: { network: secret } })
  return givenWorld(service)
}

/** Every id in the database, whosever it is. */
async function everyId(service: Service): Promise<string[]> {
  const columns = await service.sql<{ table: string; column: string }>(
    `select quote_ident(table_name) as table, quote_ident(column_name) as column from information_schema.columns
     where table_schema = 'public' and data_type = 'uuid'`,
  )
  const each = columns.map(
    ({ table, column }) => `select ${column}::text as id from ${table} where ${column} is not null`,
  )
  const rows = await service.sql<{ id: string }>(`${each.join(' union ')} order by id`)
  return rows.map(({ id }) => id)
}

/** An input that would be taken, with some of its values, however deep, exchanged for others. */
function altered(input: unknown, other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const same = fc.constant(input)
  if (Array.isArray(input)) {
    return fc.oneof({ weight: 8, arbitrary: fc.tuple(...input.map((value) => altered(value, other))) }, other)
  }
  if (typeof input === 'object' && input !== null) {
    const fields = Object.entries(input).map(([name, value]) => [name, altered(value, other)] as const)
    return fc.oneof({ weight: 12, arbitrary: fc.record(Object.fromEntries(fields)) }, other)
  }
  return fc.oneof({ weight: 8, arbitrary: same }, other)
}

onBothDatabases((service) => {
  test('whatever strangers send, there is no fault, nothing of others, and what is refused leaves no trace', {
    timeout: (seconds + 60) * 1_000,
  }, async () => {
    const world = await givenSecrets(service)
    const references = (await service.sql<{ reference: string }>(`select reference from referrals`)).map(
      ({ reference }) => reference,
    )
    const log: Record<string, string | number | null>[] = []
    const app = appOn(service.database, { service, log, demo: false })

    const known = fc.constantFrom(...(await everyId(service)), ...references, world.reference)
    const shape = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.bigInt().map(String),
    )
    const other = fc.oneof({ weight: 3, arbitrary: known }, shape)
    const inputFor = (path: string) => {
      const good = procedures[path]?.good?.(world) ?? { unitId: world.intakeId }
      return fc.oneof({ weight: 6, arbitrary: altered(good, other) }, shape, fc.constant(undefined))
    }
    const calls = fc.record(Object.fromEntries(Object.keys(procedureKinds).map((path) => [path, inputFor(path)])))
    const routes = fc.tuple(
      fc.constantFrom(
        '/api/statistik.csv',
        '/health',
        '/auth/',
        '/auth/9900/callback',
        '/n/',
        '/orosanmalan/',
        '/trpc/',
        '/assets/..',
      ),
      fc.dictionary(
        fc.constantFrom('enhet', 'fran', 'till', 'sida', 'input', 'batch', 'till'),
        fc.oneof(known, fc.string()),
      ),
      fc.oneof(known, fc.webPath()),
    )
    const sent = new Map<string, Set<number>>()

    const send = async (path: string, [address, init]: [string, RequestInit], headers: Record<string, string>) => {
      const before = await rowCounts(service)
      const response = await app.request(address, { ...init, headers: { ...init.headers, ...headers } })
      const text = await readStart(response)
      sent.set(path, (sent.get(path) ?? new Set()).add(response.status))
      expect(response.status, text).not.toBe(500)
      expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|"incident"/)
      expect(text).not.toContain(secret)
      expect([path, references.filter((reference) => text.includes(reference))]).toEqual([path, []])
      if (response.status >= 400) expect(await rowCounts(service)).toEqual(before)
    }

    const property = fc.asyncProperty(fc.constantFrom(...strangers), calls, routes, async (who, inputs, route) => {
      const headers = who ? cookie((await wireOf(service, who)).sessionId) : {}
      for (const [path, input] of Object.entries(inputs)) {
        // Who may open in an emergency is no stranger at that door, and is told that there is such a referral.
        if (path.startsWith('emergency.') && who === 'otherIntakeWorker') continue
        // What administrators name is read by everybody: a reference that they had typed would look like a leak.
        const typed = who === 'administrator' ? withoutReferences(input, references) : input
        await send(path, calling(path, typed), headers)
      }
      const [base, query, rest] = route
      await send(base, [`${encodeURI(base + rest)}?${new URLSearchParams(query)}`, {}], headers)
      await send(base, [`${base}?${new URLSearchParams(query)}`, {}], headers)
    })
    await fc.assert(property, {
      seed,
      numRuns: 1_000_000,
      interruptAfterTimeLimit: seconds * 1_000,
      endOnFailure: true,
    })

    const never = Object.keys(procedureKinds).filter((path) => path !== 'session.signOut' && !sent.has(path))
    expect(never).toEqual([])
    expect(log.filter(({ event }) => event === 'fault')).toEqual([])
    const answered = [...sent].filter(([, statuses]) => statuses.has(200)).map(([path]) => path)
    expect(answered.length).toBeGreaterThan(10)
  })
})
