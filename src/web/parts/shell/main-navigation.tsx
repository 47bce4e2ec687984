import { Link } from '@tanstack/react-router'
import type { Session } from '../../session.ts'
import { useWords } from '../../words/language.tsx'

/** What the person's work holds. The server says what that is (`can`). */
export function MainNavigation({ can }: Pick<Session, 'can'>) {
  const { shell } = useWords()
  const places = [
    { to: '/', word: shell.nav.start, open: true },
    { to: '/inkorg', word: shell.nav.inbox, open: can.handle },
    { to: '/flagga', word: shell.nav.flag, open: can.flag },
    { to: '/mina-flaggor', word: shell.nav.myFlags, open: can.flag },
    { to: '/chef', word: shell.nav.manager, open: can.manage },
    { to: '/administration', word: shell.nav.administration, open: can.administer },
    { to: '/granskning', word: shell.nav.review, open: can.review },
  ]
  return (
    <nav className="bar-nav" aria-label={shell.mainNavigation}>
      <ul>
        {places
          .filter(({ open }) => open)
          .map(({ to, word }) => (
            <li key={to}>
              <Link to={to} className="bar-link" activeOptions={{ exact: to === '/' }}>
                {word}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
