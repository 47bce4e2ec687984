import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconClockX,
} from '@tabler/icons-react'
import type { ClockState } from '../../../domain/clocks.ts'
import type { DisclosedClock } from '../../../domain/confidentiality.ts'
import { Badge } from '../../ui/badge.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useLanguage } from '../../words/language.tsx'

const faces: Record<ClockState, { tone: Tone; icon: Icon }> = {
  running: { tone: 'neutral', icon: IconClock },
  due_today: { tone: 'warn', icon: IconClockExclamation },
  overdue: { tone: 'danger', icon: IconAlertTriangle },
  met_in_time: { tone: 'success', icon: IconCircleCheck },
  met_late: { tone: 'warn', icon: IconClockX },
}

/** Every deadline: the strict day, the roll-over day beside it, what sets it, and how it stands. */
export function ClocksPanel({ clocks }: { clocks: readonly DisclosedClock[] }) {
  const { words, format } = useLanguage()
  const said = words.referral.clocks
  const columns: Column<DisclosedClock>[] = [
    { id: 'what', header: said.columns.what, isName: true, cell: ({ kind }) => words.inbox.clocks[kind] },
    {
      id: 'due',
      header: said.columns.due,
      cell: ({ strictDueOn, rollOverDueOn }) => (
        <div>
          <time dateTime={strictDueOn} className="clock-day">
            {format.weekday(strictDueOn)} {strictDueOn.slice(0, 4)}
          </time>
          {rollOverDueOn !== strictDueOn && (
            <span className="clock-under">{said.rollOver(format.weekday(rollOverDueOn))}</span>
          )}
        </div>
      ),
    },
    {
      id: 'state',
      header: said.columns.state,
      cell: ({ state, metAt }) => (
        <div>
          <Status tone={faces[state].tone} icon={faces[state].icon}>
            {said.states[state]}
          </Status>
          {metAt && <span className="clock-under">{said.metOn(format.shortDay(metAt))}</span>}
        </div>
      ),
    },
    {
      id: 'label',
      header: said.columns.label,
      cell: ({ label, paragraph }) => (
        <div>
          <Badge look={label === 'statutory' ? 'brand' : 'plain'}>{said[label]}</Badge>
          {paragraph && <span className="clock-under">{paragraph}</span>}
        </div>
      ),
    },
  ]
  if (clocks.length === 0) return null
  return (
    <Section title={said.title}>
      <div className="clocks">
        <Table caption={said.caption} columns={columns} rows={clocks} rowKey={({ kind }) => kind} />
      </div>
      <p className="muted">{said.note}</p>
    </Section>
  )
}
