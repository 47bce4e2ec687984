import { IconEyeOff, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../api/router.ts'
import { client } from '../api.ts'
import { childLabel } from '../parts/child-label.ts'
import { problemOf } from '../parts/problem.ts'
import { NotFoundPage } from '../parts/shell/not-found-page.tsx'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Table } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { useLanguage, useWords } from '../words/language.tsx'

export const Route = createFileRoute('/orosanmalan/$reference_/lasningar')({ component: ExtractPage })

type Extract = inferRouterOutputs<AppRouter>['extracts']['make']

/** "Who has read about me", as a letter. Making it is logged, so it is made when the person comes to the page. */
function ExtractPage() {
  const { reference } = Route.useParams()
  const { extract } = useWords().review
  const { data, error } = useQuery({
    queryKey: ['extract', reference],
    queryFn: (): Promise<Extract> => client.extracts.make.mutate({ reference }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  })
  if (error && !data) {
    if (problemOf(error).kind === 'invalid') return <NotFoundPage /> // not even the shape of a reference
    throw error
  }
  if (data) return <Letter extract={data} />
  return (
    <>
      <PageHeader
        tab={extract.tab}
        title={extract.title}
        back={{ to: `/orosanmalan/${reference}`, label: extract.back }}
      />
      <Skeleton lines={8} />
    </>
  )
}

function Letter({ extract }: { extract: Extract }) {
  const { words, format } = useLanguage()
  const said = words.review.extract
  const { reference, child, receiver, today } = extract
  const reads = extract.reads.map((read, n) => ({ ...read, key: String(n) }))
  return (
    <div className="letter">
      <PageHeader
        tab={said.tab}
        back={{ to: `/orosanmalan/${reference}`, label: said.back }}
        eyebrow={said.about(childLabel(child, words, format), reference)}
        title={said.title}
        actions={
          <Button icon={IconPrinter} onPress={() => print()}>
            {words.common.print}
          </Button>
        }
      />
      <div className="stack">
        <p className="letter-from">
          {said.from(receiver.name, receiver.boardName)}
          <br />
          {said.phone(receiver.phone)}
          <br />
          {said.date(format.day(today))}
        </p>
        <div className="no-print">
          <Alert tone="info">{said.logged}</Alert>
        </div>
        <p className="letter-words">{said.lead}</p>
        {reads.length === 0 ? (
          <EmptyState icon={IconEyeOff} title={said.empty.title}>
            {said.empty.text}
          </EmptyState>
        ) : (
          <Table
            caption={said.caption}
            rows={reads}
            rowKey={({ key }) => key}
            rowTone={({ ground }) => (ground === 'break_glass' ? 'warn' : undefined)}
            columns={[
              { id: 'when', header: said.when, isName: true, cell: ({ at }) => <Time at={at} withClock /> },
              { id: 'unit', header: said.unit, cell: ({ unitName }) => unitName ?? words.common.unknown },
              { id: 'role', header: said.role, cell: ({ role }) => (role ? words.shell.roles[role] : said.noRole) },
              { id: 'door', header: said.door, cell: ({ door }) => said.doors[door] },
              { id: 'ground', header: said.ground, cell: ({ ground }) => said.grounds[ground] },
            ]}
          />
        )}
        <p className="letter-words">{said.law}</p>
      </div>
    </div>
  )
}
