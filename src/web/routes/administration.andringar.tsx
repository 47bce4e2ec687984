import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { client, trpc } from '../api.ts'
import { changeWords } from '../parts/administration/change-words.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { useLanguage } from '../words/language.tsx'

export const Route = createFileRoute('/administration/andringar')({ component: ChangesPage })

type ChangesList = Awaited<ReturnType<typeof client.administrationLog.list.query>>

/** Who changed what. */
function ChangesPage() {
  const { words, format } = useLanguage()
  const { common, people } = words
  const { changes } = people
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...trpc.administrationLog.list.pathKey(), 'pages'],
    queryFn: ({ pageParam }): Promise<ChangesList> => client.administrationLog.list.query({ cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  if (error && !data) throw error
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const columns: Column<ChangesList['rows'][number]>[] = [
    {
      id: 'what',
      header: changes.what,
      isName: true,
      cell: ({ actor, act, subject, changes: changed }) => (
        <>
          {actor} {changes.acts[act]} {subject.name}
          <ul className="staff-changes">
            {changeWords(changed, words, format).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ),
    },
    {
      id: 'when',
      header: changes.when,
      cell: ({ at }) => <time dateTime={at}>{format.dayAndTime(at)}</time>,
    },
  ]
  return (
    <>
      <PageHeader tab={changes.tab} title={changes.title}>
        <p>{changes.lead}</p>
      </PageHeader>
      <div className="stack">
        {!data && <Skeleton lines={8} />}
        {data && rows.length === 0 && (
          <EmptyState icon={IconHistory} title={changes.empty.title}>
            {changes.empty.text}
          </EmptyState>
        )}
        {rows.length > 0 && <Table caption={changes.list} columns={columns} rows={rows} rowKey={({ id }) => id} />}
        {hasNextPage && (
          <div className="show-more">
            <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
              {common.showMore}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}
