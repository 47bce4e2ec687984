import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { AbsenceList } from '../parts/administration/absence-list.tsx'
import { PersonDeputies } from '../parts/administration/person-deputies.tsx'
import { PersonFacts } from '../parts/administration/person-facts.tsx'
import { PersonRoles } from '../parts/administration/person-roles.tsx'
import { Alert } from '../ui/alert.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/administration/personal/$personId')({ component: StaffMemberPage })

/** What one person is here, was and will be; and everything about it that an administrator may change. */
function StaffMemberPage() {
  const { page } = useWords().people
  const { personId } = Route.useParams()
  const { data: person, error } = useQuery(trpc.people.get.queryOptions({ personId }))
  const { data: choices } = useQuery(trpc.people.choices.queryOptions())
  if (error && !person) throw error
  const back = { to: '/administration/personal', label: page.back }
  if (!person || !choices) {
    return (
      <>
        <PageHeader tab={page.tab} title={page.tab} back={back} />
        <Skeleton lines={8} />
      </>
    )
  }
  const mayChange = !person.isOneself
  return (
    <>
      <PageHeader tab={page.tab} title={person.name} eyebrow={person.title} back={back} />
      <div className="stack-l">
        {person.isOneself && <Alert tone="info">{page.self}</Alert>}
        {!person.isActive && <Alert tone="warn">{page.left}</Alert>}
        <PersonFacts person={person} mayChange={mayChange} />
        <PersonRoles person={person} units={choices.units} mayChange={mayChange} />
        <PersonDeputies person={person} deputies={choices.deputies} mayChange={mayChange} />
        <Section title={page.absences}>
          <AbsenceList
            person={{ personId: person.id, name: person.name }}
            absences={person.absences}
            today={person.today}
            none={page.noAbsences}
          />
        </Section>
      </div>
    </>
  )
}
