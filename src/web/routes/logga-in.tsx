import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '../api.ts'
import { type DemoPerson, PeopleByUnit } from '../parts/people-by-unit.tsx'
import { type Problem, problemOf, sentenceFor } from '../parts/problem.ts'
import { SignInFault } from '../parts/sign-in/sign-in-fault.tsx'
import { SignInPlaces } from '../parts/sign-in/sign-in-places.tsx'
import { signInAsDemo } from '../session.ts'
import { Alert } from '../ui/alert.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/language.tsx'

interface SignInSearch {
  /** Where the person was going. Only a path of ours. */
  till?: string
  /** Why nobody was signed in, and through which municipality. */
  fel?: string
  kommun?: string
}

const demoPeopleQuery = queryOptions({
  queryKey: trpc.session.demoPeople.queryKey(),
  queryFn: (): Promise<readonly DemoPerson[]> => client.session.demoPeople.query(),
})

/** Whom the provider would let straight in again, to the same refusal. */
const asSomebodyElse: readonly (string | undefined)[] = [
  'unknown-person',
  'person-bound-to-another',
  'deactivated',
  'no-roles',
  'acr-too-low',
]

export const Route = createFileRoute('/logga-in')({
  validateSearch: ({ till, fel, kommun }: Record<string, unknown>): SignInSearch => ({
    ...(typeof till === 'string' && /^\/(?![/\\])/.test(till) ? { till } : {}),
    ...(typeof fel === 'string' && /^[a-z-]{1,40}$/.test(fel) ? { fel } : {}),
    // What looks like a number is read as one.
    ...(/^\d{4}$/.test(String(kommun)) ? { kommun: String(kommun) } : {}),
  }),
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
  const { till = '/', fel, kommun } = Route.useSearch()
  return (
    <div className="stack">
      {fel && <SignInFault code={fel} municipality={kommun} />}
      <SignInPlaces goingTo={till} asAnother={asSomebodyElse.includes(fel) ? (kommun ?? null) : null} />
    </div>
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
