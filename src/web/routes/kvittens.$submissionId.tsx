import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { childLabel } from '../parts/child-label.ts'
import type { Receipt } from '../parts/flag/answers.ts'
import { receiptQuery } from '../parts/flag/queries.ts'
import { telephone } from '../parts/flag/telephone.ts'
import { Alert } from '../ui/alert.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useLanguage } from '../words/language.tsx'

export const Route = createFileRoute('/kvittens/$submissionId')({ component: ReceiptPage })

function ReceiptPage() {
  const { submissionId } = Route.useParams()
  const { words, format } = useLanguage()
  const { receipt: said, form } = words.flag
  const { data: receipt, error } = useQuery(receiptQuery(submissionId))
  if (error) throw error
  if (!receipt) {
    return (
      <div className="page-narrow">
        <PageHeader tab={said.tab} title={said.tab} />
        <Skeleton lines={6} />
      </div>
    )
  }
  const { referrals, notes, sender, sentAt } = receipt
  const urgent = referrals.find(({ acute }) => acute)
  return (
    <div className="receipt">
      <PageHeader
        tab={said.tab}
        title={said.title(referrals.length)}
        eyebrow={said.sentAt(format.dayAndTime(sentAt), sender.unitName)}
        actions={
          <Button icon={IconPrinter} onPress={() => print()}>
            {words.common.print}
          </Button>
        }
      />
      <div className="page-split">
        <div className="stack-l">
          {urgent && (
            <Alert tone="danger" title={said.urgentTitle}>
              <p>{said.urgentText}</p>
              <ul className="call-list">
                {[urgent.receiver, urgent.outOfHours].map(
                  (place) =>
                    place && (
                      <li key={place.name}>
                        {place.name}: <a href={telephone(place.phone)}>{place.phone}</a>
                      </li>
                    ),
                )}
              </ul>
              <p>{form.callFirst.danger}</p>
            </Alert>
          )}
          {referrals.length > 0 && (
            <Section title={said.referrals}>
              {referrals.map((referral) => (
                <SentOne key={referral.reference} referral={referral} />
              ))}
              <p className="muted">{said.keep}</p>
            </Section>
          )}
          {notes.length > 0 && (
            <Section title={said.notes}>
              <p>{said.notesText}</p>
              <ul>
                {notes.map(({ child, askAgainOn }) => (
                  <li key={`${child.givenName}-${child.familyName}-${child.expectedOn}-${askAgainOn}`}>
                    {childLabel(child, words, format)}: {said.askAgain(format.day(askAgainOn))}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <div className="actions">
            <Link to="/mina-flaggor" look="primary">
              {said.toMine}
            </Link>
            <Link to="/flagga" look="quiet">
              {said.another}
            </Link>
          </div>
        </div>
        {referrals.length > 0 && (
          <aside className="page-side" aria-label={said.told}>
            <WhatIsTold />
          </aside>
        )}
      </div>
    </div>
  )
}

function SentOne({ referral }: { referral: Receipt['referrals'][number] }) {
  const { words, format } = useLanguage()
  const { receipt: said } = words.flag
  const { reference, track, child, nature, receiver, answerBy, feedbackWanted } = referral
  const kind = track === 'B' ? 'support' : nature
  return (
    <article className="receipt-one">
      <div className="child-head">
        <h3>{childLabel(child, words, format)}</h3>
        <Badge look="brand">
          {said.kind[kind]} · {said.kindLaw[kind]}
        </Badge>
      </div>
      <p>
        {said.reference}:{' '}
        <Link to={`/mina-flaggor/${reference}`} className="mono">
          {reference}
        </Link>
        <br />
        {said.to}: {receiver.name}, {receiver.boardName}
      </p>
      <h4>{said.next}</h4>
      <ol className="receipt-next">
        <li>{said.receiptBy(format.day(answerBy.receiptBy))}</li>
        {track === 'A' && <li>{said.protectionA}</li>}
        {answerBy.decisionBy && <li>{said.decisionBy(format.day(answerBy.decisionBy))}</li>}
        {track === 'B' && <li>{said.supportNext}</li>}
        {track === 'A' && answerBy.feedbackBy && <li>{said.feedbackBy(format.day(answerBy.feedbackBy))}</li>}
        {track === 'A' && !feedbackWanted && <li>{said.noFeedback}</li>}
      </ol>
    </article>
  )
}

/** Plain words about the border, before anyone wonders why nobody answers. */
function WhatIsTold() {
  const { receipt: said } = useLanguage().words.flag
  return (
    <Section title={said.told}>
      <ul>
        {said.toldItems.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <h3>{said.notTold}</h3>
      <ul>
        {said.notToldItems.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className="muted">{said.why}</p>
    </Section>
  )
}
