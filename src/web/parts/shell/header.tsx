import { IconBell, IconBellFilled } from '@tabler/icons-react'
import type { Session } from '../../session.ts'
import { Link } from '../../ui/link.tsx'
import { useWords } from '../../words/language.tsx'
import { Brand } from './brand.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { MainNavigation } from './main-navigation.tsx'
import { PersonButton } from './person-button.tsx'
import { SearchBox } from './search-box.tsx'

export function Header({ session }: { session: Session | null }) {
  return (
    <header className="bar">
      <div className="bar-inner">
        <Brand />
        {session && <MainNavigation can={session.can} />}
        <div className="bar-tools">
          {session && (session.can.flag || session.can.handle) && <SearchBox />}
          {session && <Bell unread={session.unreadNotices} />}
          <LanguageSwitch />
          {session && <PersonButton session={session} />}
        </div>
      </div>
    </header>
  )
}

function Bell({ unread }: { unread: number }) {
  const { shell } = useWords()
  const Icon = unread > 0 ? IconBellFilled : IconBell
  return (
    <Link to="/notiser" look="plain" className="bar-tool bell" label={shell.notices(unread)}>
      <Icon className="icon" aria-hidden />
      {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}
