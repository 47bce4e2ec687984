import { createFileRoute } from '@tanstack/react-router'
import { caseworkRoles, isChildUnitKind, type Membership, type Role } from '../../domain/organisation.ts'
import { HandlerPart } from '../parts/start/handler-part.tsx'
import { IntakePart } from '../parts/start/intake-part.tsx'
import { ManagerPart } from '../parts/start/manager-part.tsx'
import { NoticesPart } from '../parts/start/notices-part.tsx'
import { useSession } from '../session.ts'
import { Badge } from '../ui/badge.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/')({ component: StartPage })

/** The child units in whose list the person works, each once. A manager's own are told of as alarms instead. */
function intakesOf(memberships: readonly Membership[]): Membership[] {
  const worksIn = caseworkRoles.filter((role) => role !== 'unit_manager')
  const own = memberships.filter(
    ({ unitKind, role }) => isChildUnitKind(unitKind) && (worksIn as readonly Role[]).includes(role),
  )
  return own.filter(({ unitId }, place) => own.findIndex((other) => other.unitId === unitId) === place)
}

/** What needs me now. */
function StartPage() {
  const { start, shell } = useWords()
  const { name, memberships, can } = useSession()
  return (
    <>
      <PageHeader tab={start.tab} title={start.greeting(name.split(' ')[0] ?? name)}>
        {memberships.length === 0 ? (
          <p>{start.none}</p>
        ) : (
          <ul className="chips">
            {memberships.map(({ unitId, unitName, role }) => (
              <li key={`${unitId}-${role}`}>
                <Badge>
                  {unitName} · {shell.roles[role]}
                </Badge>
              </li>
            ))}
          </ul>
        )}
      </PageHeader>
      <div className="page-split">
        <div className="stack-l">
          {can.manage && <ManagerPart />}
          {intakesOf(memberships).map(({ unitId, unitName }) => (
            <IntakePart key={unitId} unitId={unitId} unitName={unitName} />
          ))}
          {can.flag && <HandlerPart />}
        </div>
        <div className="page-side">
          <NoticesPart />
        </div>
      </div>
    </>
  )
}
