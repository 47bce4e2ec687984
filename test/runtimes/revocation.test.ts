import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, newDatabase, newDataDir, type RunningServer, signedIn, startNode } from '../support/processes.ts'

/**
 * Many clients at once, and in the middle their sessions are ended, the person leaves or loses the role. What had begun
 * before that was said may be answered; nothing that began after it may hold anything.
 */

let database: Awaited<ReturnType<typeof newDatabase>>
let server: RunningServer
let sql: ReturnType<typeof postgres>
beforeAll(async () => {
  database = await newDatabase()
  server = await startNode({ DATABASE_URL: database.url, DATA_DIR: newDataDir() })
  sql = postgres(database.url, { max: 2, onnotice: () => {} })
})
afterAll(async () => {
  await sql.end()
  await server.stop()
  await database.drop()
})

interface Seen {
  startedAt: number
  /** Whether anything of the unit's cases was answered. */
  hasContent: boolean
}

/** The person may not sign in more often than this, three times over, within some minutes. */
const clients = 9
const answersBefore = 200
const answersAfter = 200

/** Asks without pause on every client; revokes once enough has been answered; stops when enough has been asked since. */
async function underLoad(
  load: (client: Client) => Promise<boolean>,
  people: readonly Client[],
  revoke: () => Promise<void>,
): Promise<{ before: Seen[]; after: Seen[] }> {
  const seen: Seen[] = []
  let revokedAt = Number.POSITIVE_INFINITY
  let revoking: Promise<void> | undefined
  const since = () => seen.filter(({ startedAt }) => startedAt > revokedAt).length
  const streams = people.map(async (client) => {
    while (since() < answersAfter) {
      const startedAt = performance.now()
      const hasContent = await load(client)
      seen.push({ startedAt, hasContent })
      if (!revoking && seen.length >= answersBefore) {
        revoking = revoke().then(() => {
          revokedAt = performance.now()
        })
      }
    }
  })
  await Promise.all([...streams])
  await revoking
  return {
    before: seen.filter(({ startedAt }) => startedAt <= revokedAt),
    after: seen.filter(({ startedAt }) => startedAt > revokedAt),
  }
}

const isWorker = ({ kinds, roles }: { kinds: string[]; roles: string[] }) =>
  kinds.includes('intake') && roles.includes('social_worker')

/** The same person at many computers, and what they may read of their unit. */
async function givenWorkers() {
  const people = await Promise.all(Array.from({ length: clients }, () => signedIn(server.url, isWorker)))
  const me = await people[0]?.session.me.query()
  const unitId = me?.memberships[0]?.unitId
  if (!me || !unitId) throw new Error('nobody works there')
  const load = (client: Client) =>
    client.referrals.inbox.query({ unitId, show: 'open' }).then(
      ({ rows }) => rows.length > 0,
      (error) => {
        if (error.data?.code === 'UNAUTHORIZED') return false
        throw error
      },
    )
  return { people, personId: me.personId, load }
}

test.each([
  ['the sessions are ended', (id: string) => sql`update sessions set ended_at = now() where person_id = ${id}`, null],
  [
    'the person leaves',
    (id: string) => sql`update people set deactivated_at = now() where id = ${id}`,
    (id: string) => sql`update people set deactivated_at = null where id = ${id}`,
  ],
  ['the person loses every role', (id: string) => sql`delete from memberships where person_id = ${id}`, null],
])('once %s, nothing that is asked afterwards is answered with anything', async (_, revoke, restore) => {
  const { people, personId, load } = await givenWorkers()
  const { before, after } = await underLoad(load, people, async () => {
    await revoke(personId)
  })
  expect(before.filter(({ hasContent }) => hasContent).length).toBeGreaterThan(answersBefore / 2)
  expect(after.length).toBeGreaterThanOrEqual(answersAfter)
  expect(after.filter(({ hasContent }) => hasContent)).toEqual([])
  await restore?.(personId)
})
