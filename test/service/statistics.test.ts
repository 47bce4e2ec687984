import { expect, test } from 'vitest'
import { csvField, statisticsCsv } from '../../src/api/statistics-csv.ts'
import { startSession } from '../../src/db/sessions.ts'
import { adultNumber, childNumber } from '../support/flags.ts'
import type { PersonKey } from '../support/organisation.ts'
import { named } from '../support/protected.ts'
import { aConcern, aConcernedChild, oneSent, sent } from '../support/sending.ts'
import { onBothDatabases, type Service } from '../support/service.ts'

const period = { from: '2026-11-01', to: '2026-12-31' }
const all = { unitId: 'all', ...period } as const

const hoursLater = (service: Service, hours: number) => {
  service.now = service.now.add({ hours })
}

async function decided(service: Service, reference: string, hours: number) {
  const worker = await service.as('worker')
  const { version } = await worker.referrals.open({ reference })
  hoursLater(service, hours)
  const again = await service.as('worker')
  const assessed = await again.referrals.takeStep({
    reference,
    version,
    request: {
      step: 'assess_protection',
      result: 'no_immediate_need',
      childSeen: 'no',
      measures: [],
      reasons: 'Trygg hos mormor.',
    },
  })
  return again.referrals.takeStep({
    reference,
    version: assessed.version,
    request: { step: 'open_inquiry', reasons: 'Behöver utredas.', childHeardText: '' },
  })
}

/** The file as that person fetches it. */
async function fetched(service: Service, person: PersonKey | null, query: string): Promise<Response> {
  const { database, now } = service
  const sessionId = person
    ? await database.transaction((tx) => startSession(tx, service.organisation.people[person].id, now))
    : null
  const request = new Request(`http://localhost/api/statistik.csv?${query}`)
  return statisticsCsv(request, { database, now, sessionId })
}

const refused = { cause: { refusal: 'not-found' } }
const inPeriod = `fran=${period.from}&till=${period.to}`

