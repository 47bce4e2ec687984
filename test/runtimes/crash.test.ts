import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDatabase, newDataDir, type RunningServer, signedIn, startNode } from '../support/processes.ts'
import { aConcern } from '../support/sending.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
let server: RunningServer
/** With its keys, as every server on one database has the same. */
const DATA_DIR = newDataDir()

beforeAll(async () => {
  database = await newDatabase()
  server = await startNode({ DATABASE_URL: database.url, DATA_DIR })
})
afterAll(async () => {
  await server.stop()
  await database.drop()
})

const isHandler = ({ kinds }: { kinds: string[] }) => kinds.includes('substance_use')
const isIntake = ({ kinds, roles }: { kinds: string[]; roles: string[] }) =>
  kinds.includes('intake') && roles.includes('social_worker')

test('every flag that was acknowledged is there after a kill -9, with its letter, and none is there by half', async () => {
  const handler = await signedIn(server.url, isHandler)
  const { units } = await handler.flags.form.query()
  const flag = { ...aConcern(), senderUnitId: units[0]?.unitId }
  const acknowledged: string[] = []
  let running = true
  const streams = Array.from({ length: 8 }, async () => {
    while (running) {
      const receipt = await handler.flags.send
        .mutate({ key: crypto.randomUUID(), draftId: null, flag })
        .catch(() => null)
      if (receipt) acknowledged.push(...receipt.referrals.map(({ reference }) => reference))
      if (acknowledged.length === 60) await server.kill()
      if (acknowledged.length >= 60) running = false
    }
  })
  await Promise.all(streams)

  const sql = postgres(database.url, { max: 1 })
  const stored = await sql`select r.reference from referrals r
    join intakes i on i.referral_id = r.id
    join outbox o on o.cause_id = r.submission_id
    where exists (select from events e where e.referral_id = r.id and e.kind = 'sent')
      and exists (select from clocks c where c.referral_id = r.id and c.kind = 'protection_assessment')`
  const whole = new Set(stored.map(({ reference }) => reference))
  expect(acknowledged.filter((reference) => !whole.has(reference))).toEqual([])
  const [{ torn } = { torn: -1 }] = await sql`select count(*)::int as torn from referrals r
    where not exists (select from intakes i where i.referral_id = r.id)`
  expect(torn).toBe(0)
  await sql.end()

  server = await startNode({ DATABASE_URL: database.url, DATA_DIR })
}, 90_000)

test('a server that is told to stop finishes cleanly', async () => {
  const second = await startNode({ DATABASE_URL: database.url, DATA_DIR })
  const worker = await signedIn(second.url, isIntake)
  expect(await worker.session.me.query()).not.toBeNull()
  expect(await second.stop()).toBe(0)
})
