import { IconLockAccess, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { ProtectedCases } from '../parts/protected/protected-cases.tsx'
import { ReadLog } from '../parts/protected/read-log.tsx'
import { useSession } from '../session.ts'
import { Alert } from '../ui/alert.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/skyddade')({ component: ProtectedPage })

function ProtectedPage() {
  const said = useWords().protectedPersons
  const { can } = useSession()
  return (
    <>
      <PageHeader tab={said.tab} title={said.title}>
        <p>{said.lead}</p>
      </PageHeader>
      {can.manage ? (
        <Managed />
      ) : (
        <EmptyState icon={IconLockAccess} title={said.notManager.title}>
          {said.notManager.text}
        </EmptyState>
      )}
    </>
  )
}

/** Who waits for a name, who has one, and what has been read. */
function Managed() {
  const said = useWords().protectedPersons
  const { data: work, error } = useQuery(trpc.protectedPersons.work.queryOptions())
  if (error && !work) throw error
  if (!work) return <Skeleton lines={8} />
  const waiting = work.rows.filter(({ named, side, due }) => side === 'receiver' && named.length === 0 && due !== null)
  const rest = work.rows.filter((row) => !waiting.includes(row))
  return (
    <div className="stack-l">
      <Section title={said.waiting.title}>
        {waiting.length > 0 ? (
          <>
            <Alert tone="danger" title={said.waiting.alarm(waiting.length)}>
              {said.waiting.alarmText}
            </Alert>
            <ProtectedCases caption={said.waiting.title} rows={waiting} work={work} />
          </>
        ) : (
          <p>
            <IconShieldCheck className="icon" aria-hidden /> {said.waiting.none}
          </p>
        )}
      </Section>
      <Section title={said.all.title}>
        {rest.length > 0 ? (
          <ProtectedCases caption={said.all.title} rows={rest} work={work} />
        ) : (
          <p className="muted">{said.all.none}</p>
        )}
      </Section>
      <ReadLog />
    </div>
  )
}
