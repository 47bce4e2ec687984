import { useInfiniteQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../api/router.ts'
import { client, trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguage } from '../../words/language.tsx'
import { problemOf, sentenceFor } from '../problem.ts'

type Reads = inferRouterOutputs<AppRouter>['protectedPersons']['reads']
type Read = Reads['rows'][number]

/** Who has read the unit's protected referrals, when, through which door and on what ground (DOMAIN §8). */
export function ReadLog() {
  const { words, format } = useLanguage()
  const said = words.protectedPersons.log
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...trpc.protectedPersons.reads.pathKey(), 'pages'],
    queryFn: ({ pageParam }): Promise<Reads> => client.protectedPersons.reads.query({ cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const columns: Column<Read>[] = [
    {
      id: 'at',
      header: said.columns.at,
      cell: ({ at }) => (
        <time dateTime={at} className="number">
          {format.dayAndTime(at)}
        </time>
      ),
    },
    {
      id: 'who',
      header: said.columns.who,
      isName: true,
      cell: ({ personName, role }) => (
        <>
          {personName}
          <span className="inbox-under">{role ? words.shell.roles[role] : said.noRole}</span>
        </>
      ),
    },
    {
      id: 'reference',
      header: said.columns.reference,
      cell: ({ reference }) => <span className="number">{reference}</span>,
    },
    { id: 'door', header: said.columns.door, cell: ({ door }) => said.doors[door] },
    { id: 'ground', header: said.columns.ground, cell: ({ ground }) => said.grounds[ground] },
  ]
  return (
    <Section title={said.title}>
      <p className="muted">{said.text}</p>
      {error && <Alert tone="warn">{sentenceFor(problemOf(error), words)}</Alert>}
      {!data && !error && <Skeleton lines={4} />}
      {data && rows.length === 0 && <p>{said.none}</p>}
      {rows.length > 0 && <Table caption={said.title} columns={columns} rows={rows} rowKey={({ id }) => id} />}
      {hasNextPage && (
        <div className="show-more">
          <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
            {words.common.showMore}
          </Button>
        </div>
      )}
    </Section>
  )
}
