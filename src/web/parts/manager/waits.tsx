import type { Wait } from '../../../domain/statistics.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'

type Stage = 'opened' | 'protection_assessed' | 'decided' | 'support_answered' | 'received' | 'feedback'
export type AnyWait = Wait<Stage>

/** The first thing to know: how long, in words. A stage that nothing could reach is left out. */
export function KeyFigures({ waits, side }: { waits: readonly AnyWait[]; side: 'receiver' | 'sender' }) {
  const { key, duration } = useWords().manager
  const shown = waits.filter(({ n, waiting }) => n + waiting > 0)
  return (
    <Section title={side === 'receiver' ? key.title : key.titleSender} look="plain">
      <ul className="key-figures">
        {shown.map(({ stage, n, medianHours, p90Hours, waiting, longestHours }) => (
          <li key={stage} className="key-figure">
            {medianHours === null || p90Hours === null ? (
              <p className="key-number">–</p>
            ) : (
              <p>
                <span className="sr-only">{side === 'receiver' ? key.median('') : key.medianSender('')}</span>
                <strong className="key-number">{duration(medianHours)}</strong>
              </p>
            )}
            <p className="key-until">{key[stage]}</p>
            <p className="key-more">{p90Hours === null ? key.noneYet : key.p90(duration(p90Hours))}</p>
            {n > 0 && <p className="key-more">{key.n(n)}</p>}
            {waiting > 0 && longestHours !== null && (
              <p className="key-more key-waiting">{key.waiting(waiting, duration(longestHours))}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The key figures as one sentence, where the page begins. */
export function KeySentence({ waits, side }: { waits: readonly AnyWait[]; side: 'receiver' | 'sender' }) {
  const { words, format } = useLanguage()
  const { key, duration } = words.manager
  const told = waits.flatMap(({ stage, medianHours }) =>
    medianHours === null ? [] : [`${duration(medianHours)} ${key[stage]}`],
  )
  if (told.length === 0) return null
  const sentence = format.list(told)
  return <p className="key-sentence">{side === 'receiver' ? key.median(sentence) : key.medianSender(sentence)}.</p>
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

/** Median and 90th percentile on one scale, with every number in the table below. */
export function WaitsChart({ waits }: { waits: readonly AnyWait[] }) {
  const { words, format } = useLanguage()
  const { waits: said, duration } = words.manager
  const shown = waits.filter(({ n, waiting }) => n + waiting > 0)
  const longest = Math.max(1, ...shown.map(({ p90Hours }) => p90Hours ?? 0))
  const time = (hours: number | null) => (hours === null ? '–' : duration(hours))
  return (
    <figure className="chart">
      <figcaption className="sr-only">{said.title}</figcaption>
      <ul className="legend" aria-hidden>
        <li>
          <span className="legend-mark part-brand" />
          {said.legendMedian}
        </li>
        <li>
          <span className="legend-mark part-pale" />
          {said.legendP90}
        </li>
      </ul>
      <div className="bars" aria-hidden>
        {shown.map(({ stage, medianHours, p90Hours }) => (
          <div key={stage} className="bar-row wait-row">
            <span className="bar-label">{said.stages[stage]}</span>
            <svg className="wait-track" height="18" aria-hidden="true">
              <rect className="part-pale" width={percent((p90Hours ?? 0) / longest)} height="100%" rx="2" />
              <rect className="part-brand" width={percent((medianHours ?? 0) / longest)} height="100%" rx="2" />
            </svg>
            <span className="bar-value">
              {time(medianHours)}
              <span className="bar-note">{p90Hours === null ? '' : time(p90Hours)}</span>
            </span>
          </div>
        ))}
      </div>
      <Disclosure title={words.common.showTable}>
        <Table
          caption={said.title}
          rows={shown}
          rowKey={({ stage }) => stage}
          columns={[
            { id: 'stage', header: said.columns.stage, isName: true, cell: ({ stage }) => said.stages[stage] },
            { id: 'median', header: said.columns.median, align: 'end', cell: ({ medianHours }) => time(medianHours) },
            { id: 'p90', header: said.columns.p90, align: 'end', cell: ({ p90Hours }) => time(p90Hours) },
            { id: 'n', header: said.columns.n, align: 'end', cell: ({ n }) => format.number(n) },
            {
              id: 'waiting',
              header: said.columns.waiting,
              align: 'end',
              cell: ({ waiting }) => format.number(waiting),
            },
            {
              id: 'longest',
              header: said.columns.longest,
              align: 'end',
              cell: ({ longestHours }) => time(longestHours),
            },
          ]}
        />
      </Disclosure>
    </figure>
  )
}
