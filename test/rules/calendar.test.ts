import Holidays from 'date-holidays'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  easterSunday,
  hourOf,
  isOrdinaryWeekday,
  isPublicHoliday,
  rolledOver,
} from '../../src/domain/calendar.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const daysOfYear = (year: number) => {
  const first = new Temporal.PlainDate(year, 1, 1)
  return Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }))
}
const anyDay = fc.integer({ min: 0, max: 365 * 60 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }))

describe('a day is a Swedish day', () => {
  test.each([
    ['23:30 in summer, still the day', '2026-07-14T21:30:00Z', '2026-07-14', 23],
    ['half past midnight in summer, when UTC is a day behind', '2026-07-14T22:30:00Z', '2026-07-15', 0],
    ['23:30 in winter, still the day', '2026-12-18T22:30:00Z', '2026-12-18', 23],
    ['half past midnight on New Year’s Day, when UTC is a year behind', '2026-12-31T23:30:00Z', '2027-01-01', 0],
    ['the last minute before the clocks go forward', '2027-03-28T00:59:00Z', '2027-03-28', 1],
    ['the first minute after they went forward', '2027-03-28T01:00:00Z', '2027-03-28', 3],
    ['two o’clock the first time, in summer time', '2026-10-25T00:30:00Z', '2026-10-25', 2],
    ['two o’clock the second time, in winter time', '2026-10-25T01:30:00Z', '2026-10-25', 2],
    ['the last hour of the day that had 25', '2026-10-25T22:59:00Z', '2026-10-25', 23],
  ])('%s', (_, instant, date, hour) => {
    expect(dayOf(Temporal.Instant.from(instant)).toString()).toBe(date)
    expect(hourOf(Temporal.Instant.from(instant))).toBe(hour)
  })
})

describe('holidays', () => {
  const sweden = new Holidays('SE')
  const years = Array.from({ length: 41 }, (_, index) => 2020 + index)
  const listed = (year: number, type: string) =>
    sweden
      .getHolidays(year)
      .filter((holiday) => holiday.type === type)
      .map((holiday) => holiday.date.slice(0, 10))

  test.each(years)('%i has the public holidays of lag 1989:253 and the eves of lag 1930:173', (year) => {
    const holidays = listed(year, 'public')
    const eves = listed(year, 'bank')
    const days = daysOfYear(year)

    const expectedHolidays = days.filter((date) => date.dayOfWeek === 7 || holidays.includes(date.toString()))
    const expectedOrdinary = days.filter(
      (date) => date.dayOfWeek < 6 && !holidays.includes(date.toString()) && !eves.includes(date.toString()),
    )
    expect(days.filter(isPublicHoliday).map(String)).toEqual(expectedHolidays.map(String))
    expect(days.filter(isOrdinaryWeekday).map(String)).toEqual(expectedOrdinary.map(String))
  })

  test('the weekdays lost to holidays and eves from Christmas 2026 through 2027', () => {
    const lost = [...daysOfYear(2026).slice(-8), ...daysOfYear(2027)]
      .filter((date) => date.dayOfWeek < 6 && !isOrdinaryWeekday(date))
      .map(String)

    expect(lost).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-31',
      '2027-01-01',
      '2027-01-06',
      '2027-03-26',
      '2027-03-29',
      '2027-05-06',
      '2027-06-25',
      '2027-12-24',
      '2027-12-31',
    ])
  })

  test.each([
    ['trettondagsafton', '2027-01-05'],
    ['skärtorsdagen', '2027-03-25'],
    ['valborgsmässoafton', '2027-04-30'],
    ['annandag pingst', '2027-05-17'],
    ['allhelgonaafton', '2027-11-05'],
  ])('%s is an ordinary weekday', (_, date) => {
    expect(isOrdinaryWeekday(day(date))).toBe(true)
  })

  test.each(['1981-04-19', '2008-03-23', '2011-04-24', '2027-03-28', '2038-04-25', '2049-04-18', '2285-03-22'])(
    'Easter Sunday fell or falls on %s',
    (date) => {
      expect(easterSunday(day(date).year).toString()).toBe(date)
    },
  )

  test('Easter Sunday is always a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const easter = easterSunday(year)
        expect(easter.dayOfWeek).toBe(7)
        expect(easter.toString().slice(5) >= '03-22' && easter.toString().slice(5) <= '04-25').toBe(true)
      }),
    )
  })
})

