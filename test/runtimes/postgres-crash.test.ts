import postgres from 'postgres'
import { expect, test } from 'vitest'
import { newPostgres, postgresPrograms } from '../support/own-postgres.ts'
import { newDataDir, signedIn, startNode } from '../support/processes.ts'
import { aConcern } from '../support/sending.ts'

const programs = postgresPrograms()

test('under CI there is a Postgres to kill', () => {
  expect(process.env.CI !== 'true' || programs !== null).toBe(true)
})

test.skipIf(programs === null)(
  'Postgres is killed while flags are sent: every one that was acknowledged is there when it is back, and none by half',
  async () => {
    const database = await newPostgres(programs ?? '')
    const server = await startNode({ DATABASE_URL: database.url, DATA_DIR: newDataDir() })
    try {
      const handler = await signedIn(server.url, ({ kinds }) => kinds.includes('substance_use'))
      const { units } = await handler.flags.form.query()
      const flag = { ...aConcern(), senderUnitId: units[0]?.unitId }
      const acknowledged: string[] = []
      let refused = 0
      const streams = Array.from({ length: 8 }, async () => {
        while (refused < 8) {
          const key = crypto.randomUUID()
          try {
            const { referrals } = await handler.flags.send.mutate({ key, draftId: null, flag })
            acknowledged.push(...referrals.map(({ reference }) => reference))
          } catch (error) {
            expect(error).toMatchObject({ data: { httpStatus: 503 } })
            refused += 1
          }
          if (acknowledged.length === 60) await database.kill()
        }
      })
      await Promise.all(streams)
      expect(acknowledged.length).toBeGreaterThanOrEqual(60)

      await database.start()
      const sql = postgres(database.url, { max: 1 })
      const stored = await sql`select r.reference from referrals r join intakes i on i.referral_id = r.id
        join outbox o on o.cause_id = r.submission_id
        where exists (select from search_terms t where t.referral_id = r.id)
          and exists (select from events e where e.referral_id = r.id and e.kind = 'sent')
          and exists (select from clocks c where c.referral_id = r.id and c.kind = 'protection_assessment')`
      const whole = new Set(stored.map(({ reference }) => reference))
      expect(acknowledged.filter((reference) => !whole.has(reference))).toEqual([])
      const torn = await sql`select r.reference from referrals r
        where not exists (select from intakes i where i.referral_id = r.id)
          or not exists (select from outbox o where o.cause_id = r.submission_id)`
      expect(torn).toEqual([])
      await sql.end()

      const again = await handler.flags.send.mutate({ key: crypto.randomUUID(), draftId: null, flag })
      expect(again.referrals).toHaveLength(1)
    } finally {
      await server.stop()
      await database.remove()
    }
  },
  120_000,
)
