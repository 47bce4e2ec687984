import { IconChartHistogram } from '@tabler/icons-react'
import { feedbackOutcomes, type SenderStatistics } from '../../../domain/statistics.ts'
import { BarChart } from '../../ui/charts.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { useLanguage } from '../../words/language.tsx'
import { SenderNowFigures } from './now-figures.tsx'
import { KeyFigures, WaitsChart } from './waits.tsx'

/** The adult units' figures, drawn from what their side may know. */
export function SenderReport({ statistics }: { statistics: SenderStatistics }) {
  const { words, format } = useLanguage()
  const { cameIn, nothing, feedback: said } = words.manager
  const { concern, support, notes, youngCarers, waits, feedback, now } = statistics
  return (
    <div className="stack-l">
      <SenderNowFigures units={now} />
      {concern + support + notes === 0 ? (
        <EmptyState icon={IconChartHistogram} title={nothing.title}>
          {nothing.text}
        </EmptyState>
      ) : (
        <>
          <KeyFigures waits={waits} side="sender" />
          <Section title={words.manager.waits.title}>
            <WaitsChart waits={waits} />
          </Section>
          <div className="report-pair">
            <Section title={said.title}>
              <BarChart
                title={cameIn.concern}
                columns={said.columns}
                bars={feedbackOutcomes.map((outcome) => ({ label: said.values[outcome], value: feedback[outcome] }))}
              />
            </Section>
            <Section title={cameIn.titleSender}>
              <SummaryList
                items={[
                  { term: cameIn.concern, detail: format.number(concern) },
                  { term: cameIn.support, detail: format.number(support) },
                  { term: cameIn.notes, detail: format.number(notes) },
                  { term: cameIn.youngCarers, detail: format.number(youngCarers) },
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </div>
  )
}
