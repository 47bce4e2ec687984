import fc from 'fast-check'
import personnummer from 'personnummer'
import { describe, expect, test } from 'vitest'
import { ageOn, formatted, readIdentityNumber } from '../../src/domain/identity-number.ts'
import { adultNumbers, childNumbers, coordinationNumbers } from '../../src/entry/demo/numbers.ts'

const today = '2026-11-22'
const issued = [...childNumbers, ...adultNumbers, ...coordinationNumbers]
const anIssuedNumber = fc.constantFrom(...issued)

/** The last ten digits as they are written by somebody who leaves out the century. */
const shortForms = (number: string) => [
  number.slice(2),
  `${number.slice(2, 8)}-${number.slice(8)}`,
  ` ${number.slice(2, 8)} – ${number.slice(8)} `,
]

test('every published test number is read, in every way of writing it, as the same twelve digits', () => {
  for (const number of issued) {
    for (const text of [number, formatted(number), ...shortForms(number)]) {
      expect(readIdentityNumber(text, today), text).toMatchObject({ ok: true, number })
    }
  }
})

test('a coordination number has its day raised by 60, and tells its date of birth', () => {
  for (const number of coordinationNumbers) {
    const read = readIdentityNumber(number, today)
    const day = String(Number(number.slice(6, 8)) - 60).padStart(2, '0')
    expect(read).toMatchObject({
      kind: 'coordination',
      birthDate: `${number.slice(0, 4)}-${number.slice(4, 6)}-${day}`,
    })
  }
})

describe('the first thing that is wrong is told', () => {
  const number = '201701132399'
  test.each([
    ['', 'length'],
    ['2017-01-13', 'length'],
    ['20170113238', 'length'],
    ['20170113238A', 'characters'],
    ['2017-01132399', 'characters'],
    ['170113--2399', 'characters'],
    ['201702302399', 'date'],
    ['201713102399', 'date'],
    ['201701602399', 'date'],
    ['110001132399', 'date'],
    [number.slice(0, 11) + ((Number(number.at(-1)) + 1) % 10), 'checksum'],
  ])('%j: %s', (text, problem) => {
    expect(readIdentityNumber(text, today)).toEqual({ ok: false, problem })
  })
})

test('a birth that has not come is future, the day before and not on the day', () => {
  const number = childNumbers.find((it) => it.startsWith('2023')) ?? ''
  const birthDate = `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}`

  expect(readIdentityNumber(number, birthDate)).toMatchObject({ ok: true })
  expect(readIdentityNumber(number, '2022-12-31')).toEqual({ ok: false, problem: 'future' })
})

test('ten digits with a plus are a person who turns at least a hundred this year', () => {
  const number = adultNumbers.find((it) => it.startsWith('1970')) ?? ''
  const short = `${number.slice(2, 8)}+${number.slice(8)}`
  expect(readIdentityNumber(short, '2070-01-01')).toMatchObject({ ok: true, number })
})

test('one wrong digit is never taken for a number', () => {
  fc.assert(
    fc.property(anIssuedNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, added) => {
      const at = place + 2
      const changed = number.slice(0, at) + ((Number(number[at]) + added) % 10) + number.slice(at + 1)
      expect(readIdentityNumber(changed, today).ok).toBe(false)
    }),
  )
})

test('the personnummer package has the same verdict, on published numbers and on wrong ones', () => {
  fc.assert(
    fc.property(anIssuedNumber, fc.integer({ min: 2, max: 11 }), fc.nat(9), (number, place, digit) => {
      const text = number.slice(0, place) + digit + number.slice(place + 1)
      expect(readIdentityNumber(text, today).ok).toBe(personnummer.valid(text))
    }),
    { numRuns: 1000 },
  )
})

test('reading never fails, whatever is typed', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof readIdentityNumber(text, today).ok === 'boolean'))
})

describe('age is counted in full years', () => {
  test.each([
    ['2008-11-22', '2026-11-21', 17],
    ['2008-11-22', '2026-11-22', 18],
    ['2026-11-22', '2026-11-22', 0],
    ['2026-12-24', '2026-11-22', -1],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2008-02-29', '2024-02-28', 15],
  ])('born %s is on %s %i', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age)
  })
})
