import { IconInbox, IconMailbox } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback, useState } from 'react'
import type { InboxRow } from '../../../domain/confidentiality.ts'
import { Button } from '../../ui/button.tsx'
import { DueChip } from '../../ui/due-chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguage } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { childName } from '../referral/child-name.ts'
import { ReferralStatus } from '../referral-status.tsx'
import { KeysHint } from './keys-hint.tsx'
import { Marks } from './marks.tsx'
import type { Show } from './show.ts'
import type { InboxList as List } from './use-inbox.ts'
import { useArrivals, useIsBusyIn, useSteadyRows, useVoiceFor } from './use-steady-rows.ts'

interface InboxListProps {
  list: List
  show: Show
  unitName: string
  personId: string
  onMore: () => void
  isFetchingMore: boolean
}

/** What each step of the keys leads to, among so many rows. */
const moves: Record<string, (from: number, last: number) => number> = {
  ArrowDown: (from, last) => Math.min(from + 1, last),
  ArrowUp: (from) => Math.max(from - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** The rows, soonest first as the server orders them. The arrows move between them, and nothing moves under the pointer. */
export function InboxList({ list, show, unitName, personId, onMore, isFetchingMore }: InboxListProps) {
  const { words, format } = useLanguage()
  const { inbox } = words
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [isBusy, release] = useIsBusyIn(place)
  const { shown, waiting } = useSteadyRows(list.rows, isBusy)
  const arrivals = useArrivals(list)
  useVoiceFor(
    arrivals,
    useCallback((count: number) => announce(inbox.arrived(count)), [inbox]),
  )
  const [at, setAt] = useState<string | null>(null)
  const current = shown.some(({ reference }) => reference === at) ? at : shown[0]?.reference

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const move = moves[event.key]
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.inbox-open')]
    const from = links.indexOf(document.activeElement as HTMLElement)
    if (!move || from < 0 || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    links[move(from, links.length - 1)]?.focus()
  }

  if (shown.length === 0 && waiting === 0) {
    const [title, text] = inbox.empty[show]
    return (
      <EmptyState icon={IconInbox} title={title}>
        {text}
      </EmptyState>
    )
  }
  const columns: Column<InboxRow>[] = [
    { id: 'due', header: inbox.columns.due, cell: (row) => <Due row={row} today={list.today} /> },
    {
      id: 'child',
      header: inbox.columns.child,
      isName: true,
      cell: (row) => (
        <>
          <Link
            to="/orosanmalan/$reference"
            params={{ reference: row.reference }}
            className="inbox-open"
            tabIndex={row.reference === current ? 0 : -1}
            onFocus={() => setAt(row.reference)}
          >
            {childName(row.child, words, format)}
          </Link>
          <span className="inbox-reference">{row.reference}</span>
          <Marks row={row} isFresh={arrivals.has(row.reference)} />
        </>
      ),
    },
    {
      id: 'sender',
      header: inbox.columns.sender,
      cell: (row) => (
        <div>
          {row.senderUnitName ?? words.common.notShown}
          <span className="inbox-under">{words.referral.natures[row.nature]}</span>
        </div>
      ),
    },
    {
      id: 'sentAt',
      header: inbox.columns.sentAt,
      cell: (row) => (
        <time dateTime={row.sentAt} className="number">
          {format.shortDay(row.sentAt)} {format.time(row.sentAt)}
        </time>
      ),
    },
    { id: 'status', header: inbox.columns.status, cell: (row) => <Standing row={row} /> },
    { id: 'assignee', header: inbox.columns.assignee, cell: (row) => <Assignee row={row} personId={personId} /> },
  ]
  return (
    // The links inside take the focus and the keys; this only hears which.
    // biome-ignore lint/a11y/noStaticElementInteractions: a listener for keys that the links within receive
    <div ref={setPlace} className="inbox-list" onKeyDown={onKeyDown}>
      {waiting > 0 && (
        <div className="inbox-waiting">
          <span>{inbox.waiting(waiting)}</span>
          <Button size="small" look="primary" onPress={release}>
            {inbox.showWaiting}
          </Button>
        </div>
      )}
      <Table
        caption={inbox.caption(inbox.shows[show], unitName)}
        columns={columns}
        rows={shown}
        rowKey={({ reference }) => reference}
        rowTone={(row) => toneOf(row, list.today, arrivals)}
      />
      <div className="inbox-end">
        <p className="muted number">{list.next === null ? inbox.shownAll(shown.length) : inbox.shown(shown.length)}</p>
        {list.next !== null && (
          <Button onPress={onMore} isPending={isFetchingMore}>
            {words.common.showMore}
          </Button>
        )}
        <KeysHint />
      </div>
    </div>
  )
}

function toneOf({ due, reference, acute, status }: InboxRow, today: string, arrivals: ReadonlySet<string>) {
  const isBeforeProtection = due?.kind === 'receipt' || due?.kind === 'protection_assessment'
  if ((acute && isBeforeProtection) || (due && due.on < today)) return 'danger'
  if (due?.on === today) return 'warn'
  return arrivals.has(reference) || status === 'sent' ? 'new' : undefined
}

function Due({ row: { due }, today }: { row: InboxRow; today: string }) {
  const { inbox } = useLanguage().words
  if (!due) return <span className="muted">{inbox.noClock}</span>
  return (
    <span className="inbox-due">
      <span>{inbox.clocks[due.kind]}</span>
      <DueChip dueOn={due.on} today={today} />
    </span>
  )
}

/** What the sender calls sent is, to those who are to open it, unopened. */
function Standing({ row: { status } }: { row: InboxRow }) {
  const { marks } = useLanguage().words.inbox
  if (status !== 'sent') return <ReferralStatus status={status} />
  return (
    <Status tone="info" icon={IconMailbox}>
      {marks.unopened}
    </Status>
  )
}

function Assignee({ row: { assignee, assigneeAway }, personId }: { row: InboxRow; personId: string }) {
  const { words, format } = useLanguage()
  const { inbox } = words
  if (assigneeAway) {
    const { name, until } = assigneeAway
    return (
      <span className="inbox-group">
        {inbox.group} <span className="inbox-away">{inbox.away(name, until && format.day(until))}</span>
      </span>
    )
  }
  if (!assignee) return <span className="inbox-group">{inbox.group}</span>
  return assignee.personId === personId ? <strong>{inbox.me}</strong> : assignee.name
}
