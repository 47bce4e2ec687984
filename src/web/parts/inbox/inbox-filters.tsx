import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/language.tsx'
import { type InboxSearch, type Show, shows, slugOf } from './show.ts'
import type { Counts } from './use-inbox.ts'

interface InboxFiltersProps {
  show: Show
  search: InboxSearch
  counts: Counts | undefined
}

function toneOf(show: Show, count: number | undefined): string | undefined {
  if (!count) return undefined
  if (show === 'overdue') return 'danger'
  return show === 'today' ? 'warn' : undefined
}

/** The numbers of the day; each leads to its part of the list. */
export function InboxFilters({ show, search, counts }: InboxFiltersProps) {
  const { inbox } = useWords()
  return (
    <nav className="inbox-filters no-print" aria-label={inbox.filters}>
      <ul>
        {shows.map((name) => {
          const count = name === 'done' ? undefined : counts?.[name]
          return (
            <li key={name}>
              <Link
                to="/inkorg"
                search={{ ...search, visa: slugOf(name) }}
                className="inbox-filter"
                data-tone={toneOf(name, count)}
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={name === show ? 'page' : undefined}
                resetScroll={false}
              >
                {name !== 'done' && <span className="inbox-filter-count">{count ?? '–'}</span>}
                <span className="inbox-filter-word">{inbox.shows[name]}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

interface UnitSwitchProps {
  units: readonly { unitId: string; unitName: string }[]
  unitId: string
  search: InboxSearch
}

/** For those who work in several child units: which one's list is shown. */
export function UnitSwitch({ units, unitId, search }: UnitSwitchProps) {
  const { inbox } = useWords()
  if (units.length < 2) return null
  return (
    <nav className="inbox-units no-print" aria-label={inbox.units}>
      <ul>
        {units.map((unit) => (
          <li key={unit.unitId}>
            <Link
              to="/inkorg"
              search={{ ...search, enhet: unit.unitId }}
              className="inbox-unit"
              aria-current={unit.unitId === unitId ? 'page' : undefined}
            >
              {unit.unitName}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
