import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysAfter } from '../../src/domain/day.ts'
import type { Role } from '../../src/domain/organisation.ts'
import {
  endedOn,
  firstDayWithout,
  isOn,
  isWithdrawn,
  losesLastAdministrator,
  overlap,
  roleProblem,
  type Span,
} from '../../src/domain/staff.ts'

const epoch = '2026-01-01'
const day = (n: number) => daysAfter(epoch, n)
const aSpan = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: -1, max: 10 })))
  .map(([from, length]): Span => ({ from: day(from), until: length === null ? null : day(from + length) }))
const days = Array.from({ length: 40 }, (_, n) => day(n))

describe('a span counts on both its days', () => {
  test.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('from 1 to 31 March, on %s: %s', (on, counts) => {
    expect(isOn({ from: '2026-03-01', until: '2026-03-31' }, on)).toBe(counts)
  })

  test('one without an end goes on, and one that was withdrawn never counted', () => {
    expect(isOn({ from: '2026-03-01', until: null }, '2099-01-01')).toBe(true)
    const withdrawn = { from: '2026-03-01', until: '2026-02-28' }
    expect([isWithdrawn(withdrawn), days.some((on) => isOn(withdrawn, on))]).toEqual([true, false])
  })

  test('two overlap exactly when some day is in both', () => {
    fc.assert(
      fc.property(aSpan, aSpan, (a, b) => {
        const shared = days.some((on) => isOn(a, on) && isOn(b, on))
        expect([overlap(a, b), overlap(b, a)]).toEqual([shared, shared])
      }),
    )
  })

  test('ended on any day, it counts on no later one, and its last day is never before the day before its first', () => {
    fc.assert(
      fc.property(aSpan, fc.constantFrom(...days), (span, until) => {
        const ended = { ...span, until: endedOn(span, until) }
        expect(days.filter((on) => isOn(ended, on))).toEqual(days.filter((on) => on >= span.from && on <= until))
        expect(ended.until >= daysAfter(span.from, -1)).toBe(true)
      }),
    )
  })
})

describe('roles beside each other', () => {
  const role = (name: Role, from: string, until: string | null, unitId = 'u') => ({ role: name, unitId, from, until })
  const held = role('social_worker', '2026-03-01', '2026-03-31')

  test.each([
    ['the same role on the last day', role('social_worker', '2026-03-31', null), 'period-overlaps'],
    ['the same role the day after', role('social_worker', '2026-04-01', null), null],
    ['the same role in another unit', role('social_worker', '2026-03-01', null, 'v'), null],
    ['another casework role', role('team_lead', '2026-03-01', null), null],
    ['administering meanwhile', role('administrator', '2026-03-31', null, 'v'), 'roles-do-not-mix'],
    ['reviewing meanwhile', role('auditor', '2026-01-01', '2026-03-01'), 'roles-do-not-mix'],
    ['administering before', role('administrator', '2026-01-01', '2026-02-28'), null],
  ])('%s', (_, given, problem) => {
    expect(roleProblem(given, [held], [])).toBe(problem)
  })

  test('who stands in for a colleague does not administer meanwhile; who administers may also review', () => {
    const standsIn = [{ from: '2026-05-01', until: '2026-05-10' }]
    expect(roleProblem(role('administrator', '2026-05-10', null), [], standsIn)).toBe('roles-do-not-mix')
    expect(roleProblem(role('administrator', '2026-05-11', null), [], standsIn)).toBeNull()
    expect(roleProblem(role('auditor', '2026-01-01', null), [role('administrator', '2026-01-01', null)], [])).toBeNull()
  })
})

describe('somebody always administers', () => {
  test.each<[string, Span[], string | null]>([
    ['nobody', [], day(0)],
    ['one without an end', [{ from: day(-5), until: null }], null],
    ['one who ends', [{ from: day(-5), until: day(3) }], day(4)],
    [
      'one after another, day by day',
      [
        { from: day(-5), until: day(3) },
        { from: day(4), until: null },
      ],
      null,
    ],
    [
      'with a day between',
      [
        { from: day(-5), until: day(3) },
        { from: day(5), until: null },
      ],
      day(4),
    ],
    ['only later', [{ from: day(1), until: null }], day(0)],
  ])('%s', (_, spans, without) => {
    expect(firstDayWithout(spans, day(0))).toBe(without)
  })

  test('the first day without one is the first on which no span counts', () => {
    fc.assert(
      fc.property(fc.array(aSpan, { maxLength: 6 }), (spans) => {
        const found = days.find((on) => !spans.some((span) => isOn(span, on))) ?? null
        expect(firstDayWithout(spans, day(0))).toBe(found)
      }),
    )
  })

  test('a change is refused exactly when it brings a day without one nearer', () => {
    fc.assert(
      fc.property(fc.array(aSpan, { minLength: 1, maxLength: 5 }), fc.nat(), (before, which) => {
        const after = before.toSpliced(which % before.length, 1)
        const [gapBefore, gapAfter] = [before, after].map((spans) => firstDayWithout(spans, day(0)) ?? '9999-12-31')
        expect(losesLastAdministrator(before, after, day(0))).toBe((gapAfter ?? '') < (gapBefore ?? ''))
        expect(losesLastAdministrator(before, [...before, { from: day(0), until: null }], day(0))).toBe(false)
      }),
    )
  })
})
