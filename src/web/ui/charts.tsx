import { scaleLinear } from 'd3-scale'
import { useLanguage } from '../words/language.tsx'
import { Disclosure } from './disclosure.tsx'
import { Table } from './table.tsx'

export interface Bar {
  label: string
  /** `null`: fewer than five, so not shown. */
  value: number | null
  tone?: 'brand' | 'warn' | 'danger'
}

interface ChartProps {
  title: string
  bars: readonly Bar[]
  /** Heads of the two columns in the table: what the bars are, and what they count. */
  columns: readonly [string, string]
  /** Stands where a value is not shown. */
  suppressed?: string
  valueText?: (value: number) => string
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`
const ceiling = (bars: readonly Bar[], more = 0) => Math.max(1, more, ...bars.map(({ value }) => value ?? 0))

function ChartTable({ title, bars, columns, suppressed = '–', valueText }: ChartProps) {
  const { words, format } = useLanguage()
  const word = valueText ?? format.number
  return (
    <Disclosure title={words.common.showTable}>
      <Table
        caption={title}
        look="plain"
        rows={bars}
        rowKey={({ label }) => label}
        columns={[
          { id: 'label', header: columns[0], isName: true, cell: ({ label }) => label },
          {
            id: 'value',
            header: columns[1],
            align: 'end',
            cell: ({ value }) => (value === null ? suppressed : word(value)),
          },
        ]}
      />
    </Disclosure>
  )
}

/** Lying bars, one per thing compared, with the value written at the end of each. */
export function BarChart(props: ChartProps) {
  const { title, bars, suppressed = '–', valueText } = props
  const { format } = useLanguage()
  const across = scaleLinear([0, ceiling(bars)], [0, 1])
  const word = valueText ?? format.number
  return (
    <figure className="chart">
      <figcaption className="chart-title">{title}</figcaption>
      <div className="bars" aria-hidden>
        {bars.map(({ label, value, tone = 'brand' }) => (
          <div key={label} className="bar-row">
            <span className="bar-label">{label}</span>
            <svg className="bar-track" aria-hidden="true">
              <rect className="bar-ground" width="100%" height="100%" rx="3" />
              {value !== null && (
                <rect className={`bar bar-${tone}`} width={percent(across(value))} height="100%" rx="3" />
              )}
            </svg>
            <span className="bar-value">{value === null ? suppressed : word(value)}</span>
          </div>
        ))}
      </div>
      <ChartTable {...props} />
    </figure>
  )
}

interface DistributionProps extends ChartProps {
  /** Upright lines at a place among the bars (0 = left edge, bars.length = right edge): median, the law's limit. */
  marks?: readonly { at: number; label: string; tone?: 'brand' | 'danger' }[]
}

const height = 192
const top = 40
const bottom = 24

/** Standing bars side by side: how something is spread, such as days waited. */
export function DistributionChart({ marks = [], ...props }: DistributionProps) {
  const { title, bars } = props
  const { format } = useLanguage()
  const up = scaleLinear([0, ceiling(bars)], [0, height - top - bottom]).nice(4)
  const floor = height - bottom
  const every = Math.ceil(bars.length / 8)
  const x = (place: number) => percent(place / bars.length)
  return (
    <figure className="chart">
      <figcaption className="chart-title">{title}</figcaption>
      <svg className="distribution" height={height} aria-hidden="true">
        {up.ticks(4).map((tick) => (
          <g key={tick}>
            <line className="chart-grid" x1="0" x2="100%" y1={floor - up(tick)} y2={floor - up(tick)} />
            <text className="chart-tick chart-end" x="-8" y={floor - up(tick) + 4}>
              {format.number(tick)}
            </text>
          </g>
        ))}
        {bars.map(({ label, value, tone = 'brand' }, place) => (
          <g key={label}>
            <rect
              className={`bar bar-${tone}`}
              x={x(place + 0.12)}
              width={x(0.76)}
              y={floor - up(value ?? 0)}
              height={up(value ?? 0)}
            />
            {place % every === 0 && (
              <text className="chart-tick chart-middle" x={x(place + 0.5)} y={height - 6}>
                {label}
              </text>
            )}
          </g>
        ))}
        {marks.map(({ at, label, tone = 'brand' }, place) => (
          <g key={label} className={`chart-mark chart-mark-${tone}`}>
            <line x1={x(at)} x2={x(at)} y1={place % 2 ? 32 : 16} y2={floor} />
            <text className={at > bars.length / 2 ? 'chart-end' : undefined} x={x(at)} y={place % 2 ? 28 : 12}>
              {label}
            </text>
          </g>
        ))}
      </svg>
      <ChartTable {...props} />
    </figure>
  )
}
