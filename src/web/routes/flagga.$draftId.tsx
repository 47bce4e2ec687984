import { IconFileOff, IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useLocation } from '@tanstack/react-router'
import { FlagForm } from '../parts/flag/flag-form.tsx'
import { draftQuery, groundQuery } from '../parts/flag/queries.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/language.tsx'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The draft's id was made for this visit: that the server has none under it yet is as it should be. */
    isNewDraft?: boolean
  }
}

export const Route = createFileRoute('/flagga/$draftId')({ component: FlagPage })

function FlagPage() {
  const { draftId } = Route.useParams()
  const { flag } = useWords()
  const isNew = useLocation({ select: ({ state }) => state.isNewDraft === true })
  const ground = useQuery(groundQuery)
  const kept = useQuery(draftQuery(draftId))
  if (ground.error ?? kept.error) throw ground.error ?? kept.error
  if (!ground.isSuccess || !kept.isSuccess) {
    return (
      <>
        <PageHeader tab={flag.tab} title={flag.form.title} />
        <Skeleton lines={8} />
      </>
    )
  }
  if (ground.data.units.length === 0) {
    return (
      <>
        <PageHeader tab={flag.tab} title={flag.form.title} />
        <EmptyState icon={IconUserOff} title={flag.form.noUnitTitle}>
          {flag.form.noUnitText}
        </EmptyState>
      </>
    )
  }
  if (kept.data === null && !isNew) {
    return (
      <>
        <PageHeader tab={flag.tab} title={flag.form.title} />
        <EmptyState
          icon={IconFileOff}
          title={flag.form.goneTitle}
          action={
            <Link to="/flagga" look="primary">
              {flag.form.goneAction}
            </Link>
          }
        >
          {flag.form.goneText}
        </EmptyState>
      </>
    )
  }
  return <FlagForm key={draftId} draftId={draftId} ground={ground.data} kept={kept.data} />
}
