import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { problemOf } from '../parts/problem.ts'
import { ItemList } from '../parts/review/item-list.tsx'
import { MonthState } from '../parts/review/month-state.tsx'
import type { Review } from '../parts/review/queries.ts'
import { RuleTable } from '../parts/review/rule-table.tsx'
import { SignMonth } from '../parts/review/sign-month.tsx'
import { NotFoundPage } from '../parts/shell/not-found-page.tsx'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { useLanguage, useWords } from '../words/language.tsx'

export const Route = createFileRoute('/granskning/$reviewId')({ component: ReviewPage })

const back = '/granskning'

function ReviewPage() {
  const { reviewId } = Route.useParams()
  const { review } = useWords()
  const { data, error } = useQuery(trpc.reviews.get.queryOptions({ id: reviewId }))
  if (error && !data) {
    if (problemOf(error).kind === 'invalid') return <NotFoundPage /> // not even the shape of an id
    throw error
  }
  if (data) return <Report review={data} />
  return (
    <>
      <PageHeader tab={review.tab} title={review.title} back={{ to: back, label: review.back }} />
      <Skeleton lines={8} />
    </>
  )
}

/** A month as it is gone through, and as it is printed when it is done. */
function Report({ review }: { review: Review }) {
  const { words, format } = useLanguage()
  const said = words.review
  const { chain, facts } = { chain: review.chain, facts: said.facts }
  const month = format.month(review.month)
  return (
    <>
      <PageHeader
        tab={`${said.tab} ${review.month}`}
        back={{ to: back, label: said.back }}
        eyebrow={review.unitName}
        title={month.charAt(0).toLocaleUpperCase() + month.slice(1)}
        chips={
          <>
            <MonthState month={review} size="large" />
            {!review.signed && <span className="muted">{said.dueOn(format.day(review.dueOn))}</span>}
          </>
        }
        actions={
          <Button icon={IconPrinter} onPress={() => print()}>
            {words.common.print}
          </Button>
        }
      />
      <p className="print-only">{said.printed}</p>
      <div className="stack-l">
        {chain.faults > 0 && (
          <Alert tone="danger" title={said.chainAlarm.title}>
            {said.chainAlarm.text}
          </Alert>
        )}
        <div className="review-top">
          <Section title={facts.title}>
            <SummaryList
              items={[
                { term: facts.reads, detail: format.number(review.reads) },
                { term: facts.sample, detail: said.sampleOf(review.sampleSize) },
                { term: facts.items, detail: format.number(review.items.length) },
                { term: facts.drawn, detail: format.dayAndTime(review.drawnAt) },
                {
                  term: facts.chain,
                  detail: chain.faults > 0 ? said.chainBroken(chain.faults) : said.chainWhole(chain.lines),
                },
              ]}
            />
            <SignMonth review={review} />
          </Section>
          <RuleTable items={review.items} />
        </div>
        <h2 className="sr-only">{facts.items}</h2>
        <ItemList review={review} />
      </div>
    </>
  )
}
