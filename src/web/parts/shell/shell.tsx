import { useRouter } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useOptionalSession, useSessionPoll } from '../../session.ts'
import { SkipLink } from '../../ui/skip-link.tsx'
import { StatusRegion } from '../../ui/status-region.tsx'
import { sessionEnded } from '../sign-in-again.ts'
import { DemoBanner } from './demo-banner.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { PrintMark } from './print-mark.tsx'

const SessionEndedDialog = lazy(() => import('./session-ended-dialog.tsx'))

/** Those who hear the page are led to the new page's heading; those who see it stay at its top. */
function useFocusOnNewPage() {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return
        const target = document.querySelector<HTMLElement>('#main h1') ?? document.getElementById('main')
        target?.focus({ preventScroll: true })
      }),
    [router],
  )
}

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const session = useOptionalSession()
  const hasEnded = sessionEnded.use()
  useSessionPoll()
  useFocusOnNewPage()
  return (
    <div className="app">
      <SkipLink />
      {session?.demo && <DemoBanner />}
      <Header session={session} />
      <main id="main" tabIndex={-1} className="main">
        {children}
      </main>
      {session && <PrintMark name={session.name} />}
      <Footer />
      <StatusRegion />
      {hasEnded && session && (
        <Suspense>
          <SessionEndedDialog session={session} />
        </Suspense>
      )}
    </div>
  )
}
