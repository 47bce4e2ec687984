import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '../api.ts'
import { type DemoPerson, PeopleByUnit } from '../parts/people-by-unit.tsx'
import { type Problem, problemOf, sentenceFor } from '../parts/problem.ts'
import { signInAsDemo } from '../session.ts'
import { Alert } from '../ui/alert.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/language.tsx'

interface SignInSearch {
  /** Where the person was going. Only a path of ours. */
  till?: string
}

const demoPeopleQuery = queryOptions({
  queryKey: trpc.session.demoPeople.queryKey(),
  queryFn: (): Promise<readonly DemoPerson[]> => client.session.demoPeople.query(),
})

export const Route = createFileRoute('/logga-in')({
  validateSearch: ({ till }: Record<string, unknown>): SignInSearch =>
    typeof till === 'string' && /^\/(?![/\\])/.test(till) ? { till } : {},
  component: SignInPage,
})

function SignInPage() {
  const words = useWords()
  const { signIn } = words.shell
  const people = useQuery(demoPeopleQuery)
  const problem = people.isError ? problemOf(people.error) : null
  const isDemo = (people.data?.length ?? 0) > 0
  // Outside the demo the list does not exist, and one signs in as usual.
  const isOrdinary = people.isSuccess ? !isDemo : problem?.kind === 'refused'
  return (
    <div className="sign-in">
      <PageHeader tab={signIn.tab} eyebrow={words.shell.tagline} title={isDemo ? signIn.demoTitle : signIn.title}>
        {isDemo && <p>{signIn.demoText}</p>}
        {isOrdinary && <p>{signIn.ordinaryText}</p>}
      </PageHeader>
      {people.isPending && <Skeleton lines={8} />}
      {problem && !isOrdinary && <Trouble problem={problem} />}
      {isDemo && <DemoSignIn people={people.data ?? []} />}
      {isOrdinary && <OrdinarySignIn />}
      <p className="sign-in-promise">{signIn.promise}</p>
    </div>
  )
}

function DemoSignIn({ people }: { people: readonly DemoPerson[] }) {
  const { till = '/' } = Route.useSearch()
  const { history } = useRouter()
  const [chosen, setChosen] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  const choose = async (personId: string) => {
    setChosen(personId)
    setProblem(null)
    try {
      await signInAsDemo(personId)
      history.push(till)
    } catch (error) {
      setProblem(problemOf(error))
      setChosen(null)
    }
  }
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <PeopleByUnit people={people} chosen={chosen} onChoose={choose} />
    </>
  )
}

function OrdinarySignIn() {
  const { till } = Route.useSearch()
  const { shell } = useWords()
  return (
    <a className="button button-primary button-large" href={`/auth/login?till=${encodeURIComponent(till ?? '/')}`}>
      {shell.signIn.ordinary}
    </a>
  )
}

function Trouble({ problem }: { problem: Problem }) {
  const words = useWords()
  return (
    <Alert tone="danger" isUrgent>
      {sentenceFor(problem, words)}
    </Alert>
  )
}
