import { hashKey, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useEffect } from 'react'
import type { AppRouter } from '../api/router.ts'
import { client, queryClient, trpc } from './api.ts'
import { sessionEnded } from './parts/sign-in-again.ts'
import type { Language } from './words/format.ts'
import { useLanguage } from './words/language.tsx'

export type Session = NonNullable<inferRouterOutputs<AppRouter>['session']['me']>

/** Who is signed in, or null. Asked once per visit; `useSessionPoll` keeps it fresh. */
export const sessionQuery = queryOptions({
  queryKey: trpc.session.me.queryKey(),
  queryFn: ({ signal }): Promise<Session | null> => client.session.me.query(undefined, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export function useOptionalSession(): Session | null {
  return useQuery(sessionQuery).data ?? null
}

/** The signed-in person. Every page but the sign-in page has one: the root route sees to it. */
export function useSession(): Session {
  const session = useOptionalSession()
  if (!session) throw new Error('useSession is used on a page that needs no session')
  return session
}

/** Keeps the bell's number fresh, and notices an ended session without taking the page away. */
export function useSessionPoll(everyMs = 60_000) {
  const queryClient = useQueryClient()
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden || sessionEnded.get() || !queryClient.getQueryData(sessionQuery.queryKey)) return
      try {
        const session: Session | null = await client.session.me.query(undefined, { context: { background: true } })
        if (session) queryClient.setQueryData(sessionQuery.queryKey, session)
        else sessionEnded.set(true)
      } catch {
        // a poll that fails is made again; what the person asks for says what is wrong
      }
    }, everyMs)
    return () => clearInterval(timer)
  }, [queryClient, everyMs])
}

/** Speaks the signed-in person's language, and keeps what they choose. */
export function usePersonsLanguage(): (language: Language) => void {
  const { setLanguage } = useLanguage()
  const session = useOptionalSession()
  const own = session?.language
  useEffect(() => {
    if (own) setLanguage(own)
  }, [own, setLanguage])

  return (language) => {
    setLanguage(language)
    if (!session) return
    const spoken: Session = { ...session, language }
    queryClient.setQueryData(sessionQuery.queryKey, spoken)
    client.session.setLanguage.mutate({ language }).catch(() => undefined) // the browser remembers it meanwhile
  }
}

/** Signs in as one of the demo's people. Nothing of the person before stays in memory. */
export async function signInAsDemo(personId: string): Promise<void> {
  await client.session.signInDemo.mutate({ personId })
  // Not `clear()`: the header listens to this one query, and would go on listening to the one that was taken away.
  const session = hashKey(sessionQuery.queryKey)
  queryClient.removeQueries({ predicate: ({ queryHash }) => queryHash !== session })
  await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
}

/** Signs out here and, by way of its own page, at the identity provider. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/auth/sign-out', { method: 'POST' })
  if (!answer.ok) throw new Error(`sign-out was answered ${answer.status}`)
  const { next }: { next: string } = await answer.json()
  location.assign(next) // a new page: nothing stays in memory on a shared computer
}
