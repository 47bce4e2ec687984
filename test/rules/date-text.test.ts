import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Lean, readDay } from '../../src/web/parts/date-text.ts'
import { daysAfter } from '../../src/web/parts/days.ts'

const today = '2026-11-22'
const aDay = fc.integer({ min: -30_000, max: 30_000 }).map((days) => daysAfter(today, days))
const parts = (day: string) => day.split('-').map(Number) as [number, number, number]

test('a whole day is the same day in each way that Swedes write it', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const [year, month, date] = parts(day)
      for (const text of [
        day,
        day.replaceAll('-', ''),
        `${date}/${month} ${year}`,
        `${date}.${month}.${year}`,
        ` ${day} `,
      ]) {
        expect(readDay(text, today), text).toEqual({ ok: true, day })
      }
    }),
  )
})

test.each<[text: string, lean: Lean, day: string]>([
  ['3/12', 'near', '2026-12-03'],
  ['3/12', 'past', '2025-12-03'],
  ['3/12', 'future', '2026-12-03'],
  ['22/11', 'past', today],
  ['22/11', 'future', today],
  ['21/11', 'future', '2027-11-21'],
  ['3.12.', 'near', '2026-12-03'],
  ['3/12-26', 'near', '2026-12-03'],
  ['261203', 'near', '2026-12-03'],
  ['170113', 'past', '2017-01-13'],
  ['991231', 'past', '1999-12-31'],
  ['280229', 'future', '2028-02-29'],
])('“%s”, leaning to the %s, is %s', (text, lean, day) => {
  expect(readDay(text, today, lean)).toEqual({ ok: true, day })
})

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['i morgon', 'unreadable'],
  ['12', 'unreadable'],
  ['2026-13-01', 'no-such-day'],
  ['31/2', 'no-such-day'],
  ['29/2', 'no-such-day'],
  ['2027-02-29', 'no-such-day'],
  ['0/5', 'no-such-day'],
])('“%s” is no day, and is never moved to one: %s', (text, problem) => {
  expect(readDay(text, today)).toEqual({ ok: false, problem })
})

test('a short form leans: what has been is never to come, and a year is never far away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, date) => {
      const past = readDay(`${date}/${month}`, today, 'past')
      const future = readDay(`${date}/${month}`, today, 'future')
      expect(past.ok && past.day <= today && past.day > daysAfter(today, -367)).toBe(true)
      expect(future.ok && future.day >= today && future.day < daysAfter(today, 367)).toBe(true)
    }),
  )
})
