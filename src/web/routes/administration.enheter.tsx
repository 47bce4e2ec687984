import { IconBuilding, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { announce } from '../parts/announce.ts'
import type { Board, KeptUnit } from '../parts/organisation/answers.ts'
import { BoardDialog } from '../parts/organisation/board-dialog.tsx'
import { CloseDialog } from '../parts/organisation/close-dialog.tsx'
import { UnitDialog } from '../parts/organisation/unit-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { useLanguage, useWords } from '../words/language.tsx'

export const Route = createFileRoute('/administration/enheter')({ component: UnitsPage })

type Opened =
  | { kind: 'board'; board: Board | null }
  | { kind: 'unit'; unit: KeptUnit | null }
  | { kind: 'close'; unit: KeptUnit }

/** The boards and units of the municipality, and what can be done with them. */
function UnitsPage() {
  const { units: said } = useWords().organisation
  const queryClient = useQueryClient()
  const { data, error } = useQuery(trpc.units.list.queryOptions())
  const [opened, setOpened] = useState<Opened | null>(null)
  if (error && !data) throw error
  const done = () => {
    setOpened(null)
    announce(said.saved)
    queryClient.invalidateQueries({ queryKey: trpc.units.pathKey() })
  }
  const close = () => setOpened(null)
  return (
    <>
      <PageHeader
        tab={said.tab}
        title={said.title}
        actions={
          <>
            <Button look="primary" icon={IconPlus} onPress={() => setOpened({ kind: 'unit', unit: null })}>
              {said.addUnit}
            </Button>
            <Button icon={IconPlus} onPress={() => setOpened({ kind: 'board', board: null })}>
              {said.addBoard}
            </Button>
          </>
        }
      >
        <p>{said.lead}</p>
      </PageHeader>
      {!data && <Skeleton lines={8} />}
      <div className="stack">
        {data?.boards.map((board) => (
          <BoardUnits
            key={board.id}
            board={board}
            units={data.units.filter(({ boardId, closedAt }) => boardId === board.id && closedAt === null)}
            onOpen={setOpened}
          />
        ))}
        {data && <ClosedUnits units={data.units.filter(({ closedAt }) => closedAt !== null)} />}
      </div>
      {opened?.kind === 'board' && <BoardDialog board={opened.board} onDone={done} onClose={close} />}
      {opened?.kind === 'unit' && (
        <UnitDialog unit={opened.unit} boards={data?.boards ?? []} onDone={done} onClose={close} />
      )}
      {opened?.kind === 'close' && <CloseDialog unit={opened.unit} onDone={done} onClose={close} />}
    </>
  )
}

interface BoardUnitsProps {
  board: Board
  units: readonly KeptUnit[]
  onOpen: (opened: Opened) => void
}

function BoardUnits({ board, units, onOpen }: BoardUnitsProps) {
  const { units: said, kinds } = useWords().organisation
  const columns: readonly Column<KeptUnit>[] = [
    {
      id: 'name',
      header: said.columns.name,
      isName: true,
      cell: ({ name, publicName }) => (
        <>
          {name}
          {publicName && <span className="unit-public-name">{said.shownAs(publicName)}</span>}
        </>
      ),
    },
    { id: 'kind', header: said.columns.kind, cell: ({ kind }) => kinds[kind] },
    {
      id: 'contact',
      header: said.columns.contact,
      cell: ({ phone, mailbox }) => (
        <>
          {phone}
          <br />
          {mailbox}
        </>
      ),
    },
    {
      id: 'hours',
      header: said.columns.hours,
      cell: ({ openingHours }) => (openingHours ? said.hoursSet : said.always),
    },
    {
      id: 'actions',
      header: said.columns.actions,
      isHeaderHidden: true,
      align: 'end',
      cell: (unit) => (
        <span className="actions unit-actions">
          <Button size="small" label={said.changeUnit(unit.name)} onPress={() => onOpen({ kind: 'unit', unit })}>
            {said.change}
          </Button>
          <Button
            size="small"
            look="quiet"
            label={said.closeUnit(unit.name)}
            onPress={() => onOpen({ kind: 'close', unit })}
          >
            {said.close}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <Section
      title={board.name}
      look="plain"
      actions={
        <Button size="small" label={said.changeBoard(board.name)} onPress={() => onOpen({ kind: 'board', board })}>
          {said.change}
        </Button>
      }
    >
      {units.length === 0 ? (
        <EmptyState icon={IconBuilding} title={said.none} />
      ) : (
        <Table caption={said.caption(board.name)} columns={columns} rows={units} rowKey={({ id }) => id} />
      )}
    </Section>
  )
}

function ClosedUnits({ units }: { units: readonly KeptUnit[] }) {
  const { words, format } = useLanguage()
  const { units: said } = words.organisation
  if (units.length === 0) return null
  return (
    <Section title={said.closedTitle}>
      <ul>
        {units.map(({ id, name, closedAt }) => (
          <li key={id}>
            {name}. {closedAt && said.closedSince(format.day(closedAt))}.
          </li>
        ))}
      </ul>
    </Section>
  )
}
