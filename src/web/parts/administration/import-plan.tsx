import { useState } from 'react'
import { Alert } from '../../ui/alert.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguage } from '../../words/language.tsx'
import { changeWords } from './change-words.ts'
import type { ImportPreview } from './staff.ts'

type Planned = ImportPreview['people'][number]
const pageSize = 100

/** What a file would change, or what is wrong with it: never some of both. */
export function ImportPlan({ plan }: { plan: ImportPreview }) {
  const { importing } = useLanguage().words.people
  const [shown, setShown] = useState(pageSize)
  if (plan.problems.length > 0) return <Problems plan={plan} />
  if (plan.people.length === 0) return <Alert tone="success">{importing.nothing}</Alert>
  return (
    <Section title={importing.sums}>
      <ul className="import-sums">
        {(['added', 'changed', 'given', 'ended', 'unchanged'] as const)
          .filter((sum) => plan.sums[sum] > 0)
          .map((sum) => (
            <li key={sum}>{importing.sum[sum](plan.sums[sum])}</li>
          ))}
      </ul>
      <PlannedPeople people={plan.people.slice(0, shown)} />
      {shown < plan.people.length && <ShowMore plan={plan} shown={shown} onMore={() => setShown(shown + pageSize)} />}
    </Section>
  )
}

function ShowMore({ plan, shown, onMore }: { plan: ImportPreview; shown: number; onMore: () => void }) {
  const { common } = useLanguage().words
  return (
    <div className="show-more">
      <span className="show-more-count">{common.shown(shown, plan.people.length)}</span>
      <Button onPress={onMore}>{common.showMore}</Button>
    </div>
  )
}

function Problems({ plan }: { plan: ImportPreview }) {
  const { importing } = useLanguage().words.people
  const columns: Column<ImportPreview['problems'][number]>[] = [
    { id: 'line', header: importing.line, isName: true, cell: ({ line }) => `${importing.line} ${line}` },
    { id: 'field', header: importing.field, cell: ({ field }) => (field ? <code>{field}</code> : importing.whole) },
    { id: 'problem', header: importing.problem, cell: ({ problem }) => importing.problemWords[problem] },
  ]
  return (
    <>
      <Alert tone="danger" title={importing.problems(plan.problems.length + plan.moreProblems)} isUrgent>
        {importing.problemsText}
      </Alert>
      <Table
        caption={importing.problemList}
        columns={columns}
        rows={plan.problems}
        rowKey={({ line, field, problem }) => `${line} ${field} ${problem}`}
      />
      {plan.moreProblems > 0 && <p className="muted">{importing.moreProblems(plan.moreProblems)}</p>}
    </>
  )
}

function PlannedPeople({ people }: { people: readonly Planned[] }) {
  const { words, format } = useLanguage()
  const { importing, page, changes } = words.people
  const roleWords = ({ role, unitName }: { role: keyof typeof words.shell.roles; unitName: string }) =>
    `${words.shell.roles[role]}, ${unitName}`
  const linesOf = ({ changes: changed, given, ended }: Planned): string[] => [
    ...changeWords(changed, words, format),
    ...given.map((role) => {
      const days = role.until
        ? page.fromTo(format.day(role.from), format.day(role.until))
        : page.from(format.day(role.from))
      return `${page.giveRole}: ${roleWords(role)}. ${days}`
    }),
    ...ended.map((role) => `${page.endRole}: ${roleWords(role)}, ${changes.fields.until} ${format.day(role.until)}`),
  ]
  const columns: Column<Planned>[] = [
    {
      id: 'who',
      header: importing.who,
      isName: true,
      cell: ({ name, isNew }) => (
        <>
          {name} {isNew && <Badge look="brand">{importing.isNew}</Badge>}
        </>
      ),
    },
    {
      id: 'what',
      header: importing.what,
      cell: (planned) => (
        <ul className="staff-roles">
          {linesOf(planned).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ),
    },
    { id: 'line', header: importing.line, align: 'end', cell: ({ line }) => line },
  ]
  return <Table caption={importing.changesList} columns={columns} rows={people} rowKey={({ line }) => String(line)} />
}
