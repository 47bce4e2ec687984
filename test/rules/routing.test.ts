import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { type Unit, unitKinds } from '../../src/domain/organisation.ts'
import { type Routed, type RoutingRule, receiverOf, receptionOf, refuseUnfitRouting } from '../../src/domain/routing.ts'
import { routedOf } from '../../src/domain/sending.ts'
import { aChild, aFlag, today } from '../support/flags.ts'
import { aRouted, aRule, aUnit, officeHours } from '../support/units.ts'

const intake = aUnit({ id: 'intake' })
const otherIntake = aUnit({ id: 'other-intake', boardId: 'disability' })
const youngIntake = aUnit({ id: 'young-intake' })
const support = aUnit({ id: 'support', kind: 'family_support' })
const outOfHours = aUnit({ id: 'socialjour', kind: 'out_of_hours' })
const units = [intake, otherIntake, youngIntake, support, outOfHours]
const sender = { boardId: 'families' }

const receiverId = (routed: Partial<Routed>, rules: RoutingRule[], among: Unit[] = units, from = sender) =>
  receiverOf(aRouted(routed), from, among, { rules }).receiver.id

describe('without rules the kind of unit decides', () => {
  test('a concern goes to the intake of the sender’s own board, else to one of another', () => {
    expect(receiverId({}, [])).toBe('intake')
    expect(receiverId({}, [], units, { boardId: 'disability' })).toBe('other-intake')
    expect(receiverId({}, [], [otherIntake])).toBe('other-intake')
  })

  test('support goes to a support unit, and where there is none to the intake', () => {
    expect(receiverId({ track: 'B' }, [])).toBe('support')
    expect(receiverId({ track: 'B' }, [], [intake])).toBe('intake')
  })
})

describe('the first rule that fits decides', () => {
  test.each<[string, Partial<RoutingRule>, Partial<Routed>, boolean]>([
    ['its district', { district: 'N' }, { district: 'N' }, true],
    ['another district', { district: 'N' }, { district: 'S' }, false],
    ['a district that nobody told', { district: 'N' }, { district: null }, false],
    ['the lower age', { ageFrom: 13, ageTo: 17 }, { age: 13 }, true],
    ['the upper age', { ageFrom: 13, ageTo: 17 }, { age: 17 }, true],
    ['younger', { ageFrom: 13 }, { age: 12 }, false],
    ['older', { ageTo: 17 }, { age: 18 }, false],
    ['an age that nobody knows', { ageFrom: 13 }, { age: null }, false],
    ['the unborn among the youngest', { ageTo: 5 }, { age: 0 }, true],
    ['acute', { acute: true }, { acute: true }, true],
    ['not acute', { acute: true }, { acute: false }, false],
    ['its track', { track: 'B' }, { track: 'B' }, true],
    ['another track', { track: 'B' }, { track: 'A' }, false],
    ['both tracks', { track: null }, { track: 'B' }, true],
  ])('%s', (_, conditions, routed, fits) => {
    const rules = [aRule({ receiverId: 'young-intake', ...conditions })]
    expect(receiverId(routed, rules) === 'young-intake').toBe(fits)
  })

  test('in the order that the administrator gave them', () => {
    const rules = [aRule({ receiverId: 'other-intake', district: 'N' }), aRule({ receiverId: 'young-intake' })]
    expect(receiverId({ district: 'N' }, rules)).toBe('other-intake')
    expect(receiverId({ district: 'N' }, rules.toReversed())).toBe('young-intake')
  })

  test('a rule whose unit has closed is passed by', () => {
    const closed = { ...youngIntake, closedAt: '2026-11-01T00:00:00Z' }
    expect(receiverId({}, [aRule({ receiverId: 'young-intake' })], [intake, closed])).toBe('intake')
  })
})

test('a protected family’s district decides nothing: the receiver’s name would tell where they live', () => {
  const flag = (protection: 'none' | 'secrecy_mark') => ({ ...aFlag([aChild({ protection })]), district: 'N' })
  const districtOf = (protection: 'none' | 'secrecy_mark') =>
    routedOf(flag(protection), aChild({ protection }), 'A', today).district
  expect(districtOf('none')).toBe('N')
  expect(districtOf('secrecy_mark')).toBeNull()
})

describe('the hour decides whom to phone, and never who is responsible', () => {
  const office = { ...intake, openingHours: officeHours }
  const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Stockholm').toInstant()
  const reception = (wall: string, acute = true, among: Unit[] = [office, outOfHours]) => {
    const { receiver, callNow, alsoTold } = receptionOf(aRouted({ acute }), sender, among, { rules: [] }, at(wall))
    return { receiver: receiver.id, callNow: callNow.id, alsoTold: alsoTold?.id ?? null }
  }
  const byDay = { receiver: 'intake', callNow: 'intake', alsoTold: null }
  const byNight = { receiver: 'intake', callNow: 'socialjour', alsoTold: 'socialjour' }

  test.each([
    ['Friday 16:59', '2026-11-20T16:59', byDay],
    ['Friday 17:00', '2026-11-20T17:00', byNight],
    ['Saturday', '2026-11-21T10:00', byNight],
    ['julafton', '2026-12-24T10:00', byNight],
    ['långfredagen', '2026-04-03T10:00', byNight],
    ['the night to winter time', '2026-10-25T02:30', byNight],
    ['the morning after summer time began', '2026-03-30T08:00', byDay],
  ])('%s', (_, wall, expected) => {
    expect(reception(wall)).toEqual(expected)
  })

  test('what is not acute waits for the morning: the socialjour is not told of it', () => {
    expect(reception('2026-11-21T10:00', false)).toEqual({ ...byNight, alsoTold: null })
  })

  test('without an open socialjour the receiver is phoned at any hour', () => {
    const closed = { ...outOfHours, closedAt: '2026-11-01T00:00:00Z' }
    expect(reception('2026-11-21T10:00', true, [office, closed])).toEqual(byDay)
  })
})

