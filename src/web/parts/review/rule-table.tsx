import { isSettled } from '../../../domain/review-marks.ts'
import { reviewReasons } from '../../../domain/review-reasons.ts'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { useLanguage } from '../../words/language.tsx'
import type { ReviewedItem } from './queries.ts'

/** How many each rule found, and how they were judged. A read that two rules found counts in both. */
export function RuleTable({ items }: { items: readonly ReviewedItem[] }) {
  const { words, format } = useLanguage()
  const { rules, reasons } = words.review
  const rows = reviewReasons.flatMap((reason) => {
    const found = items.filter((item) => item.reasons.includes(reason))
    if (found.length === 0) return []
    const inState = (state: ReviewedItem['state']) => found.filter((item) => item.state === state).length
    return [
      {
        reason,
        all: found.length,
        explained: inState('explained'),
        reported: inState('reported'),
        open: found.filter(({ state }) => !isSettled(state)).length,
      },
    ]
  })
  const figures = (['all', 'explained', 'reported', 'open'] as const).map((measure) => ({
    id: measure,
    header: rules[measure],
    align: 'end' as const,
    cell: (row: (typeof rows)[number]) => format.number(row[measure]),
  }))
  return (
    <Section title={rules.title} look="plain">
      <Table
        caption={rules.caption}
        rowKey={({ reason }) => reason}
        rows={rows}
        columns={[{ id: 'rule', header: rules.rule, isName: true, cell: ({ reason }) => reasons[reason] }, ...figures]}
      />
    </Section>
  )
}
