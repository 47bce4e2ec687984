import { IconClipboardCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { MonthState } from '../parts/review/month-state.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Table } from '../ui/table.tsx'
import { useLanguage } from '../words/language.tsx'

export const Route = createFileRoute('/granskning/')({ component: ReviewsPage })

/** Which months are left to review, and which are late. */
function ReviewsPage() {
  const { words, format } = useLanguage()
  const { review } = words
  const { list } = review
  const { data, error } = useQuery(trpc.reviews.list.queryOptions())
  if (error && !data) throw error
  return (
    <>
      <PageHeader tab={review.tab} title={review.title}>
        <p>{review.lead}</p>
      </PageHeader>
      {!data && <Skeleton lines={8} />}
      {data?.reviews.length === 0 && (
        <EmptyState icon={IconClipboardCheck} title={review.empty.title}>
          {review.empty.text}
        </EmptyState>
      )}
      {data && data.reviews.length > 0 && (
        <Table
          caption={list.caption}
          rows={data.reviews}
          rowKey={({ id }) => id}
          rowTone={({ isLate }) => (isLate ? 'danger' : undefined)}
          columns={[
            {
              id: 'month',
              header: list.month,
              isName: true,
              cell: ({ id, month, unitName }) => (
                <Link to="/granskning/$reviewId" params={{ reviewId: id }}>
                  {format.month(month)}
                  <span className="sr-only">, {unitName}</span>
                </Link>
              ),
            },
            { id: 'unit', header: list.unit, cell: ({ unitName }) => unitName },
            { id: 'reads', header: list.reads, align: 'end', cell: ({ reads }) => format.number(reads) },
            { id: 'items', header: list.items, align: 'end', cell: ({ items }) => format.number(items) },
            { id: 'open', header: list.open, align: 'end', cell: ({ open }) => format.number(open) },
            { id: 'state', header: list.state, cell: (month) => <MonthState month={month} /> },
          ]}
        />
      )}
    </>
  )
}
