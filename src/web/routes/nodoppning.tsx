import { IconLockAccess } from '@tabler/icons-react'
import { createFileRoute } from '@tanstack/react-router'
import { EmergencyForm } from '../parts/emergency/emergency-form.tsx'
import { EmergencyList } from '../parts/emergency/emergency-list.tsx'
import { useSession } from '../session.ts'
import { Alert } from '../ui/alert.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/nodoppning')({ component: EmergencyPage })

/** The door for a child in danger whose referral is out of reach, and the list of what has gone through it. */
function EmergencyPage() {
  const said = useWords().emergency
  const { can } = useSession()
  return (
    <>
      <PageHeader tab={said.tab} title={said.title}>
        <p>{said.lead}</p>
      </PageHeader>
      <div className="stack-l">
        {can.breakGlass && (
          <>
            <Alert tone="warn" title={said.watched.title}>
              {said.watched.text}
            </Alert>
            <EmergencyForm />
          </>
        )}
        {!can.breakGlass && !can.manage && (
          <EmptyState icon={IconLockAccess} title={said.notYours.title}>
            {said.notYours.text}
          </EmptyState>
        )}
        {(can.breakGlass || can.manage) && <EmergencyList />}
      </div>
    </>
  )
}
