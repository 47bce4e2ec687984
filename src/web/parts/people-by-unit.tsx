import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../api/router.ts'
import { useWords } from '../words/language.tsx'
import { initialsOf } from './initials.ts'

export type DemoPerson = inferRouterOutputs<AppRouter>['session']['demoPeople'][number]

interface PeopleByUnitProps {
  people: readonly DemoPerson[]
  chosen: string | null
  onChoose: (personId: string) => void
}

/** The demo's people, unit by unit. */
export function PeopleByUnit({ people, chosen, onChoose }: PeopleByUnitProps) {
  const { shell } = useWords()
  const units = Map.groupBy(people, ({ units }) => units[0] ?? shell.signIn.noUnit)
  return (
    <div className="people">
      {[...units].map(([unit, members]) => (
        <section key={unit} className="people-unit" aria-label={unit}>
          <h2 className="people-unit-name">{unit}</h2>
          <ul>
            {members.map(({ personId, name, title }) => (
              <li key={personId}>
                <button
                  type="button"
                  className="person"
                  aria-busy={chosen === personId}
                  disabled={chosen !== null}
                  onClick={() => onChoose(personId)}
                >
                  <span className="initials" aria-hidden>
                    {initialsOf(name)}
                  </span>
                  <span className="person-words">
                    <span className="person-fullname">{name}</span>
                    <span className="person-title">{title}</span>
                  </span>
                  {chosen === personId && <span className="spinner" aria-hidden />}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
