import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, splitLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '../api/router.ts'
import { isPassing } from './parts/problem.ts'
import { signInAgainLink } from './parts/sign-in-again.ts'

const url = '/trpc'
const maxItems = 10

/** What stands before the service answers in plain text, where the link reads only JSON: its status is kept. */
const readable: typeof fetch = async (input, init) => {
  const answer = await fetch(input, init)
  if (answer.headers.get('content-type')?.includes('json')) return answer
  const { status } = answer
  return Response.json({ error: { message: '', code: -32603, data: { httpStatus: status } } }, { status })
}

/** For a call by hand: `client.flags.send.mutate(…)`. */
export const client = createTRPCClient<AppRouter>({
  links: [
    signInAgainLink,
    splitLink({
      // The server does not count a poll as the person being there, so polls never share a request with real calls.
      condition: (op) => op.context.background === true,
      true: httpBatchLink({ url, maxItems, fetch: readable, headers: { 'x-background': '1' } }),
      false: httpBatchLink({ url, maxItems, fetch: readable }),
    }),
  ],
})

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A paused query would look like a slow one: let it fail, and say why.
      networkMode: 'always',
      staleTime: 15_000,
      retry: (failures, error) => isPassing(error) && failures < 2,
      retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 8_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** For queries and mutations in components: `useQuery(trpc.inbox.list.queryOptions(…))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })
