import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { type ShownFlags, shownFlags } from '../parts/flag/answers.ts'
import { ChildNotes } from '../parts/flag/child-notes.tsx'
import { DraftList } from '../parts/flag/draft-list.tsx'
import { childNotesQuery } from '../parts/flag/queries.ts'
import { SentList } from '../parts/flag/sent-list.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useWords } from '../words/language.tsx'

export interface MyFlagsSearch {
  visa?: Exclude<ShownFlags, 'all'>
  mina?: true
  flik?: 'fraga-igen'
}

export const Route = createFileRoute('/mina-flaggor/')({
  validateSearch: ({ visa, mina, flik }: Record<string, unknown>): MyFlagsSearch => {
    const shown = shownFlags.find((known) => known === visa)
    return {
      ...(shown && shown !== 'all' && { visa: shown }),
      ...(mina === true && { mina }),
      ...(flik === 'fraga-igen' && { flik }),
    }
  },
  component: MyFlagsPage,
})

function MyFlagsPage() {
  const { mine } = useWords().flag
  const { visa = 'all', mina = false, flik } = Route.useSearch()
  const navigate = Route.useNavigate()
  const notes = useQuery(childNotesQuery)
  const due = notes.data?.filter((note) => note.due).length ?? 0
  const showPart = (part: MyFlagsSearch['flik']) => navigate({ search: (before) => ({ ...before, flik: part }) })
  return (
    <>
      <PageHeader
        tab={mine.tab}
        title={mine.tab}
        actions={
          <Link to="/flagga" look="primary" icon={IconPlus}>
            {mine.newFlag}
          </Link>
        }
      >
        <p>{mine.lead}</p>
      </PageHeader>
      <div className="stack-l">
        <DraftList />
        <nav className="tab-list" aria-label={mine.tab}>
          <Part title={mine.tabs.sent} isCurrent={flik === undefined} onPress={() => showPart(undefined)} />
          <Part title={mine.tabs.notes(due)} isCurrent={flik !== undefined} onPress={() => showPart('fraga-igen')} />
        </nav>
        {flik ? (
          <ChildNotes />
        ) : (
          <SentList
            show={visa}
            onlyOwn={mina}
            onShow={(show) =>
              navigate({ search: (before) => ({ ...before, visa: show === 'all' ? undefined : show }) })
            }
            onOnlyOwn={(own) => navigate({ search: (before) => ({ ...before, mina: own || undefined }) })}
          />
        )}
      </div>
    </>
  )
}

function Part({ title, isCurrent, onPress }: { title: string; isCurrent: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      className="tab"
      data-selected={isCurrent || undefined}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onPress}
    >
      {title}
    </button>
  )
}
