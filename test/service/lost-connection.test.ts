import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openServer } from '../../src/db/server.ts'
import { newDatabase } from '../support/processes.ts'
import { keys } from '../support/service.ts'

let scratch: Awaited<ReturnType<typeof newDatabase>>
let database: Database

beforeAll(async () => {
  scratch = await newDatabase()
  database = openServer({ url: scratch.url, keys, connections: 2 })
  await database.transaction((tx) => tx.rows('create table words (word text)'))
})
afterAll(async () => {
  await database.close()
  await scratch.drop()
})

test.skipIf(process.env.WITHOUT_POSTGRES)(
  'when the connection is lost in the middle, nothing of the transaction is stored, not even what came after',
  async () => {
    const broken = database.transaction(async (tx) => {
      await tx.rows(`insert into words values ('before')`)
      const [self] = await tx.rows<{ pid: number }>('select pg_backend_pid() as pid')
      await database.transaction((other) => other.rows('select pg_terminate_backend($1::int)', [self?.pid]))
      await tx.rows('select 1').catch(() => {})
      await tx.rows(`insert into words values ('after')`)
    })
    await expect(broken).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
    for (let n = 0; n < 4; n++) {
      expect(await database.transaction((tx) => tx.rows('select word from words'))).toEqual([])
    }
  },
)
