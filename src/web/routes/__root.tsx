import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, type ErrorComponentProps, Outlet, redirect } from '@tanstack/react-router'
import { ProblemPage } from '../parts/shell/problem-page.tsx'
import { Shell } from '../parts/shell/shell.tsx'
import { sessionQuery } from '../session.ts'
import { fetchWordsFor } from '../words/sv.ts'

interface RouterContext {
  queryClient: QueryClient
}

export const Route = createRootRouteWithContext<RouterContext>()({
  async beforeLoad({ context, location }) {
    fetchWordsFor(location.pathname)
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session && location.pathname !== '/logga-in') {
      throw redirect({ to: '/logga-in', search: { till: location.pathname }, replace: true })
    }
  },
  component: Root,
  errorComponent: RootProblem,
})

function Root() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}

function RootProblem(props: ErrorComponentProps) {
  return (
    <Shell>
      <ProblemPage {...props} />
    </Shell>
  )
}
