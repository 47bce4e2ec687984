import { Disclosure } from '../../ui/disclosure.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguage } from '../../words/language.tsx'

export interface Part {
  id: string
  word: string
  tone: 'brand' | 'pale' | 'warn' | 'danger'
}

export interface StackedRow {
  id: string
  label: string
  /** Beside the label, in small: what kind of clock it is. */
  note?: string
  counts: Readonly<Record<string, number>>
  /** At the end of the bar. */
  end: string
}

interface StackedBarsProps {
  /** Heard, and the table's caption; those who see the chart have the section's heading. */
  title: string
  hint?: string
  rowHeader: string
  endHeader: string
  parts: readonly Part[]
  rows: readonly StackedRow[]
  /** `whole`: every bar is the whole of its row. `count`: the bars are as long as they are many. */
  scale: 'whole' | 'count'
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

/** Lying bars in parts, with what the colours mean, and the same as a table. */
export function StackedBars({ title, hint, rowHeader, endHeader, parts, rows, scale }: StackedBarsProps) {
  const { words, format } = useLanguage()
  const sumOf = ({ counts }: StackedRow) => parts.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0)
  const longest = Math.max(1, ...rows.map(sumOf))
  const columns: Column<StackedRow>[] = [
    {
      id: 'label',
      header: rowHeader,
      isName: true,
      cell: ({ label, note }) => (note ? `${label} (${note})` : label),
    },
    ...parts.map(
      ({ id, word }): Column<StackedRow> => ({
        id,
        header: word,
        align: 'end',
        cell: ({ counts }) => format.number(counts[id] ?? 0),
      }),
    ),
    { id: 'end', header: endHeader, align: 'end', cell: ({ end }) => end },
  ]
  return (
    <figure className="chart">
      <figcaption>
        <span className="sr-only">{title}</span>
        {hint && <span className="chart-hint">{hint}</span>}
      </figcaption>
      <ul className="legend" aria-hidden>
        {parts.map(({ id, word, tone }) => (
          <li key={id}>
            <span className={`legend-mark part-${tone}`} />
            {word}
          </li>
        ))}
      </ul>
      <div className="bars" aria-hidden>
        {rows.map((row) => (
          <div key={row.id} className="bar-row">
            <span className="bar-label">
              {row.label}
              {row.note && <span className="bar-note">{row.note}</span>}
            </span>
            <span className="stack-track">
              {parts.map(({ id, tone }) => (
                <StackPart
                  key={id}
                  tone={tone}
                  share={(row.counts[id] ?? 0) / (scale === 'whole' ? Math.max(1, sumOf(row)) : longest)}
                />
              ))}
            </span>
            <span className="bar-value">{row.end}</span>
          </div>
        ))}
      </div>
      <Disclosure title={words.common.showTable}>
        <Table caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />
      </Disclosure>
    </figure>
  )
}

/** An SVG of its own, as the width may not be a style attribute (CSP). */
function StackPart({ tone, share }: { tone: Part['tone']; share: number }) {
  if (share === 0) return null
  return (
    <svg className={`stack-part part-${tone}`} width={percent(share)} height="18" aria-hidden="true">
      <rect width="100%" height="100%" />
      {tone === 'danger' && <path className="part-stripe" d={stripes} />}
    </svg>
  )
}

/** Told apart from the others without colour. Drawn far enough for the widest bar; the SVG cuts it off. */
const stripes = Array.from({ length: 160 }, (_, place) => `M${place * 8 - 12} 22l22-26`).join('')
