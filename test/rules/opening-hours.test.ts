import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isOpenAt, type OpeningHours } from '../../src/domain/opening-hours.ts'
import { officeHours } from '../support/units.ts'

const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Stockholm').toInstant()
const openAt = (wall: string, hours: OpeningHours = officeHours) => isOpenAt(hours, at(wall))

test.each([
  ['Friday 07:59', '2026-11-20T07:59', false],
  ['Friday 08:00', '2026-11-20T08:00', true],
  ['Friday 16:59', '2026-11-20T16:59:59', true],
  ['Friday 17:00', '2026-11-20T17:00', false],
  ['Thursday 17:00, when it is open late', '2026-11-19T17:00', true],
  ['Saturday at noon', '2026-11-21T12:00', false],
  ['Sunday at noon', '2026-11-22T12:00', false],
])('open until the minute that is told, and not at it: %s', (_, wall, open) => {
  expect(openAt(wall)).toBe(open)
})

test.each([
  ['nyårsdagen, a Thursday', '2026-01-01'],
  ['långfredagen', '2026-04-03'],
  ['annandag påsk, a Monday', '2026-04-06'],
  ['Kristi himmelsfärdsdag, a Thursday', '2026-05-14'],
  ['nationaldagen, a Saturday', '2026-06-06'],
  ['midsommarafton, a Friday', '2026-06-19'],
  ['julafton, a Thursday', '2026-12-24'],
  ['juldagen, a Friday', '2026-12-25'],
  ['nyårsafton, a Thursday', '2026-12-31'],
])('a public holiday or its eve has the hours of holidays: %s', (_, day) => {
  const short: OpeningHours = { ...officeHours, holidays: { from: '10:00', to: '12:00' } }
  expect(openAt(`${day}T11:00`)).toBe(false)
  expect(openAt(`${day}T11:00`, short)).toBe(true)
  expect(openAt(`${day}T12:00`, short)).toBe(false)
})

test('an ordinary Sunday is no holiday of its own: it has the hours of Sundays, and Easter Sunday those of holidays', () => {
  const week = { ...officeHours.week, sunday: { from: '12:00', to: '15:00' } }
  expect(openAt('2026-11-22T12:00', { ...officeHours, week })).toBe(true)
  expect(openAt('2026-04-05T12:00', { ...officeHours, week })).toBe(false)
})

test('a day of its own wins over the weekday and over the holiday', () => {
  const hours: OpeningHours = {
    ...officeHours,
    exceptions: [
      { day: '2026-11-20', hours: null },
      { day: '2026-12-24', hours: { from: '08:00', to: '12:00' } },
    ],
  }
  expect(openAt('2026-11-20T10:00', hours)).toBe(false)
  expect(openAt('2026-12-24T10:00', hours)).toBe(true)
  expect(openAt('2026-12-24T12:00', hours)).toBe(false)
})

describe('on the nights when the clocks are moved', () => {
  const everyNight: OpeningHours = {
    ...officeHours,
    week: { ...officeHours.week, sunday: { from: '02:30', to: '03:00' } },
  }

  test('an hour that comes twice is open both times', () => {
    expect(isOpenAt(everyNight, Temporal.Instant.from('2026-10-25T00:30:00Z'))).toBe(true)
    expect(isOpenAt(everyNight, Temporal.Instant.from('2026-10-25T01:30:00Z'))).toBe(true)
    expect(isOpenAt(everyNight, Temporal.Instant.from('2026-10-25T02:00:00Z'))).toBe(false)
  })

  test('an hour that never comes opens nothing, and what opens at eight opens at eight', () => {
    expect(isOpenAt(everyNight, Temporal.Instant.from('2026-03-29T00:59:00Z'))).toBe(false)
    expect(isOpenAt(everyNight, Temporal.Instant.from('2026-03-29T01:00:00Z'))).toBe(false)
    expect(isOpenAt(officeHours, Temporal.Instant.from('2026-03-30T05:59:00Z'))).toBe(false)
    expect(isOpenAt(officeHours, Temporal.Instant.from('2026-03-30T06:00:00Z'))).toBe(true)
  })
})

test('a unit until midnight is open in the last minute of the day; one without hours answers always', () => {
  const week = { ...officeHours.week, friday: { from: '00:00', to: '24:00' } }
  expect(openAt('2026-11-20T23:59:59', { ...officeHours, week })).toBe(true)
  expect(isOpenAt(null, at('2026-12-25T03:00'))).toBe(true)
})
