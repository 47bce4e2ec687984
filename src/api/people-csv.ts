import { CsvError, parse } from 'csv-parse/sync'
import { type ImportLine, importFields, importLines, type LineProblem } from '../domain/people-import.ts'

/** What csv-parse tells of a record when asked for more than its cells. */
interface Told {
  record: string[]
  info: { lines: number }
}

export interface ReadFile {
  lines: ImportLine[]
  problems: LineProblem[]
}

const fileProblem = (problem: LineProblem['problem'], line = 1, field: LineProblem['field'] = null): ReadFile => ({
  lines: [],
  problems: [{ line, field, problem }],
})

/**
 * The lines of a CSV file of people, told apart by semicolons or commas, whichever its first line has. The first line
 * names the columns, in any order; `staff_id` must be there. A cell that a line lacks is empty.
 */
export function readPeopleCsv(text: string): ReadFile {
  const written = text.replaceAll(/\r\n?/g, '\n')
  const [firstLine = ''] = written.split('\n', 1)
  let told: Told[]
  try {
    told = parse(written, {
      delimiter: firstLine.includes(';') ? ';' : ',',
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: importLines + 2,
    }) as unknown as Told[] // with `info` each record comes with its place, which the types leave to the caller
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return fileProblem('broken', typeof error.lines === 'number' ? error.lines : 1)
  }
  const [head, ...rows] = told
  const columns = head?.record.map((name) => name.toLowerCase()) ?? []
  if (!columns.includes('staff_id')) return fileProblem('no-staff-id-column')
  const known: readonly string[] = importFields
  if (columns.some((name, place) => !known.includes(name) || columns.indexOf(name) !== place)) {
    return fileProblem('unknown-column')
  }
  if (rows.length === 0) return fileProblem('nothing-in-it')
  if (rows.length > importLines) return fileProblem('too-many-lines', importLines + 2)
  const cellOf = (record: readonly string[], field: string) => record[columns.indexOf(field)] ?? ''
  const lines = rows.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(importFields.map((field) => [field, cellOf(record, field)])) as ImportLine['cells'],
  }))
  const tooWide = rows.filter(({ record }) => record.length > columns.length)
  return { lines, problems: tooWide.map(({ info }) => ({ line: info.lines, field: null, problem: 'broken' })) }
}
