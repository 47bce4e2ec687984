import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { RoutingRule } from '../../src/domain/routing.ts'
import { administrationLines, givenUnit, unitAsKept, unitInput } from '../support/keeping.ts'
import { refusalOf } from '../support/refusals.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { type Caller, onBothDatabases, type Service } from '../support/service.ts'
import { aRule, officeHours } from '../support/units.ts'

const ruleTo = (receiverId: string, told: Partial<RoutingRule> = {}) =>
  aRule({ id: crypto.randomUUID(), receiverId, ...told })
const norr = { code: 'N', name: 'Norr' }

async function receiverOf(service: Service, reference: string): Promise<string> {
  const [row] = await service.sql<{ name: string }>(
    `select u.name from referrals r join units u on u.id = r.receiver_unit_id where reference = $1`,
    [reference],
  )
  return row?.name ?? ''
}

async function givenOfficeHours(service: Service, keeper: Caller): Promise<void> {
  const { id, name, version } = await unitAsKept(keeper, service.organisation.units.intake.id)
  await keeper.units.change({ ...unitInput(name), id, version, openingHours: officeHours })
}

onBothDatabases((service) => {
  test('what is sent goes where the rules say, by district, age and acuteness', async () => {
    const keeper = await service.as('administrator')
    const young = await givenUnit(service, keeper, 'Mottagning unga', 'intake', 'intake')
    const north = await givenUnit(service, keeper, 'Mottagning Norr', 'intake', 'intake')
    const rules = [ruleTo(north, { district: 'N' }), ruleTo(young, { ageFrom: 13 })]
    await keeper.routing.save({ version: 0, districts: [norr], rules })

    const born = (birthDate: string) =>
      aConcernedChild({ identityNumber: undefined, identityMissing: 'not_known', birthDate })
    const to = async (child: ReturnType<typeof born>, district?: string) =>
      receiverOf(service, await oneSent(service, aConcern([child], { district })))
    expect(await to(born('2010-01-01'))).toBe('Mottagning unga')
    expect(await to(born('2020-01-01'))).toBe('Mottagningen barn och unga')
    expect(await to(born('2010-01-01'), 'N')).toBe('Mottagning Norr')
    expect(await to(born('2020-01-01'), 'S')).toBe('Mottagningen barn och unga')
  })

  test('the form asks for the district only where a rule looks at it, and tells who receives and answers', async () => {
    const keeper = await service.as('administrator')
    const handler = await service.as('handler')
    const { id: intakeId } = service.organisation.units.intake
    await keeper.routing.save({ version: 0, districts: [norr], rules: [ruleTo(intakeId)] })
    expect((await handler.flags.form()).districts).toEqual([])
    const north = await givenUnit(service, keeper, 'Mottagning Norr', 'intake', 'intake')
    await keeper.routing.save({ version: 1, districts: [norr], rules: [ruleTo(north, { district: 'N' })] })
    expect((await handler.flags.form()).districts).toEqual([norr])

    await givenOfficeHours(service, keeper)
    service.now = Temporal.Instant.from('2026-11-21T10:00:00Z')
    const weekendHandler = await service.as('handler')
    const [child, other] = await weekendHandler.flags.receivers({
      senderUnitId: service.organisation.units.substanceUse.id,
      district: null,
      children: [
        { track: 'A', acute: true, age: 3 },
        { track: 'B', acute: false, age: 3 },
      ],
    })
    expect(child).toMatchObject({ receiver: { unitId: intakeId }, isOpen: false, callNow: { name: 'Socialjouren' } })
    expect(other).toMatchObject({ receiver: { name: 'Familjestödet' }, isOpen: true })
  })

  test('outside its hours the receiver still owns what is acute, its clocks run, and the socialjour gets a letter', async () => {
    await givenOfficeHours(service, await service.as('administrator'))
    const { units } = service.organisation
    const acute = aConcern([aConcernedChild({ whereabouts: { withWhom: 'alone' } })])
    const told = async (reference: string) =>
      service.sql<{ unit: string }>(
        `select u.name as unit from outbox o join units u on u.id = o.to_unit_id join referrals r on r.id = o.referral_id
         where r.reference = $1 order by 1`,
        [reference],
      )
    const byDay = await oneSent(service, acute)
    expect(await told(byDay)).toEqual([{ unit: units.intake.name }])

    service.now = Temporal.Instant.from('2026-11-20T16:00:00Z')
    const byNight = await oneSent(service, acute)
    expect(await receiverOf(service, byNight)).toBe(units.intake.name)
    expect(await told(byNight)).toEqual([{ unit: units.intake.name }, { unit: units.outOfHours.name }])
    const [clock] = await service.sql<{ day: string; started: boolean }>(
      `select k.strict_due_on::text as day, k.started_at = r.sent_at as started from clocks k
       join referrals r on r.id = k.referral_id where r.reference = $1 and k.kind = 'preliminary_assessment'`,
      [byNight],
    )
    expect(clock).toEqual({ day: '2026-12-04', started: true })

    const calm = await oneSent(service)
    expect(await told(calm)).toEqual([{ unit: units.intake.name }])
  })

  test('a change of rules never touches a referral under way', async () => {
    const keeper = await service.as('administrator')
    const reference = await oneSent(service)
    const stored = () =>
      service.sql(`select to_jsonb(r) as r, to_jsonb(i) as i from referrals r join intakes i on i.referral_id = r.id`)
    const before = await stored()
    const north = await givenUnit(service, keeper, 'Mottagning Norr', 'intake', 'intake')
    await keeper.routing.save({ version: 0, districts: [], rules: [ruleTo(north)] })
    expect(await stored()).toEqual(before)
    const worker = await service.as('worker')
    expect((await worker.referrals.open({ reference })).reference).toBe(reference)
    expect(await receiverOf(service, await oneSent(service))).toBe('Mottagning Norr')
  })

  test('rules that leave a hole or never fit are refused by name, and the old ones stand', async () => {
    const keeper = await service.as('administrator')
    const { familySupport, foreignIntake, intake } = service.organisation.units
    const save = (rules: RoutingRule[], version = 0) => keeper.routing.save({ version, districts: [], rules })
    const unfit = { refusal: 'rule-never-fits', field: 'rules.0.receiverId' }
    expect(await refusalOf(save([ruleTo(familySupport.id)]))).toMatchObject(unfit)
    expect(await refusalOf(save([ruleTo(foreignIntake.id)]))).toMatchObject(unfit)
    expect(await refusalOf(save([ruleTo(intake.id, { district: 'N' })]))).toMatchObject({
      field: 'rules.0.district',
    })
    expect((await keeper.routing.get()).version).toBe(0)
  })

  test('of two who change the rules at once the second is told; every version stays, and each is a line', async () => {
    const [first, second] = [await service.as('administrator'), await service.as('administrator')]
    const { intake } = service.organisation.units
    const rules = [ruleTo(intake.id)]
    await first.routing.save({ version: 0, districts: [], rules })
    const late = second.routing.save({ version: 0, districts: [], rules: [] })
    expect(await refusalOf(late)).toMatchObject({ refusal: 'stale-version' })
    await second.routing.save({ version: 1, districts: [], rules: [] })
    const versions = await service.sql(
      `select version, jsonb_array_length(rules) as rules from routing_rules order by 1`,
    )
    expect(versions).toEqual([
      { version: 1, rules: 1 },
      { version: 2, rules: 0 },
    ])
    expect((await administrationLines(service)).map(({ act, name }) => [act, name])).toEqual([
      ['routing_changed', '1'],
      ['routing_changed', '2'],
    ])
  })

  test('the administrator tries rules before saving them, at an hour of their choice', async () => {
    const keeper = await service.as('administrator')
    await givenOfficeHours(service, keeper)
    const { substanceUse, intake } = service.organisation.units
    const rule = ruleTo(intake.id, { acute: true })
    const attempt = {
      senderUnitId: substanceUse.id,
      routed: { track: 'A', acute: true, age: 3, district: null },
    } as const
    const answer = { receiver: intake.name, ruleId: rule.id }
    expect(await keeper.routing.tryOut({ ...attempt, rules: [rule], at: '2026-11-20T16:59' })).toEqual({
      ...answer,
      isOpen: true,
      callNow: intake.name,
      alsoTold: null,
    })
    expect(await keeper.routing.tryOut({ ...attempt, rules: [rule], at: '2026-11-20T17:00' })).toEqual({
      ...answer,
      isOpen: false,
      callNow: 'Socialjouren',
      alsoTold: 'Socialjouren',
    })
    expect((await keeper.routing.get()).version).toBe(0)
  })
})
