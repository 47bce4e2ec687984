import { IconUser, IconUsers } from '@tabler/icons-react'
import type { ReferralPage, RelatedReferral } from '../../../domain/confidentiality.ts'
import { formatted } from '../../../domain/identity-number.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Time } from '../../ui/time.tsx'
import { useLanguage } from '../../words/language.tsx'
import { ProtectionPanel } from '../protected/protection-panel.tsx'
import { ReferralStatus } from '../referral-status.tsx'
import { childName } from './child-name.ts'

/** Who it is about, who sent it, and what the unit already has on the child and the siblings. */
export function ReferralSide({ page }: { page: ReferralPage }) {
  return (
    <aside className="referral-side stack" aria-label={useLanguage().words.referral.facts.label}>
      <ChildFacts page={page} />
      <SenderFacts page={page} />
      <ProtectionPanel page={page} />
      <Related related={page.related} />
    </aside>
  )
}

function ChildFacts({ page: { child, protection } }: { page: ReferralPage }) {
  const { words, format } = useLanguage()
  const { facts, protections } = words.referral
  const number = child.identityNumber && <span className="number">{formatted(child.identityNumber)}</span>
  const all = [
    { term: facts.name, detail: childName({ ...child, age: null }, words, format) },
    { term: facts.identityNumber, detail: number },
    { term: facts.birthDate, detail: child.birthDate && <Time at={child.birthDate} /> },
    { term: facts.expectedOn, detail: child.known === 'unborn' && child.expectedOn && <Time at={child.expectedOn} /> },
    { term: facts.age, detail: child.age !== null && words.referral.child.age(child.age) },
    { term: facts.protection, detail: protection !== 'none' && protections[protection] },
  ]
  return (
    <Section title={facts.title}>
      <SummaryList items={all.filter(({ detail }) => detail)} />
    </Section>
  )
}

function SenderFacts({ page }: { page: ReferralPage }) {
  const { words, format } = useLanguage()
  const { facts, natures, natureHints } = words.referral
  const { person, unit } = page.sender
  return (
    <Section title={facts.senderTitle}>
      <SummaryList
        items={[
          { term: facts.sender, detail: `${person.name}\n${person.title}` },
          { term: facts.senderUnit, detail: `${unit.name}\n${unit.boardName}` },
          { term: facts.phone, detail: <a href={`tel:${unit.phone.replaceAll(/[^+\d]/g, '')}`}>{unit.phone}</a> },
          { term: facts.nature, detail: `${natures[page.nature]}\n${natureHints[page.nature]}` },
          { term: facts.sentAt, detail: <Time at={page.sentAt} withClock /> },
          {
            term: facts.openedAt,
            detail: page.openedAt ? <Time at={page.openedAt} withClock /> : words.common.notGiven,
          },
          { term: facts.receiver, detail: page.receiver.name },
          { term: facts.feedback, detail: feedbackSaid(page, facts.feedbackStates, format.day) },
        ]}
      />
    </Section>
  )
}

function feedbackSaid(
  { feedback }: ReferralPage,
  said: ReturnType<typeof useLanguage>['words']['referral']['facts']['feedbackStates'],
  day: (at: string) => string,
): string {
  if (feedback.answeredAt) return said.answered(day(feedback.answeredAt))
  if (feedback.requestedAt) return said.requested(day(feedback.requestedAt))
  return feedback.wanted ? said.wanted : said.none
}

function Related({ related }: { related: readonly RelatedReferral[] }) {
  const { words, format } = useLanguage()
  const said = words.referral.related
  return (
    <Section title={said.title}>
      {related.length === 0 && <p className="muted">{said.none}</p>}
      {related.length > 0 && (
        <ul className="related">
          {related.map((other) => {
            const Mark = other.relation === 'sibling' ? IconUsers : IconUser
            return (
              <li key={other.reference} className="related-item">
                <Mark className="icon related-icon" aria-hidden />
                <div className="related-words">
                  <Link to={`/orosanmalan/${other.reference}`}>{childName(other.child, words, format)}</Link>
                  <p className="muted">
                    {other.relation === 'sibling' ? said.sibling : said.earlier} ·{' '}
                    <span className="number">{other.reference}</span>
                  </p>
                  <p className="muted">{said.from(other.senderUnitName, format.day(other.sentAt))}</p>
                  <ReferralStatus status={other.status} />
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
