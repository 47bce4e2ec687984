import { IconFileImport, IconSearch, IconUserPlus, IconUserSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { client, trpc } from '../api.ts'
import type { StaffChoices } from '../parts/administration/staff.ts'
import { problemOf, sentenceFor } from '../parts/problem.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { NativeSelect } from '../ui/native-select.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Status } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useLanguage, useWords } from '../words/language.tsx'

const PersonDialog = lazy(() => import('../parts/administration/person-dialog.tsx'))
const unitPattern = /^[\da-f-]{36}$/i

export const Route = createFileRoute('/administration/personal/')({
  validateSearch: ({ enhet }: Record<string, unknown>): { enhet?: string } =>
    typeof enhet === 'string' && unitPattern.test(enhet) ? { enhet } : {},
  component: StaffListPage,
})

type StaffList = Awaited<ReturnType<typeof client.people.list.mutate>>
type StaffLine = StaffList['rows'][number]

/** Who works here. What is searched for is a name, so it stands in no address; the unit does. */
function StaffListPage() {
  const words = useWords()
  const { people, common } = words
  const { enhet } = Route.useSearch()
  const navigate = Route.useNavigate()
  const [search, setSearch] = useState('')
  const [isAdding, setIsAdding] = useState(false)
  const choices = useQuery(trpc.people.choices.queryOptions())
  const request = { search, unitId: enhet ?? null }
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...trpc.people.pathKey(), 'list', request],
    queryFn: ({ pageParam }): Promise<StaffList> => client.people.list.mutate({ ...request, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ hasMore }, pages) =>
      hasMore ? pages.reduce((sum, { rows }) => sum + rows.length, 0) : undefined,
    placeholderData: keepPreviousData,
  })
  if (error && !data) throw error
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeader
        tab={people.tab}
        title={people.title}
        actions={
          <>
            <Link to="/administration/personal/import" look="secondary" icon={IconFileImport}>
              {people.import}
            </Link>
            <Button look="primary" icon={IconUserPlus} onPress={() => setIsAdding(true)}>
              {people.add}
            </Button>
          </>
        }
      >
        <p>{people.lead}</p>
      </PageHeader>
      <div className="stack">
        <StaffFilters
          units={choices.data?.units ?? []}
          unit={enhet ?? ''}
          onUnit={(unit) => navigate({ search: unit ? { enhet: unit } : {}, replace: true })}
          onSearch={setSearch}
        />
        {error && <Alert tone="warn">{sentenceFor(problemOf(error), words)}</Alert>}
        {!data && <Skeleton lines={8} />}
        <p role="status" className={rows.length > 0 ? 'search-count' : 'sr-only'}>
          {data && (rows.length > 0 ? people.found(rows.length, hasNextPage) : people.empty.title)}
        </p>
        {data && rows.length === 0 && (
          <EmptyState icon={IconUserSearch} title={people.empty.title}>
            {people.empty.text}
          </EmptyState>
        )}
        {rows.length > 0 && <StaffTable rows={rows} />}
        {hasNextPage && (
          <div className="show-more">
            <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
              {common.showMore}
            </Button>
          </div>
        )}
      </div>
      {isAdding && choices.data && (
        <Suspense>
          <PersonDialog
            today={choices.data.today}
            onClose={() => setIsAdding(false)}
            onAdded={(personId) => void navigate({ to: '/administration/personal/$personId', params: { personId } })}
          />
        </Suspense>
      )}
    </>
  )
}

interface StaffFiltersProps {
  units: StaffChoices['units']
  unit: string
  onUnit: (unit: string) => void
  onSearch: (text: string) => void
}

function StaffFilters({ units, unit, onUnit, onSearch }: StaffFiltersProps) {
  const { people } = useWords()
  const [written, setWritten] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(written.trim())
  }
  return (
    <search className="staff-filters no-print">
      <form className="staff-search" onSubmit={submit} noValidate>
        <TextField
          name="staff-search"
          type="search"
          label={people.search}
          value={written}
          maxLength={100}
          onChange={(text) => {
            setWritten(text)
            if (text === '') onSearch('')
          }}
        />
        <Button type="submit" icon={IconSearch} label={people.search} />
      </form>
      <NativeSelect
        name="enhet"
        label={people.unit}
        value={unit}
        onChange={onUnit}
        placeholder={people.allUnits}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </search>
  )
}

function StaffTable({ rows }: { rows: readonly StaffLine[] }) {
  const { people, shell } = useWords()
  const columns: Column<StaffLine>[] = [
    {
      id: 'name',
      header: people.columns.name,
      isName: true,
      cell: ({ id, name, title }) => (
        <>
          <Link to={`/administration/personal/${id}`}>{name}</Link>
          <span className="staff-title">{title}</span>
        </>
      ),
    },
    {
      id: 'roles',
      header: people.columns.roles,
      cell: ({ roles }) =>
        roles.length === 0 ? (
          <span className="muted">{people.noRole}</span>
        ) : (
          <ul className="staff-roles">
            {roles.map(({ unitName, role }) => (
              <li key={`${unitName}${role}`}>
                {shell.roles[role]}, {unitName}
              </li>
            ))}
          </ul>
        ),
    },
    { id: 'staffId', header: people.columns.staffId, cell: ({ staffId }) => staffId ?? '–' },
    { id: 'state', header: people.columns.state, cell: (line) => <StaffState line={line} /> },
  ]
  return <Table caption={people.list} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

function StaffState({ line: { isActive, isAbsent, absentUntil } }: { line: StaffLine }) {
  const { words, format } = useLanguage()
  const { states, absentUntil: until } = words.people
  if (!isActive) return <Status>{states.left}</Status>
  if (isAbsent) return <Status tone="warn">{absentUntil ? until(format.day(absentUntil)) : states.absent}</Status>
  return <Status tone="success">{states.here}</Status>
}
