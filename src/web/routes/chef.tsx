import { IconDownload, IconLockAccess, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import type { StatisticsSide, WatchedUnit } from '../../domain/statistics.ts'
import { trpc } from '../api.ts'
import { DeadLetters } from '../parts/manager/dead-letters.tsx'
import { LateReviews } from '../parts/manager/late-reviews.tsx'
import { allReceivers, allSenders, readManagerSearch } from '../parts/manager/manager-search.ts'
import { type Period, periodOf } from '../parts/manager/period.ts'
import { ReceiverReport } from '../parts/manager/receiver-report.tsx'
import { ReportFilters } from '../parts/manager/report-filters.tsx'
import { SenderReport } from '../parts/manager/sender-report.tsx'
import { KeySentence } from '../parts/manager/waits.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useLanguage, useWords } from '../words/language.tsx'

export const Route = createFileRoute('/chef')({ validateSearch: readManagerSearch, component: ManagerPage })

interface Watched {
  /** The value of the unit picker and of the address. */
  choice: string
  unitId: string
  side: StatisticsSide
  name: string
}

/** What the address asks for, among what the manager may see; else all the units of the first one's side. */
function watchedBy(
  choice: string | undefined,
  units: readonly WatchedUnit[],
  words: { allReceivers: string; allSenders: string },
): Watched | null {
  const one = units.find(({ unitId }) => unitId === choice)
  if (one) return { choice: one.unitId, ...one }
  const side = choice === allSenders ? 'sender' : units[0]?.side
  const ofSide = units.filter((unit) => unit.side === side)
  const [first] = ofSide
  if (!first) return null
  if (ofSide.length === 1) return { choice: first.unitId, ...first }
  return side === 'receiver'
    ? { choice: allReceivers, unitId: 'all', side, name: words.allReceivers }
    : { choice: allSenders, unitId: 'all', side: 'sender', name: words.allSenders }
}

/** How long do the children wait, and what presses now. */
function ManagerPage() {
  const { manager } = useWords()
  const { data, error } = useQuery(trpc.statistics.units.queryOptions())
  const { enhet, fran, till } = Route.useSearch()
  if (error && !data) throw error
  if (!data) {
    return (
      <>
        <PageHeader tab={manager.tab} title={manager.title} />
        <Skeleton lines={8} />
      </>
    )
  }
  const watched = watchedBy(enhet, data.units, manager)
  const period = fran && till ? { from: fran, to: till } : periodOf('90', data.today)
  if (watched) return <Report units={data.units} today={data.today} watched={watched} period={period} />
  return (
    <>
      <PageHeader tab={manager.tab} title={manager.title} />
      <EmptyState icon={IconLockAccess} title={manager.none.title}>
        {manager.none.text}
      </EmptyState>
    </>
  )
}

interface ReportProps {
  units: readonly WatchedUnit[]
  today: string
  watched: Watched
  period: Period
}

function Report({ units, today, watched, period }: ReportProps) {
  const { words, format } = useLanguage()
  const { manager } = words
  const navigate = Route.useNavigate()
  const input = { unitId: watched.unitId, ...period }
  const receiver = useQuery({
    ...trpc.statistics.receiver.queryOptions(input),
    enabled: watched.side === 'receiver',
    placeholderData: keepPreviousData,
  })
  const sender = useQuery({
    ...trpc.statistics.sender.queryOptions(input),
    enabled: watched.side === 'sender',
    placeholderData: keepPreviousData,
  })
  const { data, error } = watched.side === 'receiver' ? receiver : sender
  if (error && !data) throw error

  const shown = watched.side === 'receiver' ? manager.shown : manager.shownSent
  return (
    <>
      <PageHeader
        tab={manager.tab}
        eyebrow={watched.name}
        title={manager.title}
        actions={
          <>
            <a
              className="button button-secondary button-medium"
              href={csvAddress(watched, period)}
              title={manager.csvHint}
              download
            >
              <IconDownload className="icon" aria-hidden />
              {manager.csv}
            </a>
            <Button icon={IconPrinter} onPress={() => print()}>
              {words.common.print}
            </Button>
          </>
        }
      >
        {data && <KeySentence waits={data.waits} side={watched.side} />}
        <p className="report-period">{shown(format.day(period.from), format.day(period.to))}</p>
      </PageHeader>
      <div className="stack-l report">
        <DeadLetters />
        <LateReviews />
        <p className="no-print actions">
          <Link to="/skyddade">{manager.protectedLink}</Link>
          <Link to="/nodoppning">{manager.emergencyLink}</Link>
        </p>
        <ReportFilters
          units={units}
          unit={watched.choice}
          period={period}
          today={today}
          onUnit={(enhet) => navigate({ search: (before) => ({ ...before, enhet }), resetScroll: false })}
          onPeriod={({ from, to }) =>
            navigate({ search: (before) => ({ ...before, fran: from, till: to }), resetScroll: false })
          }
        />
        {!data && <Skeleton lines={8} />}
        {data?.side === 'receiver' && <ReceiverReport statistics={data} />}
        {data?.side === 'sender' && <SenderReport statistics={data} />}
        <p className="muted no-print">{manager.csvHint}</p>
      </div>
    </>
  )
}

function csvAddress({ unitId, side }: Watched, { from, to }: Period): string {
  const unit = unitId === 'all' ? 'alla' : unitId
  const address = new URLSearchParams({ enhet: unit, fran: from, till: to })
  if (unitId === 'all' && side === 'sender') address.set('sida', 'avsandare')
  return `/api/statistik.csv?${address}`
}
