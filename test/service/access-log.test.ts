import { afterEach, expect, test } from 'vitest'
import { statisticsCsv } from '../../src/api/statistics-csv.ts'
import { startSession } from '../../src/db/sessions.ts'
import type { AccessDoor, AccessGround, SearchKind } from '../../src/domain/access.ts'
import type { Role } from '../../src/domain/organisation.ts'
import { childNumber } from '../support/flags.ts'
import { assess, openInquiry, toMyself, walk } from '../support/journeys.ts'
import type { PersonKey } from '../support/organisation.ts'
import { refusalOf } from '../support/refusals.ts'
import { oneSent } from '../support/sending.ts'
import { onBothDatabases, type Service } from '../support/service.ts'

/** Every line of the log, as it is read in a review. */
async function log(service: Service): Promise<string[]> {
  const rows = await service.sql<{
    person_id: string
    door: AccessDoor
    ground: AccessGround
    role: Role | null
    reference: string | null
    searched_for: SearchKind | null
  }>(
    `select l.searched_for, l.person_id, l.door, l.ground, l.role, r.reference from access_log l left join referrals r on r.id = l.referral_id order by l.id`,
  )
  const keys = Object.keys(service.organisation.people) as PersonKey[]
  return rows.map(({ person_id, door, ground, role, reference, searched_for }) => {
    const person = keys.find((key) => service.organisation.people[key].id === person_id)
    return [person, door, reference ?? 'null', ground, role ?? '-', ...(searched_for ? [searched_for] : [])].join(' ')
  })
}

