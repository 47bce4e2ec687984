import { IconShieldLock } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { lazy, Suspense, useState } from 'react'
import type { AppRouter } from '../../../api/router.ts'
import { client, trpc } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { DueChip } from '../../ui/due-chip.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguage } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { problemOf, sentenceFor } from '../problem.ts'

const NameDialog = lazy(() => import('./name-dialog.tsx'))

export type Work = inferRouterOutputs<AppRouter>['protectedPersons']['work']
type Row = Work['rows'][number]

interface ProtectedCasesProps {
  caption: string
  rows: readonly Row[]
  work: Work
}

/** The protected referrals of one's units by reference, with whom each is named to. No name of the family is known here. */
export function ProtectedCases({ caption, rows, work }: ProtectedCasesProps) {
  const { words, format } = useLanguage()
  const said = words.protectedPersons
  const [naming, setNaming] = useState<Row | null>(null)
  const columns: Column<Row>[] = [
    {
      id: 'reference',
      header: said.columns.reference,
      isName: true,
      cell: ({ reference, isOpened, side }) => (
        <>
          <span className="number">{reference}</span>
          {side === 'receiver' && !isOpened && <span className="inbox-under">{said.unopened}</span>}
        </>
      ),
    },
    { id: 'side', header: said.columns.side, cell: ({ side }) => said.sides[side] },
    {
      id: 'level',
      header: said.columns.level,
      cell: ({ level }) => <Status icon={IconShieldLock}>{words.referral.protections[level]}</Status>,
    },
    {
      id: 'sentAt',
      header: said.columns.sentAt,
      cell: ({ sentAt }) => <time dateTime={sentAt}>{format.dayAndTime(sentAt)}</time>,
    },
    {
      id: 'due',
      header: said.columns.due,
      cell: ({ due }) =>
        due ? (
          <span className="inbox-due">
            <span>{words.inbox.clocks[due.kind]}</span>
            <DueChip dueOn={due.on} today={work.today} />
          </span>
        ) : (
          <span className="muted">{said.noDue}</span>
        ),
    },
    { id: 'named', header: said.columns.named, cell: (row) => <Named row={row} /> },
    {
      id: 'act',
      header: said.columns.act,
      isHeaderHidden: true,
      cell: (row) => (
        <Button size="small" onPress={() => setNaming(row)} label={said.nameFor(row.reference)}>
          {said.name}
        </Button>
      ),
    },
  ]
  return (
    <>
      <Table
        caption={caption}
        columns={columns}
        rows={rows}
        rowKey={({ reference, side }) => `${reference} ${side}`}
        rowTone={({ named, side }) => (named.length === 0 && side === 'receiver' ? 'danger' : undefined)}
      />
      {naming && (
        <Suspense>
          <NameDialog
            reference={naming.reference}
            unitId={naming.unitId}
            staff={work.staff.filter(({ unitId }) => unitId === naming.unitId)}
            today={work.today}
            onClose={() => setNaming(null)}
          />
        </Suspense>
      )}
    </>
  )
}

function Named({ row: { named, side, reference } }: { row: Row }) {
  const { words, format } = useLanguage()
  const said = words.protectedPersons
  const queryClient = useQueryClient()
  const end = async (id: string) => {
    try {
      await client.protectedPersons.end.mutate({ id })
      await queryClient.invalidateQueries({ queryKey: trpc.protectedPersons.pathKey() })
      announce(said.ended)
    } catch (failure) {
      announce(sentenceFor(problemOf(failure), words))
    }
  }
  if (named.length === 0) return side === 'sender' ? said.authorOnly : <strong>{said.nobody}</strong>
  return (
    <ul className="named-people">
      {named.map(({ id, name, lastDay }) => (
        <li key={id}>
          <span>{said.until(name, format.day(lastDay))}</span>
          <Button size="small" look="quiet" onPress={() => end(id)} label={said.endFor(name, reference)}>
            {said.end}
          </Button>
        </li>
      ))}
    </ul>
  )
}