describe('the roll-over of lag 1930:173', () => {
  test.each([
    ['an ordinary Friday stays', '2026-12-18', '2026-12-18'],
    ['a Saturday goes to Monday', '2026-12-19', '2026-12-21'],
    ['a Sunday goes to Monday', '2026-12-20', '2026-12-21'],
    ['Christmas Eve goes past Christmas and the week-end', '2026-12-24', '2026-12-28'],
    ['New Year’s Eve goes past New Year and the week-end', '2026-12-31', '2027-01-04'],
    ['New Year’s Day on a Friday goes to Monday', '2027-01-01', '2027-01-04'],
    ['trettondedag jul on a Wednesday goes to Thursday', '2027-01-06', '2027-01-07'],
    ['Good Friday goes past Easter Monday', '2027-03-26', '2027-03-30'],
    ['Ascension goes to the Friday squeezed in after it', '2027-05-06', '2027-05-07'],
    ['midsommarafton goes to Monday', '2027-06-25', '2027-06-28'],
    ['nationaldagen on a Saturday goes to Monday', '2026-06-06', '2026-06-08'],
    ['alla helgons dag goes to Monday', '2027-11-06', '2027-11-08'],
  ])('%s', (_, date, rolled) => {
    expect(rolledOver(day(date)).toString()).toBe(rolled)
  })

  test('it never shortens the time, always ends on an ordinary weekday, and skips none', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const rolled = rolledOver(date)
        expect(Temporal.PlainDate.compare(rolled, date)).toBeGreaterThanOrEqual(0)
        expect(isOrdinaryWeekday(rolled)).toBe(true)
        for (let skipped = date; !skipped.equals(rolled); skipped = addDays(skipped, 1)) {
          expect(isOrdinaryWeekday(skipped)).toBe(false)
        }
      }),
    )
  })

  test('it never takes more than five days', () => {
    fc.assert(fc.property(anyDay, (date) => date.until(rolledOver(date)).days <= 5))
  })
})

describe('counting days and months', () => {
  test.each([
    ['fourteen days over New Year', '2026-12-18', 14, '2027-01-01'],
    ['fourteen days over a leap day', '2028-02-20', 14, '2028-03-05'],
    ['fourteen days over 28 February of a common year', '2027-02-20', 14, '2027-03-06'],
    ['fourteen days over the change to summer time', '2027-03-20', 14, '2027-04-03'],
    ['day 0', '2026-12-18', 0, '2026-12-18'],
  ])('%s', (_, from, days, to) => {
    expect(addDays(day(from), days).toString()).toBe(to)
  })

  test.each([
    ['a month ends on the same-numbered day', '2027-01-01', 4, '2027-05-01'],
    ['31 January and one month is the last of February', '2027-01-31', 1, '2027-02-28'],
    ['31 January and one month is the leap day in a leap year', '2028-01-31', 1, '2028-02-29'],
    ['31 October and four months is the last of February', '2026-10-31', 4, '2027-02-28'],
    ['the leap day and four months keeps its number', '2028-02-29', 4, '2028-06-29'],
    ['the leap day and twelve months is 28 February', '2028-02-29', 12, '2029-02-28'],
    ['28 February and one month is 28 March, not the last', '2027-02-28', 1, '2027-03-28'],
    ['31 August and six months is the last of February', '2026-08-31', 6, '2027-02-28'],
  ])('%s', (_, from, months, to) => {
    expect(addMonths(day(from), months).toString()).toBe(to)
  })
})
