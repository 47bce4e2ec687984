import { useQuery } from '@tanstack/react-query'
import { Link as RouterLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SenderUnitNow, UnitNow } from '../../../domain/statistics.ts'
import { trpc } from '../../api.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { useLanguage } from '../../words/language.tsx'
import { type Show, slugOf } from '../inbox/show.ts'
import { Panel } from './panel.tsx'

/** For the manager: only what is wrong now; the waiting times are a page of their own. */
export function ManagerPart() {
  const { manager } = useLanguage().words.start
  const watched = useQuery(trpc.statistics.units.queryOptions())
  const dead = useQuery(trpc.statistics.deadLetters.queryOptions())
  const late = useQuery(trpc.reviews.late.queryOptions())
  const sides = new Set(watched.data?.units.map(({ side }) => side))
  const today = watched.data?.today ?? ''
  const now = { unitId: 'all' as const, from: today, to: today }
  const receiver = useQuery({ ...trpc.statistics.receiver.queryOptions(now), enabled: sides.has('receiver') })
  const sender = useQuery({ ...trpc.statistics.sender.queryOptions(now), enabled: sides.has('sender') })
  return (
    <Section title={manager.title} actions={<Link to="/chef">{manager.link}</Link>}>
      <Panel query={watched} lines={2}>
        {() => (
          <div className="stack">
            {dead.data && dead.data.count > 0 && (
              <Link to="/chef" className="start-alarm">
                <Status tone="danger">{manager.alarms.deadLetters(dead.data.count)}</Status>
              </Link>
            )}
            {late.data && late.data.months.length > 0 && (
              <Link to="/granskning" className="start-alarm">
                <Status tone="warn">{manager.alarms.lateReviews(late.data.months.length)}</Status>
              </Link>
            )}
            {sides.has('receiver') && (
              <Panel query={receiver} lines={2}>
                {({ now }) => <ReceiverAlarms units={now} />}
              </Panel>
            )}
            {sides.has('sender') && (
              <Panel query={sender} lines={2}>
                {({ now }) => <SenderAlarms units={now} />}
              </Panel>
            )}
          </div>
        )}
      </Panel>
    </Section>
  )
}

interface Alarm {
  id: string
  count: number
  /** Says it, and leads to where it can be mended. */
  sign: ReactNode
}

function Alarms({ alarms, name, calm }: { alarms: readonly Alarm[]; name: string; calm: string }) {
  const raised = alarms.filter(({ count }) => count > 0)
  return (
    <div className="start-alarms">
      <h3>{name}</h3>
      {raised.length === 0 ? (
        <Status tone="success">{calm}</Status>
      ) : (
        <ul className="chips">
          {raised.map(({ id, sign }) => (
            <li key={id}>{sign}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function ReceiverAlarms({ units }: { units: readonly UnitNow[] }) {
  const { alarms, calm } = useLanguage().words.start.manager
  const alarm = (unit: UnitNow, show: Extract<Show, 'overdue' | 'unread' | 'unassigned'>): Alarm => ({
    id: show,
    count: unit[show],
    sign: (
      <RouterLink to="/inkorg" search={{ enhet: unit.unitId, visa: slugOf(show) }} className="start-alarm">
        <Status tone={show === 'overdue' ? 'danger' : 'warn'}>{alarms[show](unit[show])}</Status>
      </RouterLink>
    ),
  })
  return units.map((unit) => (
    <Alarms
      key={unit.unitId}
      name={unit.name}
      calm={calm}
      alarms={[alarm(unit, 'overdue'), alarm(unit, 'unread'), alarm(unit, 'unassigned')]}
    />
  ))
}

const places = {
  questionsOverdue: { visa: 'question' },
  unreceived: { visa: 'unreceived' },
  askAgain: { flik: 'fraga-igen' },
} as const

function SenderAlarms({ units }: { units: readonly SenderUnitNow[] }) {
  const { alarms, calmSender } = useLanguage().words.start.manager
  const alarm = (unit: SenderUnitNow, measure: keyof typeof places): Alarm => ({
    id: measure,
    count: unit[measure],
    sign: (
      <RouterLink to="/mina-flaggor" search={places[measure]} className="start-alarm">
        <Status tone={measure === 'questionsOverdue' ? 'danger' : 'warn'}>{alarms[measure](unit[measure])}</Status>
      </RouterLink>
    ),
  })
  return units.map((unit) => (
    <Alarms
      key={unit.unitId}
      name={unit.name}
      calm={calmSender}
      alarms={[alarm(unit, 'questionsOverdue'), alarm(unit, 'unreceived'), alarm(unit, 'askAgain')]}
    />
  ))
}
