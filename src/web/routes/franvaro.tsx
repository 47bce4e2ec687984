import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { AbsenceList } from '../parts/administration/absence-list.tsx'
import { useSession } from '../session.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useLanguage } from '../words/language.tsx'

export const Route = createFileRoute('/franvaro')({ component: AbsencePage })

/** One's own absence, and for a manager that of the people in the units. */
function AbsencePage() {
  const { words } = useLanguage()
  const { absence } = words.people
  const { personId, name, can } = useSession()
  const { data, error } = useQuery(trpc.absences.list.queryOptions())
  if (error && !data) throw error
  return (
    <div className="page-narrow">
      <PageHeader tab={absence.tab} title={absence.title}>
        <p>{absence.lead}</p>
      </PageHeader>
      <div className="stack-l">
        {!data && <Skeleton lines={4} />}
        {data && (
          <Section title={absence.own}>
            <AbsenceList person={{ personId, name }} absences={data.own} today={data.today} none={absence.here} />
          </Section>
        )}
        {data && can.manage && (
          <Section title={absence.colleagues}>
            {data.colleagues.length === 0 && <p className="muted">{absence.noColleagues}</p>}
            {data.colleagues.map((colleague) => (
              <Section
                key={colleague.personId}
                look="plain"
                level={3}
                title={`${colleague.name}, ${colleague.unitNames.join(', ')}`}
              >
                <AbsenceList person={colleague} absences={colleague.absences} today={data.today} none={absence.here} />
              </Section>
            ))}
          </Section>
        )}
      </div>
    </div>
  )
}
