import {
  type Icon,
  IconArrowsJoin,
  IconCalendarPlus,
  IconCircleX,
  IconFolderOpen,
  IconHeartHandshake,
  IconHelpCircle,
  IconInbox,
  IconMailbox,
  IconMessageCheck,
  IconMessagePlus,
  IconShieldCheck,
  IconTransfer,
  IconUserCheck,
} from '@tabler/icons-react'
import type { DisclosedEvent, ReferralPage } from '../../../domain/confidentiality.ts'
import type { EventKind } from '../../../domain/lifecycle.ts'
import { Badge } from '../../ui/badge.tsx'
import { Section } from '../../ui/section.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useLanguage } from '../../words/language.tsx'
import { toldIn } from './told.ts'

const faces: Partial<Record<EventKind, { tone?: Tone; icon: Icon }>> = {
  sent: { tone: 'info', icon: IconMailbox },
  received: { tone: 'info', icon: IconInbox },
  assigned: { icon: IconUserCheck },
  protection_assessed: { tone: 'success', icon: IconShieldCheck },
  information_asked: { tone: 'warn', icon: IconHelpCircle },
  supplemented: { tone: 'info', icon: IconMessagePlus },
  extended: { tone: 'warn', icon: IconCalendarPlus },
  inquiry_opened: { tone: 'success', icon: IconFolderOpen },
  inquiry_declined: { icon: IconCircleX },
  joined: { tone: 'success', icon: IconArrowsJoin },
  transferred: { icon: IconTransfer },
  support_offered: { tone: 'info', icon: IconHeartHandshake },
  support_accepted: { tone: 'success', icon: IconHeartHandshake },
  support_declined: { icon: IconCircleX },
  feedback_requested: { tone: 'info', icon: IconHelpCircle },
  feedback_given: { tone: 'success', icon: IconMessageCheck },
  feedback_refused: { icon: IconCircleX },
}

/** Everything that has happened, newest first: who, from where, with what right, on what ground, and what they wrote. */
export function Story({ page }: { page: ReferralPage }) {
  const { words } = useLanguage()
  const { story } = words.referral
  const newestFirst = page.events.toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <Section title={story.title}>
      <Timeline
        label={story.label}
        happenings={newestFirst.map((event) => ({
          id: event.id,
          at: event.at,
          title: words.steps.events[event.kind],
          by: <Actor actor={event.actor} />,
          ...faces[event.kind],
          children: <Told event={event} page={page} />,
        }))}
      />
    </Section>
  )
}

function Actor({ actor }: Pick<DisclosedEvent, 'actor'>) {
  const { shell, referral } = useLanguage().words
  const role = shell.roles[actor.role]
  const title = actor.title && actor.title.toLowerCase() !== role.toLowerCase() ? `${actor.title}, ${role}` : role
  return (
    <>
      {actor.name}, {actor.unitName} ({title}
      {actor.qualified && `, ${referral.story.qualified}`})
    </>
  )
}

function Told({ event, page }: { event: DisclosedEvent; page: ReferralPage }) {
  const { words, format } = useLanguage()
  const { details, legalBasis } = event
  const told = details ? toldIn(details, page, words, format) : []
  const supplement = details && !('step' in details) ? details : null
  if (told.length === 0 && !supplement && !legalBasis) return null
  return (
    <div className="story-told">
      {legalBasis && <Badge>{legalBasis}</Badge>}
      {supplement && (
        <>
          {supplement.answersQuestion && <p className="muted">{words.referral.story.answersQuestion}</p>}
          <p className="story-text">{supplement.text}</p>
        </>
      )}
      {told.length > 0 && <SummaryList items={told} />}
    </div>
  )
}