const anId = fc.constantFrom('u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'gone')
const anyUnits = fc.array(
  fc.record({ kind: fc.constantFrom(...unitKinds), boardId: fc.constantFrom('b0', 'b1'), closed: fc.boolean() }),
  { maxLength: 6 },
)
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const anyRule: fc.Arbitrary<RoutingRule> = fc.record({
  id: fc.uuid(),
  receiverId: anId,
  track: orNull(fc.constantFrom('A' as const, 'B' as const)),
  acute: orNull(fc.boolean()),
  district: orNull(fc.constantFrom('N', 'S', 'X')),
  ageFrom: orNull(fc.nat(20)),
  ageTo: orNull(fc.nat(20)),
})
const anyRouted: fc.Arbitrary<Routed> = fc.record({
  track: fc.constantFrom('A', 'B'),
  acute: fc.boolean(),
  age: orNull(fc.nat(20)),
  district: orNull(fc.constantFrom('N', 'S')),
})
const madeOf = (made: readonly { kind: Unit['kind']; boardId: string; closed: boolean }[]): Unit[] =>
  made.map(({ closed, ...unit }, n) =>
    aUnit({ id: `u${n}`, ...unit, openingHours: officeHours, closedAt: closed ? '2026-01-01T00:00:00Z' : null }),
  )
const year = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }

test('whatever the rules, the child and the hour, one open intake is enough for an open receiver', () => {
  fc.assert(
    fc.property(
      anyUnits,
      fc.array(anyRule, { maxLength: 8 }),
      anyRouted,
      fc.constantFrom('b0', 'b1', 'b2'),
      fc.integer(year),
      (made, rules, routed, boardId, ms) => {
        const all = [...madeOf(made), aUnit({ id: 'always', boardId: 'b1' })]
        const now = Temporal.Instant.fromEpochMilliseconds(ms)
        const { receiver, callNow } = receptionOf(routed, { boardId }, all, { rules }, now)
        expect(receiver.closedAt).toBeNull()
        expect(callNow.closedAt).toBeNull()
        expect(routed.track === 'A' ? ['intake'] : ['family_support', 'intake']).toContain(receiver.kind)
      },
    ),
  )
})

describe('a set of rules is refused whole', () => {
  const refusal = (rules: RoutingRule[], among: Unit[] = units, districts = [{ code: 'N', name: 'Norr' }]) => {
    try {
      refuseUnfitRouting({ districts, rules }, among)
    } catch (error) {
      if (error instanceof DomainError) return [error.refusal, error.field]
      throw error
    }
    return null
  }

  test.each<[string, Partial<RoutingRule>, string]>([
    ['a unit that is not there', { receiverId: 'gone' }, 'receiverId'],
    ['a unit that takes in no concern', { receiverId: 'support' }, 'receiverId'],
    ['both tracks to a unit that takes one', { receiverId: 'support', track: null }, 'receiverId'],
    ['a district that is not defined', { district: 'X' }, 'district'],
    ['ages in the wrong order', { ageFrom: 9, ageTo: 8 }, 'ageTo'],
  ])('%s', (_, told, field) => {
    const rules = [aRule({ receiverId: 'intake' }), aRule({ receiverId: 'intake', ...told })]
    expect(refusal(rules)).toEqual(['rule-never-fits', `rules.1.${field}`])
  })

  test('when there is no open intake to fall back on', () => {
    expect(refusal([], [support, { ...intake, closedAt: '2026-11-01T00:00:00Z' }])).toEqual([
      'no-receiving-unit',
      undefined,
    ])
  })

  test('when two districts have one code', () => {
    const twice = [
      { code: 'N', name: 'Norr' },
      { code: 'N', name: 'Nära' },
    ]
    expect(refusal([], units, twice)).toEqual(['already-exists', 'districts.1.code'])
  })

  test('never when each rule can decide', () => {
    expect(refusal([aRule({ receiverId: 'intake', district: 'N', ageFrom: 0, ageTo: 12 })])).toBeNull()
  })
})

test('rules that were saved leave no hole: each organisation that they pass for has a receiver for every child', () => {
  fc.assert(
    fc.property(anyUnits, fc.array(anyRule, { maxLength: 4 }), anyRouted, (made, rules, routed) => {
      const all = madeOf(made)
      try {
        refuseUnfitRouting({ districts: [{ code: 'N', name: 'N' }], rules }, all)
      } catch {
        return
      }
      expect(receiverOf(routed, { boardId: 'b0' }, all, { rules }).receiver.closedAt).toBeNull()
    }),
  )
})
