import { IconLogout } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { Browser, System } from '../../domain/browser-kind.ts'
import { client, trpc } from '../api.ts'
import { announce } from '../parts/announce.ts'
import { type Problem, problemOf, sentenceFor } from '../parts/problem.ts'
import { Alert } from '../ui/alert.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { useFormat, useWords } from '../words/language.tsx'
import type { Words } from '../words/sv.ts'

export const Route = createFileRoute('/mina-inloggningar')({ component: SignInsPage })

interface OwnSession {
  id: string
  startedAt: string
  seenAt: string
  browser: Browser | null
  system: System | null
  isHere: boolean
}

function whereOf({ browser, system }: OwnSession, { mine }: Words['signIns']): string {
  const name = browser ? mine.browsers[browser] : mine.unknownBrowser
  return system ? mine.browserOn(name, mine.systems[system]) : name
}

function SignInsPage() {
  const words = useWords()
  const format = useFormat()
  const { mine } = words.signIns
  const queryClient = useQueryClient()
  const [pending, setPending] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const queryKey = trpc.session.mine.queryKey()
  const { data, error } = useQuery({ queryKey, queryFn: (): Promise<OwnSession[]> => client.session.mine.query() })
  if (error && !data) throw error

  const end = async (what: string, act: () => Promise<{ ended: number }>) => {
    setPending(what)
    setProblem(null)
    try {
      const { ended } = await act()
      await queryClient.invalidateQueries({ queryKey })
      announce(mine.ended(ended))
    } catch (failure) {
      setProblem(problemOf(failure))
    } finally {
      setPending(null)
    }
  }
  const columns: Column<OwnSession>[] = [
    {
      id: 'where',
      header: mine.where,
      isName: true,
      cell: (row) => (
        <>
          {whereOf(row, words.signIns)} {row.isHere && <Badge>{mine.here}</Badge>}
        </>
      ),
    },
    { id: 'started', header: mine.started, cell: ({ startedAt }) => <Time at={startedAt} withClock /> },
    { id: 'seen', header: mine.seen, cell: ({ seenAt }) => <Time at={seenAt} withClock /> },
    {
      id: 'act',
      header: mine.act,
      isHeaderHidden: true,
      align: 'end',
      cell: (row) =>
        !row.isHere && (
          <Button
            size="small"
            isPending={pending === row.id}
            label={mine.endNamed(whereOf(row, words.signIns), format.dayAndTime(row.startedAt))}
            onPress={() => end(row.id, () => client.session.end.mutate({ id: row.id }))}
          >
            {mine.end}
          </Button>
        ),
    },
  ]
  const isElsewhere = (data ?? []).some(({ isHere }) => !isHere)
  return (
    <div className="page-narrow">
      <PageHeader
        tab={mine.tab}
        title={mine.title}
        actions={
          isElsewhere && (
            <Button
              icon={IconLogout}
              isPending={pending === 'others'}
              onPress={() => end('others', () => client.session.endOthers.mutate())}
            >
              {mine.endOthers}
            </Button>
          )
        }
      >
        <p>{mine.lead}</p>
      </PageHeader>
      <div className="stack">
        {problem && (
          <Alert tone="danger" isUrgent>
            {sentenceFor(problem, words)}
          </Alert>
        )}
        {!data && <Skeleton lines={4} />}
        {data && <Table caption={mine.caption} columns={columns} rows={data} rowKey={({ id }) => id} />}
        {data && !isElsewhere && <p className="muted">{mine.alone}</p>}
      </div>
    </div>
  )
}
