import { type QueryKey, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

interface How {
  signal?: AbortSignal
  context?: { background: true }
}

interface Polled<Answer> {
  queryKey: QueryKey
  /** Pass `how` on to the client: `(how) => client.inbox.list.query(input, how)`. */
  ask: (how: How) => Promise<Answer>
  everyMs?: number
}

/**
 * A query that keeps itself fresh. What the person asks for is asked in the foreground;
 * what the clock asks for says so (`x-background`), and is not asked at all while the tab is hidden.
 */
export function usePolled<Answer>({ queryKey, ask, everyMs = 30_000 }: Polled<Answer>): UseQueryResult<Answer> {
  const queryClient = useQueryClient()
  const latest = useRef({ queryKey, ask })
  useEffect(() => {
    latest.current = { queryKey, ask }
  })

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return
      const { queryKey, ask } = latest.current
      queryClient
        .fetchQuery({ queryKey, queryFn: ({ signal }) => ask({ signal, context: { background: true } }), staleTime: 0 })
        .catch(() => undefined) // the query itself holds its error
    }, everyMs)
    return () => clearInterval(timer)
  }, [queryClient, everyMs])

  return useQuery({ queryKey, queryFn: ({ signal }) => ask({ signal }) })
}
