import { Link as RouterLink } from '@tanstack/react-router'
import type { InboxRow } from '../../../domain/confidentiality.ts'
import { client } from '../../api.ts'
import { DueChip } from '../../ui/due-chip.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { useLanguage } from '../../words/language.tsx'
import { type Show, slugOf } from '../inbox/show.ts'
import { Tile } from '../manager/now-figures.tsx'
import { childName } from '../referral/child-name.ts'
import { usePolled } from '../use-polled.ts'
import { Panel } from './panel.tsx'

const counted = ['overdue', 'today', 'unread', 'unassigned', 'mine', 'feedback'] as const
type Counted = (typeof counted)[number]
type Counts = Record<Exclude<Show, 'done'>, number>

interface NextRows {
  rows: InboxRow[]
  today: string
}

const nextOnes = 5

function toneOf(show: Counted, count: number): 'danger' | 'warn' | undefined {
  if (count === 0) return undefined
  if (show === 'overdue') return 'danger'
  return show === 'today' || show === 'unread' ? 'warn' : undefined
}

/** For the child unit: the day's numbers, each a way into the list, and what is due next. */
export function IntakePart({ unitId, unitName }: { unitId: string; unitName: string }) {
  const { words } = useLanguage()
  const { intake } = words.start
  const counts = usePolled<Counts>({
    queryKey: ['inbox', unitId, 'counts'],
    ask: (how) => client.referrals.counts.query({ unitId }, how),
  })
  const next = usePolled<NextRows>({
    queryKey: ['start', unitId, 'next'],
    ask: async (how) => {
      const { rows, today } = await client.referrals.inbox.query({ unitId, show: 'open' }, how)
      return { rows: rows.slice(0, nextOnes), today }
    },
  })
  return (
    <Section
      title={`${words.inbox.title}: ${unitName}`}
      actions={
        <RouterLink to="/inkorg" search={{ enhet: unitId }}>
          {intake.all}
        </RouterLink>
      }
    >
      <Panel query={counts} lines={2}>
        {(numbers) => (
          <ul className="tiles" aria-label={intake.counts}>
            {counted.map((show) => (
              <Tile key={show} count={numbers[show]} word={words.inbox.shows[show]} tone={toneOf(show, numbers[show])}>
                {(face) => (
                  <RouterLink to="/inkorg" search={{ enhet: unitId, visa: slugOf(show) }} className="tile">
                    {face}
                  </RouterLink>
                )}
              </Tile>
            ))}
          </ul>
        )}
      </Panel>
      <h3>{intake.next}</h3>
      <Panel query={next}>
        {({ rows, today }) =>
          rows.length === 0 ? <p className="muted">{intake.empty}</p> : <NextLines rows={rows} today={today} />
        }
      </Panel>
    </Section>
  )
}

function NextLines({ rows, today }: NextRows) {
  const { words, format } = useLanguage()
  return (
    <ul className="start-lines">
      {rows.map(({ reference, child, due, senderUnitName }) => (
        <li key={reference} className="start-line">
          <span className="start-line-words">
            <Link to={`/orosanmalan/${reference}`}>{childName(child, words, format)}</Link>
            <span className="start-line-under number">
              {reference} · {senderUnitName ?? words.common.notShown}
            </span>
          </span>
          {due ? (
            <DueChip dueOn={due.on} today={today} what={words.inbox.clocks[due.kind]} />
          ) : (
            <span className="muted">{words.inbox.noClock}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
