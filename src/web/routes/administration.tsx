import { IconLockAccess } from '@tabler/icons-react'
import { createFileRoute, Link, Outlet } from '@tanstack/react-router'
import { administrationSections } from '../parts/administration/sections.ts'
import { useSession } from '../session.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/administration')({ component: AdministrationLayout })

/** The administrator's pages: a menu of the parts, and the part. The server refuses everybody else, at every door. */
function AdministrationLayout() {
  const words = useWords()
  const { people } = words
  const { can } = useSession()
  if (!can.administer) {
    return (
      <>
        <PageHeader tab={people.administration} title={people.administration} />
        <EmptyState icon={IconLockAccess} title={people.closed.title}>
          {people.closed.text}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <nav className="section-nav no-print" aria-label={people.sections}>
        <ul>
          {administrationSections.map(({ to, word }) => (
            <li key={to}>
              <Link to={to} className="section-link">
                {word(words)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  )
}
