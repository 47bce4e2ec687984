import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  careAreas,
  careCosts,
  careFrequencies,
  isYoungCarer,
  profileOf,
  type YoungCarerAnswers,
} from '../../src/domain/young-carer.ts'

const anyAnswers: fc.Arbitrary<YoungCarerAnswers> = fc.record(
  {
    areas: fc.dictionary(fc.constantFrom(...careAreas), fc.constantFrom(...careFrequencies)),
    costs: fc.uniqueArray(fc.constantFrom(...careCosts)),
  },
  { requiredKeys: [] },
)

describe('who is a young carer', () => {
  test.each<[string, YoungCarerAnswers, boolean]>([
    ['nothing answered', {}, false],
    ['chores now and then', { areas: { domestic: 'sometimes', siblings: 'sometimes' } }, false],
    ['chores often', { areas: { domestic: 'often' } }, true],
    ['chores now and then that cost sleep', { areas: { domestic: 'sometimes' }, costs: ['sleep'] }, true],
    ['worry, and no help', { areas: { domestic: 'never' }, costs: ['worry'] }, false],
    ['personal care now and then', { areas: { personal_care: 'sometimes' } }, true],
    ['comfort now and then', { areas: { emotional: 'sometimes' } }, true],
    ['interpreting now and then', { areas: { interpreting: 'sometimes' } }, true],
    ['money now and then', { areas: { money: 'sometimes' } }, false],
    ['not known', { areas: { personal_care: 'unknown', emotional: 'unknown' } }, false],
  ])('%s', (_, answers, expected) => {
    expect(isYoungCarer(answers)).toBe(expected)
  })
})

test('a profile has a bar for each area, none where nothing is known, and no sum', () => {
  const profile = profileOf({
    areas: { domestic: 'often', siblings: 'never', money: 'unknown' },
    costs: ['worry', 'school'],
  })

  expect(profile).toEqual({
    bars: { domestic: 2, siblings: 0, personal_care: null, emotional: null, interpreting: null, money: null },
    costs: ['school', 'worry'],
  })
})

test('helping more, or at a higher cost, never makes a carer less of a carer', () => {
  const more = { never: 'sometimes', unknown: 'sometimes', sometimes: 'often', often: 'often' } as const
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...careAreas), (answers, area) => {
      fc.pre(isYoungCarer(answers))
      const heavier = {
        areas: { ...answers.areas, [area]: more[answers.areas?.[area] ?? 'unknown'] },
        costs: careCosts,
      }
      expect(isYoungCarer(heavier)).toBe(true)
    }),
  )
})
