import { beforeEach, describe, expect, test } from 'vitest'
import { appRouter } from '../../src/api/router.ts'
import { canary, givenWorld, procedures, type World, withField } from '../support/bad-inputs.ts'
import { aChild, aFlag } from '../support/flags.ts'
import { ask, assess, closeSupport, openInquiry, referralIn, rowCounts, walk } from '../support/journeys.ts'
import type { PersonKey } from '../support/organisation.ts'
import { aConcern, oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'
import { type Answer, type Wire, wireOf, wireWith } from '../support/wire.ts'

onBothDatabases((service) => {
  let world: World
  let before: Record<string, number>
  const wires = new Map<PersonKey, Wire>()
  const as = (person: PersonKey): Wire => {
    const wire = wires.get(person)
    if (!wire) throw new Error(`${person} is not signed in`)
    return wire
  }
  beforeEach(async () => {
    world = await givenWorld(service)
    for (const person of [
      'handler',
      'colleague',
      'worker',
      'unqualified',
      'manager',
      'adultManager',
      'otherHandler',
      'administrator',
      'auditor',
    ] as const) {
      wires.set(person, await wireOf(service, person))
    }
    before = await rowCounts(service)
    service.logged.length = 0
  })

  const expectNothingStoredOrTold = async (answers: readonly Answer[]) => {
    expect(await rowCounts(service)).toEqual(before)
    expect(answers.filter(({ text }) => text.includes(canary)).map(({ text }) => text.slice(0, 400))).toEqual([])
    expect(service.logged).toEqual([])
  }

  test('every procedure has its bad inputs here', () => {
    expect(Object.keys(procedures).toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted())
  })

  test.each(Object.entries(procedures).filter(([, { good }]) => good))(
    '%s refuses each bad field by its name, stores nothing, and repeats nothing',
    async (path, { as: person, good, bad = [] }) => {
      if (!good) throw new Error('no good input')
      const input = good(world)
      const answers: Answer[] = []
      const wrong: unknown[] = []
      const whole: [string, unknown][] = [canary, 7, [], null, true].map((value) => ['', value])
      const cases: [unknown, string | undefined][] = [
        ...whole.map(([, value]): [unknown, undefined] => [value, undefined]),
        [{ ...input, [canary]: canary }, ''],
        ...bad.map(([field, value, told]): [unknown, string] => [withField(input, field, value), told ?? field]),
      ]
      for (const [sent, told] of cases) {
        const answer = await as(person).call(path, sent)
        answers.push(answer)
        const named = told === undefined || answer.data.issues?.some((issue) => issue.path === told)
        if (answer.status !== 400 || answer.data.code !== 'BAD_REQUEST' || !named) {
          wrong.push({ sent: JSON.stringify(sent)?.slice(0, 200), told, status: answer.status, data: answer.data })
        }
      }
      expect(wrong).toEqual([])
      expect(answers.length).toBeGreaterThan(6)
      await expectNothingStoredOrTold(answers)
    },
  )

  test.each([
    ['thirty idle minutes', 30],
    ['ten hours', 600],
  ])('after %s every procedure answers that the session has ended', async (_, minutes) => {
    service.now = service.now.add({ minutes })
    const answers: Answer[] = []
    for (const [path, { as: person, good, open }] of Object.entries(procedures)) {
      if (open || path === 'live.changes') continue
      const answer = await as(person).call(path, good?.(world))
      expect([path, answer.status, answer.data.code]).toEqual([path, 401, 'UNAUTHORIZED'])
      answers.push(answer)
    }
    await expectNothingStoredOrTold(answers)
  })

  test('a cookie that nobody was given answers as none', async () => {
    const wire = wireWith(service, canary)
    const answers: Answer[] = []
    for (const [path, { good, open }] of Object.entries(procedures)) {
      if (open || path === 'live.changes') continue
      const answer = await wire.call(path, good?.(world))
      expect([path, answer.status]).toEqual([path, 401])
      answers.push(answer)
    }
    await expectNothingStoredOrTold(answers)
  })

  describe('what the rules refuse', () => {
    const refused = async (person: PersonKey, path: string, input: unknown, expected: object) => {
      before = await rowCounts(service)
      const answer = await as(person).call(path, input)
      expect({ status: answer.status, refusal: answer.data.refusal, field: answer.data.field }).toEqual(expected)
      await expectNothingStoredOrTold([answer])
    }

    test('a unit of somebody else’s to flag from', async () => {
      const { incomeSupport, intake, foreignAdult } = service.organisation.units
      for (const unit of [incomeSupport, intake, foreignAdult]) {
        const flag = { ...aConcern(), senderUnitId: unit.id, network: canary }
        const input = { key: crypto.randomUUID(), draftId: null, flag }
        await refused('handler', 'flags.send', input, { status: 403, refusal: 'not-permitted', field: 'senderUnitId' })
      }
    })

    test('a unit of somebody else’s to list: it is empty, as one that is not', async () => {
      for (const unitId of [service.organisation.units.intake.id, crypto.randomUUID()]) {
        const answer = await as('handler').call('referrals.inbox', { unitId })
        expect(JSON.parse(answer.text).result.data).toEqual({ rows: [], next: null, today: '2026-11-20' })
      }
    })

    test('a step on a referral that is closed', async () => {
      const reference = await referralIn(service, 'closed')
      wires.set('supporter', await wireOf(service, 'supporter'))
      const [row] = await service.sql<{ version: number }>(
        `select version from intakes i join referrals r on r.id = i.referral_id where reference = $1`,
        [reference],
      )
      const input = { reference, version: row?.version, request: { ...closeSupport, reasons: canary } }
      await refused('supporter', 'referrals.takeStep', input, {
        status: 422,
        refusal: 'wrong-status',
        field: undefined,
      })
    })

    test('a version that is old', async () => {
      const { reference, version } = world
      await walk(await service.as('worker'), reference, [assess])
      const input = { reference, version, request: { ...openInquiry, reasons: canary } }
      await refused('worker', 'referrals.takeStep', input, { status: 409, refusal: 'stale-version', field: undefined })
    })

    test('an act that takes a degree', async () => {
      const { reference, version } = world
      const input = { reference, version, request: { ...assess, reasons: canary } }
      await refused('unqualified', 'referrals.takeStep', input, {
        status: 403,
        refusal: 'not-qualified',
        field: undefined,
      })
    })

    test('a date that has been', async () => {
      const { reference, version } = world
      const input = { reference, version, request: { ...ask, text: canary, answerBy: '2026-11-19' } }
      await refused('worker', 'referrals.takeStep', input, {
        status: 422,
        refusal: 'date-in-the-past',
        field: 'answerBy',
      })
    })

    test('a key that has been used for another flag', async () => {
      const key = crypto.randomUUID()
      await (await service.as('handler')).flags.send({ key, draftId: null, flag: aConcern() })
      const input = { key, draftId: null, flag: aConcern(undefined, { network: canary }) }
      await refused('handler', 'flags.send', input, {
        status: 409,
        refusal: 'key-reused-with-other-content',
        field: 'key',
      })
    })

    test('a key that has been used for another supplement', async () => {
      const { reference } = world
      const key = crypto.randomUUID()
      await (await service.as('handler')).flags.supplement({ reference, key, text: 'Ett.' })
      const input = { reference, key, text: canary }
      await refused('handler', 'flags.supplement', input, {
        status: 409,
        refusal: 'key-reused-with-other-content',
        field: 'key',
      })
    })

    test('feedback that has been asked for', async () => {
      const { reference } = world
      await (await service.as('handler')).flags.requestFeedback({ reference })
      await refused(
        'handler',
        'flags.requestFeedback',
        { reference },
        { status: 422, refusal: 'wrong-status', field: undefined },
      )
    })

    test('support across boards without consent or ground', async () => {
      wires.set('disabilityHandler', await wireOf(service, 'disabilityHandler'))
      const child = aChild({ needOfSupport: 'yes', askAgainOn: undefined, guardians: { clientIsGuardian: 'yes' } })
      const flag = aFlag([child], { network: canary, openness: { parentInformed: 'yes' } })
      const input = {
        key: crypto.randomUUID(),
        draftId: null,
        flag: {
          ...flag,
          safety: { ...flag.safety, dangerWithinReach: 'no' },
          senderUnitId: service.organisation.units.disability.id,
        },
      }
      const expected = { status: 422, refusal: 'consent-or-ground-missing', field: 'openness.basis.kind' }
      await refused('disabilityHandler', 'flags.send', input, expected)
    })
  })

  test('what is kept sealed and does not open is a fault with a number, and not a word of it is told', async () => {
    await service.sql(`update referrals set content = '\\x0000'::bytea`)
    const answer = await as('worker').call('referrals.open', { reference: world.reference })
    expect(answer.status).toBe(500)
    expect(Object.keys(answer.data).toSorted()).toEqual(['code', 'httpStatus', 'incident'])
    expect(service.logged).toEqual([
      { event: 'fault', incident: answer.data.incident, name: 'UnreadableSeal', sqlState: null },
    ])
  })

  test('the stream of changes refuses in its own words, and ends', async () => {
    const { intake, otherIntake } = service.organisation.units
    const cases = [
      [as('worker'), canary, 'BAD_REQUEST'],
      [as('worker'), { unitId: canary }, 'BAD_REQUEST'],
      [as('worker'), { unitId: intake.id, [canary]: canary }, 'BAD_REQUEST'],
      [as('worker'), { unitId: otherIntake.id }, 'NOT_FOUND'],
      [as('handler'), { unitId: intake.id }, 'NOT_FOUND'],
      [wireWith(service, canary), { unitId: intake.id }, 'UNAUTHORIZED'],
    ] as const
    const answers: Answer[] = []
    for (const [wire, input, code] of cases) {
      const answer = await wire.call('live.changes', input)
      expect(answer.text).toContain('event: serialized-error')
      expect(answer.text).toContain(`"code":"${code}"`)
      answers.push(answer)
    }
    await expectNothingStoredOrTold(answers)
  })

  test('a sent flag that was refused can be sent again with the same key', async () => {
    const key = crypto.randomUUID()
    const bad = await as('handler').call('flags.send', { key, draftId: null, flag: { ...aConcern(), children: [] } })
    expect(bad.status).toBe(400)
    expect((await as('handler').call('flags.send', { key, draftId: null, flag: aConcern() })).status).toBe(200)
    expect(await oneSent(service)).toMatch(/^BL-2026-\d{6}$/)
  })
})