onBothDatabases((service) => {
  afterEach(() => service.sql(`grant insert on access_log to viewer`))

  test('each opening of the page is logged, with the ground that is strongest', async () => {
    const reference = await oneSent(service)
    const { id } = service.organisation.people.worker
    await walk(await service.as('worker'), reference, [])
    await walk(await service.as('manager'), reference, [])
    await walk(await service.as('onDuty'), reference, [])
    await walk(await service.as('worker'), reference, [toMyself(id)])
    expect(await log(service)).toEqual([
      `worker referral ${reference} group social_worker`,
      `manager referral ${reference} manager unit_manager`,
      `onDuty referral ${reference} group out_of_hours`,
      `worker referral ${reference} group social_worker`,
      `worker referral ${reference} assigned social_worker`,
    ])
  })

  test('the sender’s page is logged as one’s own or one’s unit’s, also when it is the answer to an addition', async () => {
    const reference = await oneSent(service)
    await (await service.as('handler')).flags.sent({ reference })
    const colleague = await service.as('colleague')
    await colleague.flags.sent({ reference })
    await colleague.flags.supplement({ reference, key: crypto.randomUUID(), text: 'Mer.' })
    await colleague.flags.requestFeedback({ reference })
    expect(await log(service)).toEqual([
      `handler sent_referral ${reference} sender case_handler`,
      ...Array(3).fill(`colleague sent_referral ${reference} sender_unit case_handler`),
    ])
  })

  test('each search is logged, by what kind of term and with its hits, and what was searched for is not', async () => {
    const reference = await oneSent(service)
    await (await service.as('worker')).search.find({ text: 'Elsa Nyström' })
    await (await service.as('colleague')).search.find({ text: reference })
    await (await service.as('otherHandler')).search.find({ text: childNumber(60) })
    expect(await log(service)).toEqual([
      'worker search null group social_worker name',
      `worker search ${reference} group social_worker`,
      'colleague search null group case_handler reference',
      `colleague search ${reference} sender_unit case_handler`,
      'otherHandler search null group case_handler number',
    ])
    const [row] = await service.sql<{ stored: string }>(`select json_agg(l)::text as stored from access_log l`)
    expect(row?.stored).not.toMatch(/elsa|nystr/i)
  })

  test('a print is a line of its own, on either side', async () => {
    const reference = await oneSent(service)
    await walk(await service.as('worker'), reference, [])
    await (await service.as('manager')).referrals.print({ reference })
    await (await service.as('handler')).flags.print({ reference })
    expect((await log(service)).slice(1)).toEqual([
      `manager print ${reference} manager unit_manager`,
      `handler print ${reference} sender case_handler`,
    ])
  })

  test('figures so small that they may point at somebody are a read of each unit they are about; others are not', async () => {
    const period = { from: '2026-11-01', to: '2026-11-20' }
    const manager = await service.as('manager')
    await manager.statistics.receiver({ unitId: 'all', ...period })
    expect(await log(service)).toEqual([])
    await oneSent(service)
    await manager.statistics.receiver({ unitId: 'all', ...period })
    await (await service.as('adultManager')).statistics.sender({ unitId: 'all', ...period })
    expect(await log(service)).toEqual([
      'manager statistics null manager unit_manager',
      'adultManager statistics null manager unit_manager',
    ])
  })

  test('a file of figures is a line, although no figure in it points at anybody', async () => {
    const { database, now, organisation } = service
    const sessionId = await database.transaction((tx) => startSession(tx, organisation.people.manager.id, now))
    const request = new Request('http://localhost/api/statistik.csv?enhet=alla&fran=2026-11-01&till=2026-11-20')
    expect((await statisticsCsv(request, { database, now, sessionId })).status).toBe(200)
    expect(await log(service)).toEqual(['manager export null manager unit_manager'])
  })

  test('each line has the municipality of its reader', async () => {
    await walk(await service.as('worker'), await oneSent(service), [])
    expect(
      await service.sql(
        `select l.municipality_id = p.municipality_id as own from access_log l join people p on p.id = l.person_id`,
      ),
    ).toEqual([{ own: true }])
  })

  test('what was not shown is not logged as read', async () => {
    const reference = await oneSent(service)
    for (const person of ['otherHandler', 'administrator', 'auditor', 'foreignWorker'] as const) {
      const caller = await service.as(person)
      await refusalOf(caller.referrals.open({ reference }))
      await refusalOf(caller.flags.sent({ reference }))
      await refusalOf(caller.referrals.print({ reference }))
      await refusalOf(caller.flags.print({ reference }))
    }
    expect(await log(service)).toEqual([])
  })

  test('each line has its moment, its person and its unit', async () => {
    const reference = await oneSent(service)
    service.now = service.now.add({ minutes: 7 })
    await walk(await service.as('worker'), reference, [])
    const { people, units } = service.organisation
    expect(
      await service.sql(`select person_id, unit_id, at = $1::timestamptz as exact from access_log`, [
        service.now.toString(),
      ]),
    ).toEqual([{ person_id: people.worker.id, unit_id: units.intake.id, exact: true }])
  })

  test('without the log there is no answer, and nothing is stored', async () => {
    const reference = await oneSent(service)
    const handler = await service.as('handler')
    const worker = await service.as('worker')
    const page = await walk(await service.as('lead'), reference, [assess])
    const state = () => service.sql(`select i.version, (select count(*)::int from events) as events from intakes i`)
    const before = await state()
    await service.sql(`revoke insert on access_log from viewer`)
    const calls = [
      worker.referrals.open({ reference }),
      worker.referrals.takeStep({ reference, version: page.version, request: openInquiry }),
      handler.flags.sent({ reference }),
      handler.flags.supplement({ reference, key: crypto.randomUUID(), text: 'Mer.' }),
      handler.flags.requestFeedback({ reference }),
      worker.search.find({ text: 'Elsa' }),
    ]
    for (const outcome of await Promise.allSettled(calls)) {
      if (outcome.status === 'fulfilled') throw new Error('it was answered')
      expect(await refusalOf(Promise.reject(outcome.reason))).toEqual({ code: 'INTERNAL_SERVER_ERROR' })
    }
    expect(await state()).toEqual(before)
    expect(await service.sql(`select id from supplements`)).toEqual([])
  })
})
