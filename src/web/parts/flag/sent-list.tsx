import { IconFlag, IconHelpCircle, IconMailbox, IconMailOpened, IconMessageReply } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { SentRow } from '../../../domain/confidentiality.ts'
import { client, trpc } from '../../api.ts'
import { useSession } from '../../session.ts'
import { Alert } from '../../ui/alert.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DueChip } from '../../ui/due-chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { childLabel } from '../child-label.ts'
import { problemOf, sentenceFor } from '../problem.ts'
import { type MyFlags, type ShownFlags, shownFlags } from './answers.ts'

interface SentListProps {
  show: ShownFlags
  onlyOwn: boolean
  onShow: (show: ShownFlags) => void
  onOnlyOwn: (own: boolean) => void
}

/** What has been sent, what was heard, and what waits for an answer. */
export function SentList({ show, onlyOwn, onShow, onOnlyOwn }: SentListProps) {
  const { words } = useLanguage()
  const { mine } = words.flag
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...trpc.flags.mine.queryKey({ show, mine: onlyOwn }), 'pages'],
    queryFn: ({ pageParam }): Promise<MyFlags> =>
      client.flags.mine.query({ show, mine: onlyOwn, cursor: pageParam ?? undefined }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const newest = data?.pages.at(-1)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="stack">
      <Filters show={show} counts={newest?.counts} onShow={onShow} />
      <Checkbox name="only-own" label={mine.onlyOwn} isSelected={onlyOwn} onChange={onOnlyOwn} />
      {error && <Alert tone="danger">{sentenceFor(problemOf(error), words)}</Alert>}
      {!newest && !error && <Skeleton lines={6} />}
      {newest && rows.length === 0 && <Nothing isFiltered={show !== 'all' || onlyOwn} />}
      {newest && rows.length > 0 && <Rows rows={rows} today={newest.today} />}
      {hasNextPage && (
        <div className="show-more">
          <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
            {mine.more}
          </Button>
        </div>
      )}
    </div>
  )
}

function Filters({ show, counts, onShow }: Pick<SentListProps, 'show' | 'onShow'> & { counts?: MyFlags['counts'] }) {
  const { mine } = useWords().flag
  return (
    <fieldset className="filters" aria-label={mine.filtersLabel}>
      {shownFlags.map((kind) => (
        <button key={kind} type="button" className="filter" aria-pressed={kind === show} onClick={() => onShow(kind)}>
          {mine.filters[kind]} {counts && <Badge look="count">{counts[kind]}</Badge>}
        </button>
      ))}
    </fieldset>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { mine } = useWords().flag
  if (isFiltered) {
    return (
      <EmptyState icon={IconFlag} title={mine.emptyFilterTitle}>
        {mine.emptyFilterText}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={IconFlag}
      title={mine.emptyTitle}
      action={
        <Link to="/flagga" look="primary">
          {mine.newFlag}
        </Link>
      }
    >
      {mine.emptyText}
    </EmptyState>
  )
}

function Rows({ rows, today }: { rows: readonly SentRow[]; today: string }) {
  const { words, format } = useLanguage()
  const { name: myName } = useSession()
  const { mine, choices } = words.flag
  const { columns } = mine
  return (
    <Table
      caption={mine.sent}
      rows={rows}
      rowKey={({ reference }) => reference}
      rowTone={({ answerBy, heard }) => (answerBy ? 'warn' : heard === 'sent' ? 'new' : undefined)}
      columns={[
        {
          id: 'child',
          header: columns.child,
          isName: true,
          cell: ({ reference, child }) => (
            <>
              <Link to={`/mina-flaggor/${reference}`}>{childLabel(child, words, format)}</Link>
              <span className="row-under number">{reference}</span>
            </>
          ),
        },
        {
          id: 'kind',
          header: columns.kind,
          cell: ({ track }) => (
            <span>
              <Badge>{choices.tracks[track]}</Badge>
            </span>
          ),
        },
        {
          id: 'sent',
          header: columns.sent,
          cell: ({ sentAt, senderName }) => (
            <span>
              {format.day(sentAt)}
              {senderName !== myName && <span className="row-under">{mine.by(senderName)}</span>}
            </span>
          ),
        },
        { id: 'to', header: columns.to, cell: ({ receiverUnitName }) => receiverUnitName ?? words.common.notShown },
        { id: 'heard', header: columns.heard, cell: (row) => <Heard row={row} /> },
        {
          id: 'due',
          header: columns.due,
          cell: ({ answerBy }) =>
            answerBy ? <DueChip dueOn={answerBy} today={today} /> : <span className="muted">–</span>,
        },
      ]}
    />
  )
}

const faces = {
  sent: { tone: 'neutral', icon: IconMailbox },
  received: { tone: 'info', icon: IconMailOpened },
  feedback: { tone: 'success', icon: IconMessageReply },
  feedback_refused: { tone: 'neutral', icon: IconMessageReply },
  question: { tone: 'warn', icon: IconHelpCircle },
  meeting: { tone: 'info', icon: IconMailOpened },
} as const

function Heard({ row: { heard, heardAt, feedbackValue } }: { row: SentRow }) {
  const { words, format } = useLanguage()
  return (
    <span>
      <Status {...faces[heard]}>
        {heard === 'feedback' && feedbackValue ? words.flag.feedback[feedbackValue] : words.flag.mine.heard[heard]}
      </Status>
      {heard !== 'sent' && <span className="row-under">{format.day(heardAt)}</span>}
    </span>
  )
}
