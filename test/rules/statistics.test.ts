import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Membership, Viewer } from '../../src/domain/organisation.ts'
import { instantsOf } from '../../src/domain/period.ts'
import { publishedLines } from '../../src/domain/published-statistics.ts'
import { type Cell, hiddenCells, least, type Sum } from '../../src/domain/small-cells.ts'
import { type ReceiverStatistics, unitIdsFor, watchedUnits } from '../../src/domain/statistics.ts'

const total = 'total'

function aRow(counts: readonly number[]): { cells: Cell[]; sums: Sum[] } {
  const parts = counts.map((count, place) => ({ id: `part ${place}`, count }))
  const sum = counts.reduce((a, b) => a + b, 0)
  return { cells: [...parts, { id: total, count: sum }], sums: [{ total, parts: parts.map(({ id }) => id) }] }
}

/** A grid with its margins: each inner cell stands in a row's sum and in a column's. */
function aGrid(rows: readonly (readonly number[])[]): { cells: Cell[]; sums: Sum[] } {
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, column) => column)
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  const cells = [
    ...rows.flatMap((row, r) => row.map((count, c) => ({ id: `${r},${c}`, count }))),
    ...rows.map((row, r) => ({ id: `row ${r}`, count: row.reduce((a, b) => a + b, 0) })),
    ...columns.map((c) => ({ id: `column ${c}`, count: rows.reduce((sum, _, r) => sum + at(r, c), 0) })),
    { id: total, count: rows.flat().reduce((a, b) => a + b, 0) },
  ]
  const sums = [
    ...rows.map((_, r) => ({ total: `row ${r}`, parts: columns.map((c) => `${r},${c}`) })),
    ...columns.map((c) => ({ total: `column ${c}`, parts: rows.map((_, r) => `${r},${c}`) })),
    { total, parts: rows.map((_, r) => `row ${r}`) },
    { total, parts: columns.map((c) => `column ${c}`) },
  ]
  return { cells, sums }
}

describe('which cells are hidden', () => {
  test.each<[string, number[], string[]]>([
    ['none, when every count is large enough', [5, 9, 20], []],
    ['the small one and the smallest beside it, as the total would give it away', [3, 20, 9], ['part 0', 'part 2']],
    ['two small ones hide each other', [3, 4, 20], ['part 0', 'part 1']],
    ['two zeros do not: the total says that both are nothing', [0, 0, 20, 7], ['part 0', 'part 1', 'part 3']],
    ['the total too, where there is nothing else to hide', [4], ['part 0', 'total']],
  ])('%s', (_, counts, expected) => {
    const { cells, sums } = aRow(counts)
    expect([...hiddenCells(cells, sums)].toSorted()).toEqual(expected.toSorted())
  })

  test('in a grid one small cell takes three others with it, so that neither row nor column tells', () => {
    const { cells, sums } = aGrid([
      [2, 30, 40],
      [30, 12, 40],
      [40, 40, 50],
    ])
    const hidden = [...hiddenCells(cells, sums)].filter((id) => id.includes(','))
    expect(hidden.toSorted()).toEqual(['0,0', '0,1', '1,0', '1,1'])
  })
})

/** Every table of whole numbers that agrees with what is shown, up to one more than is there: an attacker's patience. */
function tablesThatAgree(cells: readonly Cell[], sums: readonly Sum[], hidden: ReadonlySet<string>) {
  const unknown = cells.filter(({ id }) => hidden.has(id) && !isTotal(id, sums))
  const values = new Map(cells.map(({ id, count }) => [id, count]))
  const seen = new Map<string, Set<number>>()
  const note = () => {
    for (const id of hidden) seen.set(id, (seen.get(id) ?? new Set()).add(values.get(id) ?? 0))
  }
  const settleTotals = () => {
    for (const { total: id, parts } of sums) {
      const sum = parts.reduce((a, part) => a + (values.get(part) ?? 0), 0)
      if (hidden.has(id)) values.set(id, sum)
      else if (values.get(id) !== sum) return false
    }
    return sums.every(({ total: id, parts }) => values.get(id) === parts.reduce((a, p) => a + (values.get(p) ?? 0), 0))
  }
  const walk = (place: number) => {
    const cell = unknown[place]
    if (!cell) {
      if (settleTotals()) note()
      return
    }
    for (const step of [-1, 0, 1]) {
      if (cell.count + step < 0) continue
      values.set(cell.id, cell.count + step)
      walk(place + 1)
    }
    values.set(cell.id, cell.count)
  }
  walk(0)
  return seen
}

function isTotal(id: string, sums: readonly Sum[]): boolean {
  return sums.some((sum) => sum.total === id)
}

const aCount = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }))
const aTable = fc.oneof(
  fc.array(aCount, { minLength: 1, maxLength: 6 }).map(aRow),
  fc
    .integer({ min: 2, max: 3 })
    .chain((width) =>
      fc.array(fc.array(aCount, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 3 }),
    )
    .map(aGrid),
)

test('no count under five is ever shown', () => {
  fc.assert(
    fc.property(aTable, ({ cells, sums }) => {
      const hidden = hiddenCells(cells, sums)
      expect(cells.every(({ id, count }) => count >= least || hidden.has(id))).toBe(true)
    }),
  )
})

