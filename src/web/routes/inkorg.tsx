import { IconInbox } from '@tabler/icons-react'
import { createFileRoute } from '@tanstack/react-router'
import { caseworkRoles, isChildUnitKind, type Membership, type Role } from '../../domain/organisation.ts'
import { InboxFilters, UnitSwitch } from '../parts/inbox/inbox-filters.tsx'
import { InboxList } from '../parts/inbox/inbox-list.tsx'
import { readInboxSearch, showOf } from '../parts/inbox/show.ts'
import { useInbox } from '../parts/inbox/use-inbox.ts'
import { useLive } from '../parts/inbox/use-live.ts'
import { useSession } from '../session.ts'
import { Alert } from '../ui/alert.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useLanguage, useWords } from '../words/language.tsx'

export const Route = createFileRoute('/inkorg')({ validateSearch: readInboxSearch, component: InboxPage })

/** The child units whose list the person works with, each once. */
function childUnitsOf(memberships: readonly Membership[]): Membership[] {
  const worksHere = ({ role }: Membership) => (caseworkRoles as readonly Role[]).includes(role)
  const own = memberships.filter((membership) => isChildUnitKind(membership.unitKind) && worksHere(membership))
  return own.filter(({ unitId }, index) => own.findIndex((other) => other.unitId === unitId) === index)
}

/** What must I do next, and how long do I have. */
function InboxPage() {
  const { inbox } = useWords()
  const units = childUnitsOf(useSession().memberships)
  const { enhet } = Route.useSearch()
  const unit = units.find(({ unitId }) => unitId === enhet) ?? units[0]
  return (
    <>
      <PageHeader tab={inbox.tab} eyebrow={unit?.unitName} title={inbox.title}>
        {unit && <p>{inbox.lead}</p>}
      </PageHeader>
      {unit ? (
        <UnitInbox key={unit.unitId} unit={unit} units={units} />
      ) : (
        <EmptyState icon={IconInbox} title={inbox.noUnit.title}>
          {inbox.noUnit.text}
        </EmptyState>
      )}
    </>
  )
}

function UnitInbox({ unit: { unitId, unitName }, units }: { unit: Membership; units: readonly Membership[] }) {
  const { words, format } = useLanguage()
  const { personId } = useSession()
  const search = Route.useSearch()
  const show = showOf(search)
  const { list, counts, refresh, fetchMore, isFetchingMore } = useInbox(unitId, show)
  useLive(unitId, refresh)

  if (list.isError && !list.data) throw list.error
  return (
    <div className="stack">
      <UnitSwitch units={units} unitId={unitId} search={search} />
      <InboxFilters show={show} search={search} counts={counts} />
      {list.isError && (
        <Alert tone="warn">{words.inbox.notFresh(format.time(new Date(list.dataUpdatedAt).toISOString()))}</Alert>
      )}
      {list.data ? (
        <InboxList
          key={show}
          list={list.data}
          show={show}
          unitName={unitName}
          personId={personId}
          onMore={fetchMore}
          isFetchingMore={isFetchingMore}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </div>
  )
}
