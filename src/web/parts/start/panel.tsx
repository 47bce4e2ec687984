import type { ReactNode } from 'react'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLanguage } from '../../words/language.tsx'
import { problemOf, sentenceFor } from '../problem.ts'

interface PanelProps<Answer> {
  query: { data: Answer | undefined; error: unknown; isFetching: boolean; refetch: () => unknown }
  lines?: number
  children: (answer: Answer) => ReactNode
}

/** A part of the page that fetches for itself: one that fails leaves the others standing. */
export function Panel<Answer>({ query, lines = 3, children }: PanelProps<Answer>) {
  const { words } = useLanguage()
  const { data, error, isFetching, refetch } = query
  if (data !== undefined) return children(data)
  if (!error) return <Skeleton lines={lines} />
  return (
    <Alert
      tone="danger"
      title={words.start.failed}
      actions={
        <Button size="small" onPress={() => refetch()} isPending={isFetching}>
          {words.common.tryAgain}
        </Button>
      }
    >
      {sentenceFor(problemOf(error), words)}
    </Alert>
  )
}
