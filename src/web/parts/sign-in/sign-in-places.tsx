import { IconBuildingCommunity } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { client, trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useWords } from '../../words/language.tsx'
import { problemOf, sentenceFor } from '../problem.ts'
import { keepLastPlace, lastPlace } from './last-place.ts'

interface Place {
  code: string
  name: string
}

/** Each municipality's own sign-in; the one that this browser last used stands first. */
export function SignInPlaces({ goingTo, asAnother }: { goingTo: string; asAnother: string | null }) {
  const words = useWords()
  const { signIns } = words
  const { data, error } = useQuery({
    queryKey: trpc.session.places.queryKey(),
    queryFn: (): Promise<Place[]> => client.session.places.query(),
  })
  if (error) {
    return (
      <Alert tone="danger" isUrgent>
        {sentenceFor(problemOf(error), words)}
      </Alert>
    )
  }
  if (!data) return <Skeleton lines={3} />
  if (data.length === 0) {
    return (
      <EmptyState icon={IconBuildingCommunity} title={signIns.none.title}>
        {signIns.none.text}
      </EmptyState>
    )
  }
  const last = lastPlace()
  const places = data.toSorted((a, b) => Number(b.code === last) - Number(a.code === last))
  return (
    <ul className="sign-in-places" aria-label={data.length > 1 ? signIns.choose : undefined}>
      {places.map(({ code, name }, at) => {
        const isAnother = code === asAnother
        const query = new URLSearchParams({ till: goingTo, ...(isAnother ? { annan: '1' } : {}) })
        const isFirst = places.length === 1 || (at === 0 && code === last)
        return (
          <li key={code}>
            <a
              className={`button button-large ${isFirst ? 'button-primary' : 'button-secondary'}`}
              href={`/auth/${code}?${query}`}
              onClick={() => keepLastPlace(code)}
            >
              {isAnother ? signIns.withAnother(name) : signIns.with(name)}
            </a>
            {isFirst && places.length > 1 && <span className="muted">{signIns.lastUsed}</span>}
          </li>
        )
      })}
    </ul>
  )
}
