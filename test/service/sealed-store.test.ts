import { expect, test } from 'vitest'
import { unseal } from '../../src/db/seal.ts'
import type { ReferralContent } from '../../src/domain/flag/referral-content.ts'
import { seedDemo } from '../../src/entry/demo/seed.ts'
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

/** Each child and client by full name, number, and the beginning of each text about them. */
function saidIn({ client, child, texts }: ReferralContent): string[] {
  const number = child.identityNumber ?? ''
  return [
    client.name,
    client.identityNumber,
    number,
    number && `${number.slice(0, 8)}-${number.slice(8)}`,
    child.givenName && child.familyName && `${child.givenName} ${child.familyName}`,
    ...Object.values(texts ?? {}).map((text) => String(text).slice(0, 30)),
  ].filter((said): said is string => typeof said === 'string' && said.length > 3)
}

onBothDatabases((service) => {
  test('a dump of the database shows no name, number or text of anybody that the demo is about', async () => {
    await service.sql('truncate municipalities cascade')
    await seedDemo(service.owner, service.now)
    const rows = await service.sql<{ id: string; content: Uint8Array }>('select id, content from referrals')
    const said = new Set(
      rows.flatMap(({ id, content }) => saidIn(unseal<ReferralContent>(keys, `referrals:content:${id}`, content))),
    )
    expect(said.size).toBeGreaterThan(300)

    const dump = await dumpOf(service)
    expect([...said].filter((words) => dump.includes(words))).toEqual([])
  })
})
