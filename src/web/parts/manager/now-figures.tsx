import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SenderUnitNow, UnitNow } from '../../../domain/statistics.ts'
import { Section } from '../../ui/section.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { type Show, slugOf } from '../inbox/show.ts'

const shows = { overdue: 'overdue', today: 'today', unread: 'unread', unassigned: 'unassigned', open: 'open' } as const
type Measure = keyof typeof shows | 'noDeadline'
const measures: readonly Measure[] = ['overdue', 'unread', 'unassigned', 'today', 'open', 'noDeadline']

function toneOf(measure: Measure, count: number): 'danger' | 'warn' | undefined {
  if (count === 0) return undefined
  if (measure === 'overdue') return 'danger'
  return measure === 'unread' || measure === 'unassigned' || measure === 'today' ? 'warn' : undefined
}

function InboxLink({
  unitId,
  show,
  className,
  children,
}: {
  unitId: string
  show: Show
  className?: string
  children: ReactNode
}) {
  return (
    <Link to="/inkorg" search={{ enhet: unitId, visa: slugOf(show) }} className={className}>
      {children}
    </Link>
  )
}

/** What presses now. One unit's figures are large; several stand in a table, each leading to its list. */
export function NowFigures({ units }: { units: readonly UnitNow[] }) {
  const { words, format } = useLanguage()
  const { now } = words.manager
  const [unit] = units
  if (!unit) return null
  if (units.length > 1) {
    const columns: Column<UnitNow>[] = [
      { id: 'name', header: now.unit, isName: true, cell: ({ name }) => name },
      ...measures.map(
        (measure): Column<UnitNow> => ({
          id: measure,
          header: now[measure],
          align: 'end',
          cell: (row) =>
            measure === 'noDeadline' || row[measure] === 0 ? (
              format.number(row[measure])
            ) : (
              <InboxLink
                unitId={row.unitId}
                show={shows[measure]}
                className={`now-link now-link-${toneOf(measure, row[measure]) ?? 'plain'}`}
              >
                {format.number(row[measure])}
                <span className="sr-only">{` ${now[measure]}, ${row.name}`}</span>
              </InboxLink>
            ),
        }),
      ),
    ]
    return (
      <Section title={now.title} look="plain">
        <Table
          caption={now.caption}
          columns={columns}
          rows={units}
          rowKey={({ unitId }) => unitId}
          rowTone={({ overdue }) => (overdue > 0 ? 'danger' : undefined)}
        />
      </Section>
    )
  }
  return (
    <Section title={now.title} look="plain">
      <ul className="tiles">
        {measures.map((measure) => (
          <Tile key={measure} count={unit[measure]} word={now[measure]} tone={toneOf(measure, unit[measure])}>
            {measure !== 'noDeadline' &&
              ((face) => (
                <InboxLink unitId={unit.unitId} show={shows[measure]} className="tile">
                  {face}
                </InboxLink>
              ))}
          </Tile>
        ))}
      </ul>
    </Section>
  )
}

interface TileProps {
  count: number
  word: string
  tone?: 'danger' | 'warn'
  /** Puts a link around the face; absent where there is nothing to lead to. */
  children?: false | ((face: ReactNode) => ReactNode)
}

export function Tile({ count, word, tone, children }: TileProps) {
  const { format } = useLanguage()
  const face = (
    <>
      <span className="tile-count">{format.number(count)}</span>
      <span className="tile-word">{word}</span>
    </>
  )
  return <li data-tone={tone}>{children ? children(face) : <div className="tile">{face}</div>}</li>
}

/** The sending side's own: what nobody has opened, and what they themselves owe an answer. */
export function SenderNowFigures({ units }: { units: readonly SenderUnitNow[] }) {
  const { now } = useWords().manager
  const sum = (measure: 'unreceived' | 'questions' | 'questionsOverdue' | 'askAgain') =>
    units.reduce((all, unit) => all + unit[measure], 0)
  const late = sum('questionsOverdue')
  return (
    <Section title={now.title} look="plain">
      <ul className="tiles">
        <Tile count={sum('unreceived')} word={now.unreceived} tone={sum('unreceived') > 0 ? 'warn' : undefined}>
          {(face) => (
            <Link to="/mina-flaggor" search={{ visa: 'unreceived' }} className="tile">
              {face}
            </Link>
          )}
        </Tile>
        <Tile
          count={sum('questions')}
          word={late > 0 ? `${now.questions}, ${now.questionsOverdue(late)}` : now.questions}
          tone={late > 0 ? 'danger' : undefined}
        >
          {(face) => (
            <Link to="/mina-flaggor" search={{ visa: 'question' }} className="tile">
              {face}
            </Link>
          )}
        </Tile>
        <Tile count={sum('askAgain')} word={now.askAgain} tone={sum('askAgain') > 0 ? 'warn' : undefined}>
          {(face) => (
            <Link to="/mina-flaggor" search={{ flik: 'fraga-igen' }} className="tile">
              {face}
            </Link>
          )}
        </Tile>
      </ul>
    </Section>
  )
}