onBothDatabases((service) => {
  test('waits are measured one by one: what has arrived has its percentiles, what waits its longest', async () => {
    const first = await oneSent(service)
    await oneSent(service)
    hoursLater(service, 2)
    await decided(service, first, 46)

    const manager = await service.as('manager')
    const { waits, concern } = await manager.statistics.receiver(all)
    expect(concern).toBe(2)
    expect(waits).toMatchObject([
      { stage: 'opened', n: 1, medianHours: 2, p90Hours: 2, waiting: 1, longestHours: 48 },
      { stage: 'protection_assessed', n: 1, medianHours: 48, waiting: 1 },
      { stage: 'decided', n: 1, medianHours: 48, waiting: 1 },
      { stage: 'support_answered', n: 0, medianHours: null, waiting: 0 },
    ])
  })

  test('percentiles lie between the measured, and no mean takes their place', async () => {
    for (const hours of [0, 0, 0, 100]) {
      const reference = await oneSent(service)
      hoursLater(service, hours)
      await (await service.as('worker')).referrals.open({ reference })
    }
    const { waits } = await (await service.as('manager')).statistics.receiver(all)
    expect(waits[0]).toMatchObject({ n: 4, medianHours: 0, p90Hours: expect.closeTo(70) })
  })

  test('the strict date tells whether a clock was met in time, met late, is overdue or runs', async () => {
    const late = await oneSent(service)
    await oneSent(service)
    await decided(service, late, 24 * 3)

    const { clocks } = await (await service.as('manager')).statistics.receiver(all)
    const of = (kind: string) => clocks.find((clock) => clock.kind === kind)
    expect(of('receipt')).toMatchObject({ metInTime: 1, metLate: 0, overdue: 1, running: 0 })
    expect(of('protection_assessment')).toMatchObject({ label: 'policy', metLate: 1, overdue: 1 })
    expect(of('preliminary_assessment')).toMatchObject({ metInTime: 1, running: 1 })
    expect(of('inquiry')).toMatchObject({ running: 1 })
  })

  test('what is open now is counted by age, with the work that has no deadline in a group of its own', async () => {
    await oneSent(service)
    await oneSent(service)
    await service.sql(
      `update intakes set due_on = null, due_kind = null where referral_id = (select max(id::text)::uuid from referrals)`,
    )
    hoursLater(service, 24 * 10)

    const { backlog, now } = await (await service.as('manager')).statistics.receiver(all)
    expect(backlog.find(({ from }) => from === 8)).toEqual({ from: 8, to: 14, overdue: 1, inTime: 0, noDeadline: 1 })
    expect(now).toMatchObject([{ open: 2, overdue: 1, unread: 2, unassigned: 2, noDeadline: 1 }])
  })

  test('outcomes are told per sending unit, but never of a protected family', async () => {
    const reference = await oneSent(service)
    await decided(service, reference, 1)
    const client = { name: 'Pia Annan', identityNumber: adultNumber(44), protection: 'secrecy_mark' } as const
    const hidden = await oneSent(service, aConcern([aConcernedChild({ identityNumber: childNumber(66) })], { client }))

    const manager = await service.as('manager')
    expect((await manager.statistics.receiver(all)).concern).toBe(1)
    await named(service, hidden, 'manager')
    const { senders, concern } = await manager.statistics.receiver(all)
    expect(concern).toBe(2)
    expect(senders).toMatchObject([{ name: 'Beroendeenheten', concern: 1, opened: 1, undecided: 0 }])
  })

  test('the sending side learns what it has been told, and no status and no decision', async () => {
    const flag = aConcern(undefined, { openness: { parentInformed: 'yes', feedbackWanted: true } })
    const reference = await oneSent(service, flag)
    hoursLater(service, 3)
    const { version } = await decided(service, reference, 1)

    const before = await (await service.as('adultManager')).statistics.sender(all)
    expect(before).toMatchObject({ concern: 1, feedback: { waiting: 1, opened: 0 } })
    expect(before.waits[0]).toMatchObject({ stage: 'received', n: 1, medianHours: 3 })
    expect(JSON.stringify(before)).not.toMatch(/status|decided|inquiry/)

    const request = { step: 'give_feedback', value: 'opened' } as const
    await (await service.as('worker')).referrals.takeStep({ reference, version, request })
    const after = await (await service.as('adultManager')).statistics.sender(all)
    expect(after.feedback).toMatchObject({ waiting: 0, opened: 1 })
  })

  test.each(['handler', 'worker', 'lead', 'administrator', 'auditor', 'foreignWorker'] as const)(
    'figures are for managers: %s gets none, and a unit is not found',
    async (person) => {
      const caller = await service.as(person)
      expect((await caller.statistics.units()).units).toEqual([])
      await expect(caller.statistics.receiver(all)).rejects.toMatchObject(refused)
      const { id: unitId } = service.organisation.units.intake
      await expect(caller.statistics.receiver({ ...period, unitId })).rejects.toMatchObject(refused)
    },
  )

  test('a manager gets no other unit’s figures, and not their own unit’s from the other side', async () => {
    const manager = await service.as('adultManager')
    const { intake, substanceUse, incomeSupport } = service.organisation.units
    await expect(manager.statistics.receiver({ ...period, unitId: intake.id })).rejects.toMatchObject(refused)
    await expect(manager.statistics.receiver({ ...period, unitId: substanceUse.id })).rejects.toMatchObject(refused)
    await expect(manager.statistics.sender({ ...period, unitId: incomeSupport.id })).rejects.toMatchObject(refused)
  })

  test('a letter that was given up is an alarm for the manager of those it was for, and for nobody else', async () => {
    await oneSent(service)
    await service.sql(`update outbox set dead_at = written_at, last_fault = '550'`)
    expect(await (await service.as('manager')).statistics.deadLetters()).toEqual({
      count: 1,
      codes: [{ code: '550', count: 1 }],
    })
    for (const person of ['adultManager', 'worker'] as const) {
      expect(await (await service.as(person)).statistics.deadLetters()).toEqual({ count: 0, codes: [] })
    }
  })

  test('the file hides every count under five, and holds no personal data', async () => {
    await oneSent(service)
    const response = await fetched(service, 'manager', `enhet=alla&${inPeriod}`)
    const bytes = new Uint8Array(await response.clone().arrayBuffer())
    const text = await response.text()

    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="statistik-2026-11-01-2026-12-31.csv"',
    )
    const counts = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';')[6])
    expect(counts.length).toBeGreaterThan(30)
    expect(new Set(counts)).toEqual(new Set(['färre än 5 eller dolt']))
    expect(text).not.toMatch(/Elsa|Nyström|BL-2026|Hanna/)
  })

  test('large counts stand in the file with their percentiles, and protected families in none of them', async () => {
    for (let flag = 0; flag < 6; flag += 1) await oneSent(service)
    await sent(service, aConcern([aConcernedChild({ protection: 'secrecy_mark' })]))
    const text = await (await fetched(service, 'manager', `enhet=alla&${inPeriod}`)).text()
    expect(text).toContain(';Väntetider;Skickad till öppnad;Klara;')
    expect(text).not.toMatch(/;7;/)
  })

  test.each([
    ['without a session', null, `enhet=alla&${inPeriod}`, 401],
    [
      'of a unit that one does not manage',
      'adultManager',
      `enhet=0190aaaa-0000-7000-8000-000000000999&${inPeriod}`,
      404,
    ],
    ['without managing any', 'worker', `enhet=alla&${inPeriod}`, 404],
    ['of a period that ends before it begins', 'manager', 'enhet=alla&fran=2026-12-02&till=2026-12-01', 400],
    ['of a day that does not exist', 'manager', 'enhet=alla&fran=2026-02-30&till=2026-12-01', 400],
  ] as const)('the file %s is refused', async (_, person, query, status) => {
    expect((await fetched(service, person, query)).status).toBe(status)
  })
})

test.each([
  ['=1+1', "'=1+1"],
  ['+46', "'+46"],
  ['-x', "'-x"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['\r=1', '"\'\r=1"'],
  ['a;b', '"a;b"'],
  ['säg "hej"', '"säg ""hej"""'],
  ['Mottagningen', 'Mottagningen'],
])('a field is never a formula and never two fields: %j', (text, expected) => {
  expect(csvField(text)).toBe(expected)
})
