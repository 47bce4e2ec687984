import { IconChartHistogram } from '@tabler/icons-react'
import type { ClockShare, ReceiverStatistics } from '../../../domain/statistics.ts'
import { DistributionChart } from '../../ui/charts.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { useLanguage } from '../../words/language.tsx'
import { NowFigures } from './now-figures.tsx'
import { SendingUnits } from './sending-units.tsx'
import { type Part, StackedBars } from './stacked-bars.tsx'
import { KeyFigures, WaitsChart } from './waits.tsx'

/** The child units' figures: what presses now, then how it went for what came in during the period. */
export function ReceiverReport({ statistics }: { statistics: ReceiverStatistics }) {
  const { words, format } = useLanguage()
  const { cameIn, nothing } = words.manager
  const { concern, support, youngCarers, waits, now, backlog, clocks, senders } = statistics
  return (
    <div className="stack-l">
      <NowFigures units={now} />
      {concern + support === 0 ? (
        <EmptyState icon={IconChartHistogram} title={nothing.title}>
          {nothing.text}
        </EmptyState>
      ) : (
        <>
          <KeyFigures waits={waits} side="receiver" />
          <Section title={words.manager.waits.title}>
            <WaitsChart waits={waits} />
          </Section>
        </>
      )}
      <div className="report-pair">
        <div className="stack-l">
          {concern + support > 0 && (
            <Section title={words.manager.decisions.heading}>
              <DecisionDays statistics={statistics} />
            </Section>
          )}
          <Section title={words.manager.backlog.title}>
            <Backlog ages={backlog} />
          </Section>
        </div>
        <div className="stack-l">
          {clocks.length > 0 && (
            <Section title={words.manager.clocks.title}>
              <ClockShares clocks={clocks} />
            </Section>
          )}
          <Section title={cameIn.title}>
            <SummaryList
              items={[
                { term: cameIn.concern, detail: format.number(concern) },
                { term: cameIn.support, detail: format.number(support) },
                { term: cameIn.youngCarers, detail: format.number(youngCarers) },
              ]}
            />
          </Section>
        </div>
      </div>
      {concern + support > 0 && <SendingUnits senders={senders} />}
    </div>
  )
}

const lawDays = 14

function DecisionDays({ statistics: { decisionDays, waits } }: { statistics: ReceiverStatistics }) {
  const { words, format } = useLanguage()
  const { decisions, duration, key } = words.manager
  const median = waits.find(({ stage }) => stage === 'decided')?.medianHours ?? null
  const last = decisionDays.length - 1
  if (decisionDays.every((count) => count === 0)) return <p className="muted">{key.noneYet}</p>
  return (
    <DistributionChart
      title={decisions.title}
      columns={decisions.columns}
      bars={decisionDays.map((value, day) => ({
        label: day === last ? decisions.more(day) : format.number(day),
        value,
        tone: day > lawDays ? 'danger' : 'brand',
      }))}
      marks={[
        ...(median === null
          ? []
          : [{ at: Math.min(median / 24 + 0.5, last + 1), label: decisions.median(duration(median)) }]),
        { at: lawDays + 1, label: decisions.limit, tone: 'danger' as const },
      ]}
    />
  )
}

function ClockShares({ clocks }: { clocks: readonly ClockShare[] }) {
  const { words, format } = useLanguage()
  const said = words.manager.clocks
  const order = Object.keys(words.inbox.clocks)
  const inOrder = (a: ClockShare, b: ClockShare) => order.indexOf(a.kind) - order.indexOf(b.kind)
  const parts: Part[] = [
    { id: 'metInTime', word: said.columns.metInTime, tone: 'brand' },
    { id: 'running', word: said.columns.running, tone: 'pale' },
    { id: 'metLate', word: said.columns.metLate, tone: 'warn' },
    { id: 'overdue', word: said.columns.overdue, tone: 'danger' },
  ]
  return (
    <StackedBars
      title={said.title}
      hint={said.hint}
      rowHeader={said.columns.clock}
      endHeader={said.columns.share}
      parts={parts}
      scale="whole"
      rows={clocks.toSorted(inOrder).map(({ kind, label, ...counts }) => {
        const ended = counts.metInTime + counts.metLate + counts.overdue
        return {
          id: `${kind}-${label}`,
          label: words.inbox.clocks[kind],
          note: said.labels[label],
          counts,
          end: ended === 0 ? said.notYet : said.inTime(format.percent(counts.metInTime / ended)),
        }
      })}
    />
  )
}

function Backlog({ ages }: { ages: ReceiverStatistics['backlog'] }) {
  const { words, format } = useLanguage()
  const said = words.manager.backlog
  const openOf = ({ overdue, inTime, noDeadline }: (typeof ages)[number]) => overdue + inTime + noDeadline
  if (ages.every((age) => openOf(age) === 0)) return <p className="muted">{said.empty}</p>
  return (
    <StackedBars
      title={said.title}
      rowHeader={said.columns.age}
      endHeader={said.columns.open}
      scale="count"
      parts={[
        { id: 'inTime', word: said.columns.inTime, tone: 'brand' },
        { id: 'noDeadline', word: said.columns.noDeadline, tone: 'pale' },
        { id: 'overdue', word: said.columns.overdue, tone: 'danger' },
      ]}
      rows={ages.map((age) => ({
        id: String(age.from),
        label: said.band(age.from, age.to),
        counts: { overdue: age.overdue, inTime: age.inTime, noDeadline: age.noDeadline },
        end: format.number(openOf(age)),
      }))}
    />
  )
}
