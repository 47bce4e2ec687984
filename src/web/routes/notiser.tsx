import { IconBellCheck, IconChecks } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '../api.ts'
import { announce } from '../parts/announce.ts'
import { problemOf, sentenceFor } from '../parts/problem.ts'
import { type NoticeLine, NoticeLines, useMarkRead } from '../parts/start/notice-lines.tsx'
import { useSession } from '../session.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useLanguage } from '../words/language.tsx'

export const Route = createFileRoute('/notiser')({ component: NoticesPage })

interface Page {
  rows: NoticeLine[]
  next: string | null
}

function NoticesPage() {
  const { words } = useLanguage()
  const { notices, common } = words
  const { unreadNotices } = useSession()
  const markRead = useMarkRead()
  const [isMarking, setIsMarking] = useState(false)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...trpc.notices.list.pathKey(), 'pages'],
    queryFn: ({ pageParam }): Promise<Page> => client.notices.list.query({ cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  if (error && !data) throw error
  const rows = data?.pages.flatMap((page) => page.rows) ?? []

  const markAll = async () => {
    setIsMarking(true)
    try {
      await markRead('all')
      announce(notices.marked)
    } catch (failure) {
      announce(sentenceFor(problemOf(failure), words))
    } finally {
      setIsMarking(false)
    }
  }
  return (
    <div className="page-narrow">
      <PageHeader
        tab={notices.tab}
        eyebrow={unreadNotices > 0 ? notices.unreadCount(unreadNotices) : undefined}
        title={notices.title}
        actions={
          rows.length > 0 && (
            <Button icon={IconChecks} onPress={markAll} isPending={isMarking} isDisabled={unreadNotices === 0}>
              {notices.markAll}
            </Button>
          )
        }
      >
        <p>{notices.lead}</p>
      </PageHeader>
      <div className="stack">
        {error && <Alert tone="warn">{sentenceFor(problemOf(error), words)}</Alert>}
        {!data && <Skeleton lines={6} />}
        {data && rows.length === 0 && (
          <EmptyState icon={IconBellCheck} title={notices.empty.title}>
            {notices.empty.text}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <div className="card">
            <NoticeLines notices={rows} />
          </div>
        )}
        {hasNextPage && (
          <div className="show-more">
            <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
              {common.showMore}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