test('from the shown cells and the sums no hidden cell can be computed', () => {
  fc.assert(
    fc.property(aTable, ({ cells, sums }) => {
      const hidden = hiddenCells(cells, sums)
      const possible = tablesThatAgree(cells, sums, hidden)
      for (const id of hidden) expect(possible.get(id)?.size, id).toBeGreaterThan(1)
    }),
    { numRuns: 300 },
  )
})

test('a number that stands in no table still ties two of them together', () => {
  const cells: Cell[] = [
    { id: 'late', count: 2 },
    { id: 'in time', count: 30 },
    { id: 'unit a', count: 20 },
    { id: 'unit b', count: 12 },
    { id: 'inquiries', count: 32, isUnpublished: true },
  ]
  const sums = [
    { total: 'inquiries', parts: ['late', 'in time'] },
    { total: 'inquiries', parts: ['unit a', 'unit b'] },
  ]
  expect([...hiddenCells(cells, sums)].toSorted()).toEqual(['inquiries', 'late', 'unit b'])
})

const nothing = { metInTime: 0, metLate: 0, overdue: 0, running: 0 }
const figures: ReceiverStatistics = {
  side: 'receiver',
  today: '2026-11-22',
  period: { from: '2026-01-01', to: '2026-11-22' },
  concern: 40,
  support: 12,
  youngCarers: 9,
  waits: [
    { stage: 'opened', n: 50, medianHours: 3, p90Hours: 20, waiting: 2, longestHours: 30 },
    { stage: 'protection_assessed', n: 30, medianHours: 5, p90Hours: 22, waiting: 10, longestHours: 30 },
    { stage: 'decided', n: 28, medianHours: 200, p90Hours: 320, waiting: 12, longestHours: 400 },
    { stage: 'support_answered', n: 4, medianHours: 100, p90Hours: 200, waiting: 8, longestHours: 90 },
  ],
  decisionDays: [],
  clocks: [
    { kind: 'receipt', label: 'policy', ...nothing, metInTime: 45, metLate: 5, overdue: 1, running: 1 },
    { kind: 'support_answer', label: 'policy', ...nothing, metInTime: 4, running: 8 },
  ],
  backlog: [{ from: 0, to: 1, overdue: 2, inTime: 10, noDeadline: 5 }],
  now: [],
  senders: [],
}

describe('what may leave the unit', () => {
  const lines = publishedLines(figures)
  const find = (table: string, row: string, measure: string) =>
    lines.find((line) => line.table === table && line.row === row && line.measure === measure)

  test('a wait drawn from fewer than five has neither count, median nor percentile', () => {
    expect(find('waits', 'support_answered', 'arrived')).toEqual({
      table: 'waits',
      row: 'support_answered',
      measure: 'arrived',
      count: null,
    })
  })

  test('a count that another table would give away is hidden there too', () => {
    // 52 in all and 2 unopened: the opened 50, and the clocks that they met, must not both stand.
    expect(find('waits', 'opened', 'waiting')?.count).toBeNull()
    expect(find('waits', 'opened', 'arrived')?.count).toBeNull()
    const met = ['metInTime', 'metLate'].map((measure) => find('clocks', 'receipt', measure)?.count)
    expect(met).toContain(null)
  })

  test('what is large enough and gives nothing away is shown, with its percentiles', () => {
    expect(find('waits', 'decided', 'arrived')).toMatchObject({
      count: 28,
      spread: { medianHours: 200, p90Hours: 320 },
    })
  })
})

const handles: Omit<Membership, 'unitId' | 'unitName' | 'role'> = { boardId: 'b', unitKind: 'intake' }
const viewer: Viewer = {
  personId: 'p',
  name: 'Eva Holm',
  municipalityId: 'm',
  qualified: true,
  memberships: [
    { ...handles, unitId: 'u1', unitName: 'Mottagningen', role: 'unit_manager' },
    { ...handles, unitId: 'u1', unitName: 'Mottagningen', role: 'social_worker' },
    { ...handles, unitId: 'u2', unitName: 'Barngruppen', role: 'social_worker' },
    { ...handles, unitId: 'u3', unitName: 'Vuxen', role: 'unit_manager', unitKind: 'substance_use' },
  ],
}

describe('whose figures', () => {
  test('those of the units that one manages, each on its side', () => {
    expect(watchedUnits(viewer).map(({ unitId, side }) => [unitId, side])).toEqual([
      ['u1', 'receiver'],
      ['u3', 'sender'],
    ])
  })

  test('all means all of one side', () => {
    expect(unitIdsFor(viewer, 'all', 'receiver')).toEqual(['u1'])
  })

  test.each([
    ['a unit that one works in without managing it', 'u2', 'receiver'],
    ['a unit of others', 'u9', 'receiver'],
    ['the other side of one’s own unit', 'u3', 'receiver'],
  ] as const)('%s answers as one that does not exist', (_, unit, side) => {
    expect(() => unitIdsFor(viewer, unit, side)).toThrow(expect.objectContaining({ refusal: 'not-found' }))
  })
})

test('a period runs from midnight in Sweden to midnight in Sweden, also over the change of the clocks', () => {
  expect(instantsOf({ from: '2026-03-29', to: '2026-03-29' })).toEqual({
    start: '2026-03-28T23:00:00Z',
    end: '2026-03-29T22:00:00Z',
  })
})
