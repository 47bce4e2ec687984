import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { useLanguage } from '../../words/language.tsx'

/** Months whose reads should have been reviewed and signed by now (lag 2001:454 10 §). */
export function LateReviews() {
  const { words, format } = useLanguage()
  const { lateReviews } = words.manager
  const { data } = useQuery(trpc.reviews.late.queryOptions())
  if (!data || data.months.length === 0) return null
  return (
    <Alert tone="warn" title={lateReviews.title(data.months.length)}>
      <p>{lateReviews.text}</p>
      <ul>
        {data.months.map(({ id, month, unitName }) => (
          <li key={id}>
            <Link to="/granskning/$reviewId" params={{ reviewId: id }}>
              {unitName}, {format.month(month)}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
