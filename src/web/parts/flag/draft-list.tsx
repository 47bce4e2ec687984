import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { useLanguage } from '../../words/language.tsx'
import type { DraftLine } from './answers.ts'
import { draftsQuery } from './queries.ts'

const RemoveDialog = lazy(() => import('./remove-draft-dialog.tsx'))

/** What is begun and not sent. A concern may not lie in a drawer: after a day it is an alarm (SoL 19:1). */
export function DraftList() {
  const { words, format } = useLanguage()
  const { mine } = words.flag
  const { data: drafts = [] } = useQuery(draftsQuery)
  const [removing, setRemoving] = useState<DraftLine | null>(null)
  const overdue = drafts.filter((draft) => draft.overdue).length
  if (drafts.length === 0) return null

  const nameOf = ({ clientName, children }: DraftLine) => mine.draftOf(clientName ?? mine.draftNameless, children)
  return (
    <Section title={mine.drafts}>
      {overdue > 0 && (
        <Alert tone="danger" title={mine.overdueTitle(overdue)}>
          {mine.overdueText}
        </Alert>
      )}
      <ul className="draft-list">
        {drafts.map((draft) => (
          <li key={draft.id} className="draft-line">
            <span className="draft-words">
              <Link to={`/flagga/${draft.id}`}>{nameOf(draft)}</Link>
              <span className="muted">{mine.draftSaved(format.dayAndTime(draft.savedAt))}</span>
            </span>
            {draft.overdue && <Status tone="danger">{mine.overdueChip}</Status>}
            <Button
              look="quiet"
              icon={IconTrash}
              label={mine.removeDraftOf(nameOf(draft))}
              onPress={() => setRemoving(draft)}
            />
          </li>
        ))}
      </ul>
      {removing && (
        <Suspense>
          <RemoveDialog draft={removing} onClose={() => setRemoving(null)} />
        </Suspense>
      )}
    </Section>
  )
}
