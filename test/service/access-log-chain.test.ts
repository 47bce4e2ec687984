import { beforeEach, expect, test } from 'vitest'
import { linkReads, verifyChain } from '../../src/db/access-log-chain.ts'
import { becomeArchivist } from '../../src/db/database.ts'
import { linkAllReads } from '../../src/jobs/link-reads.ts'
import { oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'

const reads = 12

onBothDatabases((service) => {
  const verify = (head?: { place: number; mac: string }) => verifyChain(service.owner, head)
  const linkOne = () =>
    service.database.transaction(async (tx) => {
      await becomeArchivist(tx)
      return linkReads(tx, 1)
    })

  beforeEach(async () => {
    const reference = await oneSent(service)
    const worker = await service.as('worker')
    for (let read = 0; read < reads; read++) {
      service.now = service.now.add({ seconds: 20 })
      await worker.referrals.open({ reference })
    }
    await linkAllReads(service.database)
  })

  test('every read is linked once, in the order of time, and an untouched log is whole', async () => {
    const report = await verify()
    expect(report).toMatchObject({ linked: reads, foreign: 0, faults: [], head: { place: reads } })
    const places = await service.sql<{ place: string; at: string }>(
      `select k.place::int as place, l.at from access_log_links k join access_log l on l.id = k.log_id order by l.at`,
    )
    expect(places.map(({ place }) => place)).toEqual(Array.from({ length: reads }, (_, index) => index + 1))
    expect(await linkAllReads(service.database)).toBe(0)
    expect(await verify(report.head)).toEqual(report)
  })

  test('several that link at once make one chain', async () => {
    await service.sql('delete from access_log_links')
    while ((await Promise.all(Array.from({ length: 6 }, linkOne))).some((linked) => linked > 0));
    expect(await verify()).toMatchObject({ linked: reads, faults: [] })
  })

  test.each([
    ['person_id', `'00000000-0000-7000-8000-000000000000'`],
    ['at', `at + interval '1 millisecond'`],
    ['referral_id', 'null'],
    ['ground', `'sender'`],
    ['municipality_id', `'00000000-0000-7000-8000-000000000000'`],
    ['searched_for', `'name'`],
  ])('a line whose %s was altered shows, alone', async (column, value) => {
    await service.sql(
      `update access_log set ${column} = ${value} where id = (select log_id from access_log_links where place = 5)`,
    )
    expect((await verify()).faults).toEqual([{ kind: 'altered', place: 5, logId: expect.any(String) }])
  })

  test('a line that was taken away shows, and so does one that was taken with its link', async () => {
    await service.sql(`delete from access_log where id = (select log_id from access_log_links where place = 4)`)
    expect((await verify()).faults).toMatchObject([{ kind: 'removed', place: 4 }])
    await service.sql(`delete from access_log_links where place = 4`)
    expect((await verify()).faults).toEqual([{ kind: 'gap', place: 5 }])
  })

  test('an end that was cut off shows against the head that was kept elsewhere', async () => {
    const { head } = await verify()
    await service.sql(`delete from access_log where id in (select log_id from access_log_links where place > 9)`)
    await service.sql(`delete from access_log_links where place > 9`)
    expect((await verify()).faults).toEqual([])
    expect((await verify(head)).faults).toEqual([{ kind: 'head-lost', place: reads }])
  })

  test('two lines that changed places show', async () => {
    await service.sql(`update access_log_links set log_id = '00000000-0000-7000-8000-000000000000' where place = 3`)
    await service.sql(`update access_log_links k set log_id = l.id from access_log l
      where k.place = 6 and not exists (select from access_log_links o where o.log_id = l.id)`)
    expect((await verify()).faults).toMatchObject([
      { kind: 'removed', place: 3 },
      { kind: 'altered', place: 6 },
    ])
  })

  test('a line that is written into the past is never linked, and shows', async () => {
    await service.sql(`insert into access_log select gen_random_uuid(), at - interval '2 hours', municipality_id, person_id,
      unit_id, role, referral_id, door, ground, searched_for from access_log limit 1`)
    expect(await linkAllReads(service.database)).toBe(0)
    expect(await verify()).toMatchObject({ foreign: 1, faults: [] })
  })
})
