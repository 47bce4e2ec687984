import { afterEach, expect, test } from 'vitest'
import type { AccessDoor, AccessGround } from '../../src/domain/access.ts'
import type { Role } from '../../src/domain/organisation.ts'
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
  }>(
    `select l.person_id, l.door, l.ground, l.role, r.reference from access_log l left join referrals r on r.id = l.referral_id order by l.id`,
  )
  const keys = Object.keys(service.organisation.people) as PersonKey[]
  return rows.map(({ person_id, door, ground, role, reference }) => {
    const person = keys.find((key) => service.organisation.people[key].id === person_id)
    return `${person} ${door} ${reference} ${ground} ${role ?? '-'}`
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

  test('each hit of a search is logged, and what was searched for is not', async () => {
    const reference = await oneSent(service)
    await (await service.as('worker')).search.find({ text: 'Elsa Nyström' })
    await (await service.as('colleague')).search.find({ text: 'Elsa' })
    await (await service.as('otherHandler')).search.find({ text: 'Elsa' })
    expect(await log(service)).toEqual([
      `worker search ${reference} group -`,
      `colleague search ${reference} sender_unit -`,
    ])
    const [row] = await service.sql<{ stored: string }>(`select json_agg(l)::text as stored from access_log l`)
    expect(row?.stored).not.toMatch(/elsa|nystr/i)
  })

  test('what was not shown is not logged as read', async () => {
    const reference = await oneSent(service)
    for (const person of ['otherHandler', 'administrator', 'auditor', 'foreignWorker'] as const) {
      const caller = await service.as(person)
      await refusalOf(caller.referrals.open({ reference }))
      await refusalOf(caller.flags.sent({ reference }))
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
