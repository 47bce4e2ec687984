import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { followScheme } from './parts/scheme.ts'
import { NotFoundPage } from './parts/shell/not-found-page.tsx'
import { ProblemPage } from './parts/shell/problem-page.tsx'
import { routeTree } from './routeTree.gen.ts'
import { sessionQuery } from './session.ts'
import { Skeleton } from './ui/skeleton.tsx'
import { LanguageProvider, remembered, speechOf } from './words/language.tsx'
import { fetchWordsFor } from './words/sv.ts'

followScheme()

const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0, // the query cache decides what is fresh
  defaultPendingMs: 300,
  defaultPendingComponent: () => <Skeleton lines={6} />,
  defaultErrorComponent: ProblemPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** Draws nothing before it is known who reads: no page then changes its language under their eyes. */
async function begin(place: HTMLElement): Promise<void> {
  document.documentElement.lang = remembered()
  fetchWordsFor(location.pathname)
  // Whatever is wrong here, the router meets again, and shows.
  const session = await queryClient.fetchQuery({ ...sessionQuery, retry: false }).catch(() => null)
  const speech = await speechOf(session?.language)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider first={speech}>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no #app')
void begin(place)
