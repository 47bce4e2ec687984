import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { clockKinds, policyAt, policyOf, swedishPolicies } from '../../src/domain/policy.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('the policy in force', () => {
  test.each([
    ['the first day of SoL (2025:400)', '2025-07-01', 'se-2025-07-01'],
    ['the last day before lag (2025:1501)', '2025-12-31', 'se-2025-07-01'],
    ['the first day of lag (2025:1501)', '2026-01-01', 'se-2026-01-01'],
    ['any day since', '2031-05-17', 'se-2026-01-01'],
  ])('%s', (_, date, version) => {
    expect(policyAt(day(date)).version).toBe(version)
  })

  test('a day before SoL (2025:400) is refused: another act ruled then', () => {
    expect(() => policyAt(day('2025-06-30'))).toThrow(RangeError)
  })

  test('every version is found by its name, and an unknown name is refused', () => {
    for (const policy of swedishPolicies) expect(policyOf(policy.version)).toBe(policy)
    expect(() => policyOf('se-1998-01-01')).toThrow(RangeError)
  })

  test('versions stand oldest first, each with a name and a first day of its own', () => {
    const firstDays = swedishPolicies.map(({ validFrom }) => validFrom.toString())
    expect(firstDays).toEqual([...new Set(firstDays)].sort())
    expect(new Set(swedishPolicies.map(({ version }) => version)).size).toBe(swedishPolicies.length)
  })
})

describe('what the law says', () => {
  const today = policyAt(day('2026-11-22'))

  test.each([
    ['protection_assessment', { days: 0, daysIfLate: 1 }, 'SoL 20:1, prop. 2012/13:10 s. 60', 'reports'],
    ['preliminary_assessment', { days: 14 }, 'SoL 20:2', 'reports'],
    ['feedback', { days: 7 }, 'SoL 19:6', 'reports'],
    ['inquiry', { months: 4 }, 'SoL 20:3', 'every_case'],
    ['follow_up', { months: 6 }, 'SoL 23:5', 'every_case'],
  ] as const)('the time of %s and its paragraph', (kind, span, paragraph, binds) => {
    expect(today.clocks[kind]).toMatchObject({ span, law: { paragraph, binds } })
  })

  test.each(['receipt', 'support_answer', 'information_answer', 'contest_answer', 'first_meeting'] as const)(
    'the time of %s is local policy and claims no law',
    (kind) => {
      expect(today.clocks[kind]?.law).toBeNull()
    },
  )

  test('of all clocks only the protection assessment never rolls over', () => {
    expect(clockKinds.filter((kind) => today.clocks[kind]?.rollsOver === false)).toEqual(['protection_assessment'])
  })

  test('feedback had no number of days before lag (2025:1501); nothing else changed', () => {
    const [before, after] = [policyOf('se-2025-07-01'), policyOf('se-2026-01-01')]
    expect(before.clocks.feedback).toBeNull()
    expect({ ...after.clocks, feedback: null }).toEqual(before.clocks)
  })
})
