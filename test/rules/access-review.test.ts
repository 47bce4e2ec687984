import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  countLookUps,
  isOfficeHours,
  itemsOf,
  type LoggedRead,
  reviewPolicy,
  sampleOf,
  sampleSize,
} from '../../src/domain/access-review.ts'
import { isOrdinaryWeekday } from '../../src/domain/calendar.ts'
import { boundsOf, endedMonths, signedBy } from '../../src/domain/review-month.ts'
import { type ReviewReason, reviewReasons } from '../../src/domain/review-reasons.ts'

const onWall = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Stockholm').toInstant()

let count = 0
/** A read that no rule asks about, at an ordinary hour. */
function aRead(told: Partial<LoggedRead> & { wall?: string } = {}): LoggedRead {
  count += 1
  const { wall = '2026-10-06T10:00', ...rest } = told
  return {
    id: String(count).padStart(6, '0'),
    at: onWall(wall),
    readerId: 'reader',
    role: 'social_worker',
    referralId: 'referral',
    door: 'referral',
    ground: 'group',
    isConcerned: true,
    hasActed: true,
    isCaseAlive: true,
    sharesName: false,
    isMember: true,
    ...rest,
  }
}
const reasonsOf = (...reads: LoggedRead[]): ReviewReason[][] => itemsOf(reads, []).map(({ reasons }) => reasons)

describe('office hours', () => {
  test.each([
    ['2026-10-09T16:59', true, 'a Friday before five'],
    ['2026-10-09T17:59', true, 'a Friday before six'],
    ['2026-10-09T18:00', false, 'a Friday at six'],
    ['2026-10-09T06:59', false, 'before seven'],
    ['2026-10-09T07:00', true, 'at seven'],
    ['2026-10-10T12:00', false, 'a Saturday'],
    ['2026-05-01T10:00', false, 'the first of May, a Friday'],
    ['2026-06-19T10:00', false, 'midsommarafton'],
    ['2026-12-24T10:00', false, 'julafton, a Thursday'],
    ['2026-04-03T10:00', false, 'långfredagen'],
    ['2026-03-27T17:59', true, 'the last Friday in winter time'],
    ['2026-03-30T17:59', true, 'the first Monday in summer time'],
    ['2026-03-30T07:00', true, 'the first morning in summer time'],
    ['2026-10-26T17:59', true, 'the first Monday in winter time again'],
    ['2026-10-26T06:59', false, 'the first morning in winter time again'],
  ])('%s counts as %s: %s', (wall, inside) => {
    expect(isOfficeHours(onWall(wall))).toBe(inside)
  })

  test('are by the clock on a Swedish wall, on every day of every year', () => {
    const anyMinute = fc.record({ day: fc.integer({ min: 0, max: 6000 }), minute: fc.integer({ min: 0, max: 1439 }) })
    fc.assert(
      fc.property(anyMinute, ({ day, minute }) => {
        const date = Temporal.PlainDate.from('2024-01-01').add({ days: day })
        const wall = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
        const at = wall.toZonedDateTime('Europe/Stockholm').toInstant()
        const shown = at.toZonedDateTimeISO('Europe/Stockholm').hour // of an hour that is skipped, the one that came
        expect(isOfficeHours(at)).toBe(isOrdinaryWeekday(date) && shown >= 7 && shown < 18)
      }),
    )
  })
})

