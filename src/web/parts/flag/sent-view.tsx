import { useCallback } from 'react'
import type { SenderUpdate, SentReferral } from '../../../domain/confidentiality.ts'
import { client } from '../../api.ts'
import { Badge } from '../../ui/badge.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { type Happening, Timeline } from '../../ui/timeline.tsx'
import type { Format } from '../../words/format.ts'
import { useLanguage } from '../../words/language.tsx'
import type { Words } from '../../words/sv.ts'
import { childLabel } from '../child-label.ts'
import { PrintButton } from '../print-button.tsx'
import { ReferralContent } from '../referral-content.tsx'
import { SenderActions } from './sender-actions.tsx'
import { telephone } from './telephone.ts'

/** The sender's page: what was sent, the five things that may be heard, and what may be added (DOMAIN §7). */
export function SentView({ referral }: { referral: SentReferral }) {
  const { words, format } = useLanguage()
  const { one, receipt, content } = words.flag
  const { reference, track, nature, child, receiver, sender, sentAt } = referral
  const kind = track === 'B' ? 'support' : nature
  const logPrint = useCallback(() => client.flags.print.mutate({ reference }), [reference])
  return (
    <>
      <PageHeader
        tab={`${one.tab} ${reference}`}
        back={{ to: '/mina-flaggor', label: one.back }}
        eyebrow={reference}
        title={childLabel(child, words, format)}
        chips={
          <>
            <Badge look="brand">
              {receipt.kind[kind]} · {receipt.kindLaw[kind]}
            </Badge>
            <span className="muted">{one.sentTo(receiver.name)}</span>
          </>
        }
        actions={<PrintButton log={logPrint} />}
      />
      <div className="page-split sent-split">
        <SenderActions referral={referral} />
        <aside className="page-side stack" aria-label={one.story}>
          <Section title={one.story}>
            <Timeline label={one.story} happenings={storyOf(referral, words, format)} />
          </Section>
          <Section title={one.contact}>
            <SummaryList
              items={[
                { term: one.contact, detail: `${receiver.name}\n${receiver.boardName}` },
                { term: one.phone, detail: <a href={telephone(receiver.phone)}>{receiver.phone}</a> },
              ]}
            />
            <p className="muted">{one.limits}</p>
          </Section>
        </aside>
        <Section title={content.title}>
          <p className="muted">
            {receipt.sentAt(format.dayAndTime(sentAt), `${sender.unit.name} (${sender.person.name})`)}
          </p>
          <ReferralContent content={referral.content} side="sender" />
        </Section>
      </div>
    </>
  )
}

/** Everything that has happened in the sender's sight, the latest first. */
function storyOf(referral: SentReferral, words: Words, format: Format): Happening[] {
  const { one } = words.flag
  const sent: Happening = {
    id: 'sent',
    at: referral.sentAt,
    title: one.sent,
    by: `${referral.sender.person.name}, ${referral.sender.unit.name}`,
    tone: 'neutral',
  }
  const supplements = referral.supplements.map(
    ({ id, at, authorName, text, answersQuestion }): Happening => ({
      id,
      at,
      title: answersQuestion ? one.answered : one.supplement,
      by: authorName,
      children: <p className="pre">{text}</p>,
    }),
  )
  const updates = referral.updates.map((update) => happeningOf(update, words, format))
  return [sent, ...supplements, ...updates].sort((a, b) => (a.at < b.at ? 1 : -1))
}

function happeningOf(update: SenderUpdate, words: Words, format: Format): Happening {
  const { one, feedback } = words.flag
  const { id, at } = update
  switch (update.kind) {
    case 'received':
      return { id, at, title: one.received, tone: 'info' }
    case 'feedback':
      return { id, at, title: one.feedback, tone: 'success', children: <p>{feedback[update.value]}.</p> }
    case 'feedback_refused':
      return { id, at, title: one.feedbackRefused, children: <p>{one.feedbackRefusedText}</p> }
    case 'question':
      return {
        id,
        at,
        title: `${one.question}: ${one.codes[update.question]}`,
        tone: 'warn',
        children: (
          <>
            <p className="pre">{update.text}</p>
            <p className="muted">{one.answerBy(format.day(update.answerBy))}</p>
          </>
        ),
      }
    case 'meeting':
      return { id, at, title: one.meeting, tone: 'info', children: <p>{one.meetingText}</p> }
  }
}
