import { expect, test } from 'vitest'
import { seedDemo } from '../../src/entry/demo/seed.ts'
import { saidOfEverybody } from '../support/demo-people.ts'
import { keys, onBothDatabases, type Service } from '../support/service.ts'

/** What a dump of the database holds: every row of every table as text, and sealed bytes as bytes. */
async function dumpOf(service: Service): Promise<string> {
  const tables = await service.sql<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const rows = await service.sql<{ text: string }>(`select t::text as text from ${name} t`)
    parts.push(...rows.map(({ text }) => text))
  }
  const text = parts.join('\n')
  const bytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('utf8'))
  return [text, ...bytes].join('\n')
}

onBothDatabases((service) => {
  test('a dump of the database shows no name, number or text of anybody that the demo is about', async () => {
    await service.sql('truncate municipalities cascade')
    await seedDemo(service.owner, service.now)
    const said = await saidOfEverybody(service.owner, keys)
    expect(said.size).toBeGreaterThan(300)

    const dump = await dumpOf(service)
    expect([...said].filter((words) => dump.includes(words))).toEqual([])
  })
})