describe('the rules', () => {
  test('ask nothing about ordinary work', () => {
    expect(reasonsOf(aRead(), aRead({ wall: '2026-10-09T17:59' }), aRead({ door: 'related' }))).toEqual([])
  })

  test.each<[ReviewReason, Partial<LoggedRead> & { wall?: string }]>([
    ['break_glass', { ground: 'break_glass' }],
    ['left_unit', { isMember: false }],
    ['left_unit', { isMember: false, door: 'statistics', referralId: null }],
    ['same_name', { sharesName: true }],
    ['same_name', { sharesName: true, door: 'search' }],
    ['same_name', { sharesName: true, door: 'print' }],
    ['no_relation', { isConcerned: false, isCaseAlive: false }],
    ['no_relation', { isConcerned: false, isCaseAlive: false, door: 'sent_referral' }],
    ['off_hours', { wall: '2026-10-10T10:00' }],
    ['off_hours', { wall: '2026-10-06T21:00', door: 'search', referralId: null }],
  ])('find %s in %j', (reason, told) => {
    expect(reasonsOf(aRead(told))).toEqual([[reason]])
  })

  test.each<[string, Partial<LoggedRead> & { wall?: string }]>([
    ['a case that is alive may be read by its unit', { isConcerned: false }],
    ['one’s own case may rest', { isCaseAlive: false }],
    ['a hit of a search shows no case', { isConcerned: false, isCaseAlive: false, door: 'search' }],
    ['what was shown without being asked for is nobody’s choice', { door: 'related', wall: '2026-10-10T10:00' }],
    ['the out-of-hours service works when others do not', { role: 'out_of_hours', wall: '2026-10-10T03:00' }],
    ['a namesake among the family’s other referrals was not looked up', { sharesName: true, door: 'related' }],
  ])('ask nothing where %s', (_, told) => {
    expect(reasonsOf(aRead(told))).toEqual([])
  })

  test('an emergency opening is asked about as that alone, whatever else it would be', () => {
    const told = {
      ground: 'break_glass',
      isMember: false,
      isConcerned: false,
      isCaseAlive: false,
      hasActed: false,
    } as const
    expect(reasonsOf(aRead(told))).toEqual([['break_glass']])
  })

  test('a reader and a referral are asked about once a month, by the first read', () => {
    const stranger = { isConcerned: false, isCaseAlive: false }
    const reads = [6, 7, 8].map((day) => aRead({ ...stranger, wall: `2026-10-0${day}T10:00` }))
    expect(itemsOf(reads, [])).toEqual([{ logId: reads[0]?.id, reasons: ['no_relation'], reads: 3 }])
  })

  test('reads of one referral on one day are one question', () => {
    const evening = ['21:00', '21:05', '22:00'].map((time) => aRead({ wall: `2026-10-06T${time}` }))
    expect(itemsOf(evening, [])).toEqual([{ logId: evening[0]?.id, reasons: ['off_hours'], reads: 3 }])
  })

  test('repeated look-ups are counted a quarter of an hour apart, and only of who did nothing', () => {
    const times = ['08:00', '09:00', '10:00', '11:00', '12:00']
    const looks = (told: Partial<LoggedRead>, every = times) =>
      every.map((time) => aRead({ ...told, wall: `2026-10-06T${time}` }))
    expect(reasonsOf(...looks({ hasActed: false }))).toEqual([['repeated']])
    expect(reasonsOf(...looks({ hasActed: true }))).toEqual([])
    expect(reasonsOf(...looks({ hasActed: false }, times.slice(1)))).toEqual([])
    const reloads = ['08:00', '08:05', '08:10', '08:14', '09:00', '09:10']
    expect(reasonsOf(...looks({ hasActed: false }, reloads))).toEqual([])
  })

  test('many different referrals within an hour are one question; the same many times, or slowly, are none', () => {
    const many = (minutesApart: number, referral: (n: number) => string) =>
      Array.from({ length: reviewPolicy.burst }, (_, n) => {
        const at = onWall('2026-10-06T08:00').add({ seconds: n * minutesApart * 60 })
        return { ...aRead({ referralId: referral(n) }), at }
      })
    expect(reasonsOf(...many(1, String))).toEqual([['burst']])
    expect(reasonsOf(...many(1, () => 'same'))).toEqual([])
    expect(reasonsOf(...many(3, String))).toEqual([])
  })
})

