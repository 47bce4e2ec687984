import { lazy, Suspense, useState } from 'react'
import type { ReferralPage } from '../../../domain/confidentiality.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { useLanguage } from '../../words/language.tsx'

const MarkDialog = lazy(() => import('./mark-dialog.tsx'))

/** Who may read the referral, how its mark has changed, and the way to change it. Read in an emergency, only the first two. */
export function ProtectionPanel({ page }: { page: ReferralPage }) {
  const { words, format } = useLanguage()
  const said = words.protectedPersons.panel
  const { protections } = words.referral
  const [isOpen, setIsOpen] = useState(false)
  const { named, protectionChanges, protection, reference, ground } = page
  return (
    <Section title={said.title}>
      <p>{protections[protection]}</p>
      {named.length > 0 && (
        <>
          <h3 className="panel-under">{said.named}</h3>
          <p>{format.list(named.map(({ name }) => name))}</p>
        </>
      )}
      {protectionChanges.length > 0 && (
        <>
          <h3 className="panel-under">{said.changes}</h3>
          <ul className="protection-changes">
            {protectionChanges.map((change) => (
              <li key={`${change.at} ${change.to}`}>
                <strong>{said.changed(protections[change.from], protections[change.to])}</strong>
                <span className="inbox-under">
                  {said.by(change.byName, format.dayAndTime(change.at))}.{' '}
                  {words.protectedPersons.markForm.sources[change.source]}
                </span>
                {change.blanked.length > 0 && (
                  <span className="inbox-under">
                    {said.blanked(format.list(change.blanked.map((field) => said.fields[field] ?? said.otherField)))}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {ground !== 'break_glass' && (
        <Button size="small" onPress={() => setIsOpen(true)}>
          {protection === 'none' ? said.mark : said.change}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <MarkDialog reference={reference} level={protection} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </Section>
  )
}
