import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useWords } from '../../words/language.tsx'
import { problemOf } from '../problem.ts'
import { LostLink } from './lost-link.tsx'
import { NotFoundPage } from './not-found-page.tsx'

const waitSeconds = 10

/** What stands instead of a page that could not be shown. Tries again by itself where that can help. */
export function ProblemPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const boundary = useQueryErrorResetBoundary()
  const problem = problemOf(error)
  const retry = useCallback(async () => {
    boundary.reset()
    await router.invalidate()
    reset()
  }, [boundary, router, reset])

  const isAbsent = problem.kind === 'refused' && ['not-found', 'not-permitted'].includes(problem.refusal)
  if (isAbsent || problem.kind === 'invalid') return <NotFoundPage /> // invalid: not even the shape of an address
  if (problem.kind === 'unavailable' || problem.kind === 'offline') {
    return <WaitingPage kind={problem.kind} retry={retry} />
  }
  return <FaultPage incident={problem.kind === 'fault' ? problem.incident : undefined} retry={retry} />
}

function FaultPage({ incident, retry }: { incident?: string; retry: () => void }) {
  const { shell, common } = useWords()
  return (
    <div className="page-narrow standstill">
      <LostLink />
      <PageHeader tab={shell.fault.tab} title={shell.fault.title}>
        <p>{shell.fault.text}</p>
        {incident && <p className="incident">{shell.fault.incident(incident)}</p>}
      </PageHeader>
      <Button look="primary" onPress={retry}>
        {common.tryAgain}
      </Button>
    </div>
  )
}

function WaitingPage({ kind, retry }: { kind: 'unavailable' | 'offline'; retry: () => Promise<void> }) {
  const { shell } = useWords()
  const [left, setLeft] = useState(waitSeconds)
  const isTrying = left === 0
  useEffect(() => {
    if (isTrying) {
      retry().finally(() => setLeft(waitSeconds))
      return
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left, isTrying, retry])
  useEffect(() => {
    const tryNow = () => setLeft(0)
    addEventListener('online', tryNow)
    return () => removeEventListener('online', tryNow)
  }, [])

  return (
    <div className="page-narrow standstill">
      <LostLink />
      <PageHeader tab={shell[kind].tab} title={shell[kind].title}>
        <p>{shell[kind].text}</p>
      </PageHeader>
      <Button look="primary" onPress={() => setLeft(0)} isPending={isTrying}>
        {shell.unavailable.retryNow}
      </Button>
      <p className="muted">{isTrying ? shell.unavailable.retrying : shell.unavailable.retryIn(left)}</p>
    </div>
  )
}