const anyRead = fc
  .record({
    minute: fc.integer({ min: 0, max: 31 * 24 * 60 - 1 }),
    readerId: fc.constantFrom('a', 'b', 'c'),
    referralId: fc.constantFrom(null, 'x', 'y', 'z'),
    door: fc.constantFrom('referral', 'related', 'search', 'print', 'statistics'),
    ground: fc.constantFrom('group', 'assigned', 'break_glass', 'manager'),
    role: fc.constantFrom('social_worker', 'out_of_hours', null),
    isConcerned: fc.boolean(),
    hasActed: fc.boolean(),
    isCaseAlive: fc.boolean(),
    sharesName: fc.boolean(),
    isMember: fc.boolean(),
  })
  .map(
    ({ minute, ...read }): Omit<LoggedRead, 'id'> => ({
      ...read,
      at: onWall('2026-10-01T00:00').add({ minutes: minute }),
    }),
  )
const anyMonth = fc
  .array(anyRead, { maxLength: 60 })
  .map((reads) => reads.map((read, n): LoggedRead => ({ ...read, id: String(n).padStart(4, '0') })))
const rank = (id: string) => [...id].reverse().join('')

describe('a month, whatever it holds', () => {
  test('is asked about the same in whatever order its lines come', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const sample = sampleOf(month, rank, 5)
        expect(itemsOf(month.toReversed(), sample.toReversed())).toEqual(itemsOf(month, sample))
      }),
    )
  })

  test('has every emergency opening on the list, and every read of the sample', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const sample = sampleOf(month, rank, sampleSize(countLookUps(month)))
        const items = itemsOf(month, sample)
        const withReason = (reason: ReviewReason) => items.filter(({ reasons }) => reasons.includes(reason)).length
        const keyOf = (read: LoggedRead) =>
          `${read.readerId} ${read.referralId} ${read.at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate()}`
        const openings = month.filter(({ ground }) => ground === 'break_glass')
        expect(withReason('break_glass')).toBe(new Set(openings.map(keyOf)).size)
        expect(withReason('sample')).toBe(new Set(sample.map(keyOf)).size)
      }),
    )
  })

  test('gives each question a reason, in the order to look at them, and a line of its own', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const items = itemsOf(month, [])
        expect(new Set(items.map(({ logId }) => logId)).size).toBe(items.length)
        for (const { reasons, reads } of items) {
          const places = reasons.map((reason) => reviewReasons.indexOf(reason))
          expect(places.length).toBeGreaterThan(0)
          expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
          expect(reads).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('the sample', () => {
  test.each([
    [0, 0],
    [4, 4],
    [10, 10],
    [499, 10],
    [500, 10],
    [501, 11],
    [10_000, 200],
  ])('of %i reads is %i', (reads, size) => {
    expect(sampleSize(reads)).toBe(size)
  })

  test('follows the rank and nothing else', () => {
    const month = Array.from({ length: 40 }, () => aRead())
    const drawn = sampleOf(month, rank, 10).map(({ id }) => id)
    expect(sampleOf(month.toReversed(), rank, 10).map(({ id }) => id)).toEqual(drawn)
    expect(new Set(drawn).size).toBe(10)
    expect(sampleOf(month, (id) => id, 10).map(({ id }) => id)).not.toEqual(drawn)
  })
})

describe('the months', () => {
  test.each([
    ['2026-10-31T23:59', []],
    ['2026-11-01T00:30', []],
    ['2026-11-01T01:00', ['2026-10']],
    ['2027-01-15T12:00', ['2026-10', '2026-11', '2026-12']],
  ])('that have ended at %s, an hour after midnight, are %j', (now, months) => {
    expect(endedMonths(onWall('2026-10-05T10:00'), onWall(now))).toEqual(months)
  })

  test('go from midnight to midnight in Sweden, through both shifts of the clock', () => {
    expect([boundsOf('2026-03'), boundsOf('2026-10')].map(({ from, until }) => `${from} ${until}`)).toEqual([
      '2026-02-28T23:00:00Z 2026-03-31T22:00:00Z',
      '2026-09-30T22:00:00Z 2026-10-31T23:00:00Z',
    ])
  })

  test('are signed by the fifteenth of the next', () => {
    expect([signedBy('2026-10'), signedBy('2026-12')]).toEqual(['2026-11-15', '2027-01-15'])
  })
})
