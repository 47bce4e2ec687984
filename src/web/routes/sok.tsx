import { IconArrowDownLeft, IconArrowUpRight, IconSearch, IconZoomCancel } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ChildLabel } from '../../domain/confidentiality.ts'
import type { Status as ReferralStatusName } from '../../domain/lifecycle.ts'
import { client } from '../api.ts'
import { problemOf, sentenceFor } from '../parts/problem.ts'
import { childName } from '../parts/referral/child-name.ts'
import { ReferralStatus } from '../parts/referral-status.tsx'
import { searchText } from '../parts/search-text.ts'
import { useSession } from '../session.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Status } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useLanguage, useWords } from '../words/language.tsx'

export const Route = createFileRoute('/sok')({ component: SearchPage })

interface Hit {
  reference: string
  side: 'receiver' | 'sender'
  child: ChildLabel
  sentAt: string
  senderUnitName: string | null
  receiverUnitName: string | null
  status: ReferralStatusName | null
}

interface Found {
  hits: Hit[]
  more: boolean
}

const maxLength = 100
const pathTo = ({ side, reference }: Hit) =>
  side === 'receiver' ? `/orosanmalan/${reference}` : `/mina-flaggor/${reference}`

/** By name, number or reference, and by nothing else. What is searched for stands neither in the address nor in a log. */
function SearchPage() {
  const { search } = useWords().referral
  const { can } = useSession()
  const text = searchText.use()
  const found = useQuery({
    queryKey: ['search', text],
    queryFn: (): Promise<Found> => client.search.find.mutate({ text }),
    enabled: text !== '',
    staleTime: Number.POSITIVE_INFINITY, // one search, one line in the log
    gcTime: 0,
  })
  return (
    <>
      <PageHeader tab={search.tab} title={search.title}>
        <p className="search-hint">{search.hint}</p>
        {can.breakGlass && (
          <p className="no-print">
            <Link to="/nodoppning">{search.emergency}</Link>
          </p>
        )}
      </PageHeader>
      <div className="stack">
        <SearchForm key={text} text={text} isPending={found.isFetching} onSame={() => found.refetch()} />
        <Results text={text} found={found} />
      </div>
    </>
  )
}

interface SearchFormProps {
  text: string
  isPending: boolean
  /** The same words once more: asked again, as the answer may have changed. */
  onSame: () => void
}

function SearchForm({ text, isPending, onSame }: SearchFormProps) {
  const { search } = useWords().referral
  const [written, setWritten] = useState(text)
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    if (text !== '') return
    const timer = setTimeout(() => field.current?.focus()) // after the shell has led to the heading
    return () => clearTimeout(timer)
  }, [text])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const next = written.trim()
    if (next === '' || next.length > maxLength) {
      setError(next === '' ? search.empty : search.tooLong)
      field.current?.focus()
      return
    }
    if (next === text) onSame()
    else searchText.set(next)
  }
  return (
    <search className="search-form no-print">
      <form onSubmit={submit} noValidate>
        <TextField
          name="search"
          type="search"
          label={search.label}
          value={written}
          error={error}
          inputRef={field}
          onChange={(value) => {
            setWritten(value)
            setError(undefined)
          }}
        />
        <Button type="submit" look="primary" size="large" icon={IconSearch} isPending={isPending}>
          {search.submit}
        </Button>
      </form>
    </search>
  )
}

interface ResultsProps {
  text: string
  found: { data?: Found; isFetching: boolean; error: unknown }
}

function Results({ text, found: { data, isFetching, error } }: ResultsProps) {
  const words = useWords()
  const { search } = words.referral
  const said = data && (data.hits.length === 0 ? search.nothing : search.results(data.hits.length))
  return (
    <>
      <p role="status" className={data?.hits.length ? 'search-count' : 'sr-only'}>
        {said}
      </p>
      {text === '' && (
        <EmptyState icon={IconSearch} title={search.start}>
          {search.startText}
        </EmptyState>
      )}
      {isFetching && !data && <Skeleton lines={4} />}
      {error !== null && !isFetching && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problemOf(error), words)}
        </Alert>
      )}
      {data?.hits.length === 0 && (
        <EmptyState icon={IconZoomCancel} title={search.nothing}>
          {search.nothingText}
        </EmptyState>
      )}
      {data && data.hits.length > 0 && <Hits hits={data.hits} />}
      {data?.more && <Alert tone="info">{search.more}</Alert>}
    </>
  )
}

function Hits({ hits }: { hits: readonly Hit[] }) {
  const { words, format } = useLanguage()
  const { search } = words.referral
  const columns: Column<Hit>[] = [
    {
      id: 'child',
      header: search.columns.child,
      isName: true,
      cell: (hit) => (
        <>
          <Link to={pathTo(hit)} className="inbox-open">
            {childName(hit.child, words, format)}
          </Link>
          <span className="inbox-reference">{hit.reference}</span>
        </>
      ),
    },
    {
      id: 'side',
      header: search.columns.side,
      cell: ({ side }) => (
        <Status icon={side === 'receiver' ? IconArrowDownLeft : IconArrowUpRight}>{search.sides[side]}</Status>
      ),
    },
    {
      id: 'units',
      header: search.columns.units,
      cell: ({ senderUnitName, receiverUnitName }) => search.fromTo(senderUnitName, receiverUnitName),
    },
    {
      id: 'sentAt',
      header: search.columns.sentAt,
      cell: ({ sentAt }) => <time dateTime={sentAt}>{format.day(sentAt)}</time>,
    },
    {
      id: 'status',
      header: search.columns.status,
      cell: ({ status }) => (status ? <ReferralStatus status={status} /> : <span className="muted">–</span>),
    },
  ]
  return (
    <div className="inbox-list">
      <Table
        caption={search.results(hits.length)}
        columns={columns}
        rows={hits}
        rowKey={({ reference, side }) => `${reference} ${side}`}
      />
    </div>
  )
}
