import { useWords } from '../words/language.tsx'

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const

/** Holds the place of what is on its way: up to eight lines of it. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { common } = useWords()
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{common.loading}</span>
      {places.slice(0, lines).map((place) => (
        <span key={place} className="skeleton-line" aria-hidden />
      ))}
    </div>
  )
}
