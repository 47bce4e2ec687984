import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPeopleCsv } from '../../src/api/people-csv.ts'
import { type ImportState, importFields, planImport, textOfFile } from '../../src/domain/people-import.ts'

const head = importFields.join(';')
const state: ImportState = {
  staff: [],
  units: [{ id: 'u', name: 'Familjestödet' }],
  today: '2026-11-20',
  actorId: 'me',
}
const cellsOf = (text: string) => readPeopleCsv(text).lines.map(({ cells }) => cells)

test('semicolons or commas, any line ends, with a byte order mark or without: the same people', () => {
  const rows = [importFields.join(';'), '1;Åsa;T;a@a.example;Familjestödet;team_lead;2026-12-01;;']
  const expected = cellsOf(rows.join('\n'))
  expect(expected).toMatchObject([{ staff_id: '1', name: 'Åsa', role: 'team_lead', to: '' }])
  const written = [
    rows.join('\r\n'),
    rows.join('\r'),
    `\uFEFF${rows.join('\n')}\n\n;;;\n`,
    rows.join('\n').replaceAll(';', ','),
  ]
  for (const text of written) expect(cellsOf(text)).toEqual(expected)
})

test('a file is read as UTF-8 when it is that, and else as Excel writes it on a Swedish computer', () => {
  const text = 'staff_id;name\r\n1;Åsa Öst – Ärlig'
  expect(textOfFile(new TextEncoder().encode(text))).toBe(text)
  expect(textOfFile(new TextEncoder().encode(`\uFEFF${text}`))).toBe(text)
  const windows = Uint8Array.from(text, (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)))
  expect(textOfFile(windows)).toBe(text)
})

test('no text at all makes the reader or the plan fall over', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('', '"', ';', '2026-02-30', '2026-12-01', 'team_lead', 'Familjestödet'),
  )
  const line = fc.array(cell, { maxLength: 10 }).map((cells) => cells.join(';'))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const { lines: read, problems } = readPeopleCsv([head, ...lines].join('\n'))
      const plan = planImport(read, state)
      const unsound = read.filter(({ cells }) => cells.staff_id === '')
      expect(problems.length + plan.problems.length).toBeGreaterThanOrEqual(unsound.length)
    }),
  )
})

test('each fault is told on the line of the file where it stands, also after lines with breaks in them', () => {
  const { lines } = readPeopleCsv(`${head}\n1;"A\nB";T;a@a.example;;;;;\n\n2;C;T;fel;;;;;`)
  expect(planImport(lines, state).problems).toEqual([{ line: 5, field: 'email', problem: 'not-an-address' }])
})
