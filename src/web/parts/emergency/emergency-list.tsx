import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../api/router.ts'
import { client, trpc } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguage } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { problemOf, sentenceFor } from '../problem.ts'

type Row = inferRouterOutputs<AppRouter>['emergency']['list']['rows'][number]

/** What oneself has opened, and for a manager what others have: who, why, and until when. */
export function EmergencyList() {
  const { words, format } = useLanguage()
  const said = words.emergency.list
  const queryClient = useQueryClient()
  const { data, error } = useQuery(trpc.emergency.list.queryOptions())
  if (error && !data) throw error
  if (!data) return <Skeleton lines={4} />
  const isLive = ({ endedAt, until }: Row) => endedAt === null && until > data.now
  const end = async (id: string) => {
    try {
      await client.emergency.end.mutate({ id })
      await queryClient.invalidateQueries({ queryKey: trpc.emergency.pathKey() })
      announce(said.ended)
    } catch (failure) {
      announce(sentenceFor(problemOf(failure), words))
    }
  }
  const columns: Column<Row>[] = [
    {
      id: 'reference',
      header: said.columns.reference,
      isName: true,
      cell: (row) =>
        row.isOwn && isLive(row) ? (
          <Link to={`/orosanmalan/${row.reference}`}>{said.read(row.reference)}</Link>
        ) : (
          <span className="number">{row.reference}</span>
        ),
    },
    {
      id: 'who',
      header: said.columns.who,
      cell: ({ personName, unitName }) => (
        <div>
          {personName}
          <span className="inbox-under">{unitName}</span>
        </div>
      ),
    },
    {
      id: 'why',
      header: said.columns.why,
      cell: ({ reason, why }) => (
        <div>
          {words.emergency.form.reasons[reason]}
          <span className="inbox-under">{why}</span>
        </div>
      ),
    },
    {
      id: 'openedAt',
      header: said.columns.openedAt,
      cell: ({ openedAt }) => <time dateTime={openedAt}>{format.dayAndTime(openedAt)}</time>,
    },
    {
      id: 'until',
      header: said.columns.until,
      cell: (row) =>
        isLive(row) ? <strong>{format.time(row.until)}</strong> : <span className="muted">{said.closed}</span>,
    },
    {
      id: 'act',
      header: said.columns.act,
      isHeaderHidden: true,
      cell: (row) =>
        isLive(row) && (
          <Button size="small" onPress={() => end(row.id)} label={said.endFor(row.reference)}>
            {said.end}
          </Button>
        ),
    },
  ]
  return (
    <Section title={said.title}>
      {data.rows.length === 0 ? (
        <p className="muted">{said.none}</p>
      ) : (
        <Table caption={said.title} columns={columns} rows={data.rows} rowKey={({ id }) => id} />
      )}
    </Section>
  )
}
