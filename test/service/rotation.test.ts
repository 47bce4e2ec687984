import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { getDraft } from '../../src/db/drafts.ts'
import { refuseForeignKeys } from '../../src/db/keys-check.ts'
import { getReferralFile } from '../../src/db/referral-page.ts'
import { rotateKeys, sealedColumns } from '../../src/db/rotation.ts'
import { type KeyRing, newKeySettings, readKeyRing } from '../../src/db/seal.ts'
import { startSession } from '../../src/db/sessions.ts'
import { aChild, adultNumber, aFlag } from '../support/flags.ts'
import { ask, walk } from '../support/journeys.ts'
import { named } from '../support/protected.ts'
import { givenProvider } from '../support/providers.ts'
import { draw, reviewOf } from '../support/reviews.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { keys as former, onBothDatabases, type Service } from '../support/service.ts'

const another = () => {
  const { fieldKeys, indexKey } = newKeySettings()
  return readKeyRing(fieldKeys, indexKey)
}

/** The former ring with a new key in front, and the new key alone. */
function rings(): { both: KeyRing; fresh: KeyRing } {
  const number = 200
  const [key] = another().keys.values()
  if (!key) throw new Error('a ring has a key')
  const { indexKey } = former
  return {
    both: { keys: new Map([[number, key], ...former.keys]), active: number, indexKey },
    fresh: { keys: new Map([[number, key]]), active: number, indexKey },
  }
}

function withKeys(database: Database, keys: KeyRing): Database {
  return {
    ...database,
    transaction: (work) => database.transaction((tx) => work(Object.create(tx, { keys: { value: keys } }))),
  }
}

/** What a reviewer wrote of the read. */
async function givenReview(service: Service): Promise<void> {
  const { now } = service
  await draw(service, '2026-12-02T09:00')
  const { items } = await reviewOf(service, 'manager', 'intake', '2026-11')
  await (await service.as('manager')).reviews.mark({
    itemId: items[0]?.id ?? '',
    mark: 'explained',
    words: 'I tjänst.',
  })
  service.now = now
}

/** Something in every sealed column, about one child. */
async function givenCase(service: Service): Promise<string> {
  const handler = await service.as('handler')
  const { senderUnitId } = aConcern()
  const reference = await oneSent(service)
  await walk(await service.as('worker'), reference, [ask])
  await handler.flags.supplement({ reference, key: crypto.randomUUID(), text: 'Hos mormor.', answersQuestion: true })
  await handler.flags.send({
    key: crypto.randomUUID(),
    draftId: null,
    flag: { ...aFlag([aChild()]), senderUnitId },
  })
  await handler.drafts.save({ id: crypto.randomUUID(), version: 0, content: { client: { name: 'Petra' } } })
  const providerId = await givenProvider(service)
  const provider = { providerId, sid: null, idToken: 'a.b.c' }
  const browser = { browser: null, system: null }
  const { id: personId } = service.organisation.people.handler
  await service.database.transaction((tx) => startSession(tx, personId, service.now, { browser, provider }))
  await givenReview(service)
  const client = { name: 'Pia Annan', identityNumber: adultNumber(44), protection: 'fictitious_identity' } as const
  const hidden = await oneSent(service, aConcern([aConcernedChild({}, 3)], { client }))
  await named(service, hidden, 'manager')
  const manager = await service.as('manager')
  const lowered = { level: 'secrecy_mark', source: 'person', reason: 'Nytt besked.' } as const
  await manager.protectedPersons.mark({ reference: hidden, ...lowered })
  const supporter = await service.as('supporter')
  const { lookupId } = await supporter.emergency.find({ reason: 'child_missing', why: 'Borta.', asked: reference })
  await supporter.emergency.open({ lookupId, reference })
  return reference
}

async function sealedBy(service: Service): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {}
  for (const [table, column] of sealedColumns) {
    const rows = await service.sql<{ key: number }>(
      `select distinct get_byte(${column}, 0) as key from ${table} where ${column} is not null`,
    )
    found[`${table}.${column}`] = rows.map(({ key }) => key)
  }
  return found
}

