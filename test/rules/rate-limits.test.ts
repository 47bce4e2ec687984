import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  limitsByAddress,
  limitsByPerson,
  type RateWindow,
  secondsToWait,
  takeOne,
} from '../../src/domain/rate-limits.ts'

const noon = Temporal.Instant.from('2026-11-20T11:00:00Z')
const limit = { most: 3, seconds: 60 }

/** Seconds to wait at each of the tries, which come so many seconds after noon. */
function waits(tries: readonly number[]): number[] {
  let window: RateWindow | undefined
  return tries.map((second) => {
    const now = noon.add({ seconds: second })
    const next = takeOne(window, limit, now)
    const wait = secondsToWait(next, limit, now)
    if (wait === 0) window = next // what is refused is not counted
    return wait
  })
}

test('the limit is reached by the last that it has, and passed by the next', () => {
  expect(waits([0, 1, 2, 3])).toEqual([0, 0, 0, 57])
})

test('once the seconds have passed one may ask again, from nothing', () => {
  expect(waits([0, 1, 2, 59, 60, 61, 62, 63])).toEqual([0, 0, 0, 1, 0, 0, 0, 57])
})

test('whoever waits as long as told is answered', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 4, maxLength: 40 }), (gaps) => {
      let at = 0
      const tries = gaps.map((gap) => (at += gap))
      const told = waits(tries)
      const refused = told.findIndex((wait) => wait > 0)
      if (refused < 0) return
      const again = (tries[refused] ?? 0) + (told[refused] ?? 0)
      expect(waits([...tries.slice(0, refused), again]).at(-1)).toBe(0)
    }),
  )
})

test('no more than the limit is answered in any window that begins with an answer', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 80 }), (gaps) => {
      let at = 0
      const tries = gaps.map((gap) => (at += gap))
      const answered = tries.filter((_, index) => waits(tries.slice(0, index + 1)).at(-1) === 0)
      // A window is fixed, so two of them may meet: never more than twice the limit in one length of it.
      for (const from of answered) {
        expect(answered.filter((to) => to >= from && to < from + limit.seconds).length).toBeLessThanOrEqual(6)
      }
    }),
    { numRuns: 50 },
  )
})

test('one person meets their limit long before an address that many share', () => {
  for (const door of ['search', 'sign-in'] as const) {
    expect(limitsByAddress[door].most).toBeGreaterThan(limitsByPerson[door].most * 10)
  }
})
