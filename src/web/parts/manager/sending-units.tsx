import { outcomes, type SendingUnit } from '../../../domain/statistics.ts'
import { Section } from '../../ui/section.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguage } from '../../words/language.tsx'

const counted = ['concern', ...outcomes, 'support', 'youngCarers'] as const

/** What each unit sent, and what became of its reports of concern. A volume is never a target. */
export function SendingUnits({ senders }: { senders: readonly SendingUnit[] }) {
  const { words, format } = useLanguage()
  const said = words.manager.senders
  const columns: Column<SendingUnit>[] = [
    { id: 'name', header: said.columns.name, isName: true, cell: ({ name }) => name || said.unknown },
    ...counted.map(
      (measure): Column<SendingUnit> => ({
        id: measure,
        header: said.columns[measure],
        align: 'end',
        cell: (row) => format.number(row[measure]),
      }),
    ),
  ]
  return (
    <Section title={said.title} look="plain">
      <p className="muted">{said.hint}</p>
      {senders.length === 0 ? (
        <p>{said.empty}</p>
      ) : (
        <div className="senders">
          <Table caption={said.title} columns={columns} rows={senders} rowKey={({ unitId }) => unitId} />
        </div>
      )}
    </Section>
  )
}