async function sealedValues(service: Service): Promise<number> {
  const counts = sealedColumns.map(([table, column]) => `select count(${column})::int as n from ${table}`)
  const [row] = await service.sql<{ n: number }>(`select sum(n)::int as n from (${counts.join(' union all ')}) counted`)
  return row?.n ?? 0
}

const everywhere = (key: number) =>
  Object.fromEntries(sealedColumns.map(([table, column]) => [`${table}.${column}`, [key]]))

onBothDatabases((service) => {
  test('every column of bytes is one that the rotation knows', async () => {
    const columns = await service.sql<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type = 'bytea'`,
    )
    expect(columns.map(({ name }) => name).toSorted()).toEqual(sealedColumns.map((place) => place.join('.')).toSorted())
  })

  test('after a rotation the new key alone opens everything, and it says the same', async () => {
    const { both, fresh } = rings()
    const reference = await givenCase(service)
    const before = await service.owner.transaction((tx) => getReferralFile(tx, reference, '2026-11-20'))
    expect(await sealedBy(service)).toEqual(everywhere(former.active))

    const stored = await sealedValues(service)
    expect(await rotateKeys(withKeys(service.owner, both))).toEqual({ resealed: stored, unreadable: [] })
    expect(await sealedBy(service)).toEqual(everywhere(fresh.active))
    expect(
      await withKeys(service.owner, fresh).transaction((tx) => getReferralFile(tx, reference, '2026-11-20')),
    ).toEqual(before)
    expect(await rotateKeys(withKeys(service.owner, both))).toEqual({ resealed: 0, unreadable: [] })
  })

  test('while people write nothing of theirs is lost, and what the old ring sealed meanwhile is taken by the next run', async () => {
    const { both, fresh } = rings()
    await givenCase(service)
    const handler = await service.as('handler')
    const id = crypto.randomUUID()
    await handler.drafts.save({ id, version: 0, content: { client: { name: '0' } } })
    const typing = async () => {
      for (let version = 1; version <= 20; version++) {
        await handler.drafts.save({ id, version, content: { client: { name: String(version) } } })
      }
    }
    await Promise.all([typing(), rotateKeys(withKeys(service.owner, both))])

    const kept = await withKeys(service.owner, both).transaction((tx) => getDraft(tx, id))
    expect(kept).toMatchObject({ version: 21, content: { client: { name: '20' } } })
    await rotateKeys(withKeys(service.owner, both))
    expect(await sealedBy(service)).toEqual(everywhere(fresh.active))
  })

  test('ended half-way it goes on where it was', async () => {
    const { both, fresh } = rings()
    await givenCase(service)
    let batches = 0
    const ending: Database = {
      ...service.owner,
      transaction: (work) => {
        batches += 1
        if (batches > 3) throw new Error('killed')
        return withKeys(service.owner, both).transaction(work)
      },
    }
    await expect(rotateKeys(ending)).rejects.toThrow('killed')
    await rotateKeys(withKeys(service.owner, both))
    expect(await sealedBy(service)).toEqual(everywhere(fresh.active))
  })

  test('what no key opens is left as it is, and told by its place alone', async () => {
    const { both } = rings()
    await givenCase(service)
    const [row] = await service.sql<{ id: string }>(
      `update supplements set content = set_byte(content, 40, (get_byte(content, 40) + 1) % 256) returning id`,
    )
    const { unreadable } = await rotateKeys(withKeys(service.owner, both))
    expect(unreadable).toEqual([`supplements:content:${row?.id}`])
  })

  test('a ring that does not open what is stored, or another index key, is refused by its name', async () => {
    await expect(refuseForeignKeys(withKeys(service.database, another()))).resolves.toBeUndefined()
    await givenCase(service)
    await expect(refuseForeignKeys(service.database)).resolves.toBeUndefined()
    await expect(refuseForeignKeys(withKeys(service.database, another()))).rejects.toThrow(/^FIELD_KEYS/)
    const { indexKey } = another()
    await expect(refuseForeignKeys(withKeys(service.database, { ...former, indexKey }))).rejects.toThrow(/^INDEX_KEY/)
  })
})
