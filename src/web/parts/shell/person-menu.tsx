import { IconCalendarOff, IconDeviceDesktop, IconDevices, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Session, signOut, usePersonsLanguage } from '../../session.ts'
import { Menu } from '../../ui/menu.tsx'
import { useLanguage } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { chooseScheme, schemeChoice, schemeChoices } from '../scheme.ts'

const schemeIcons = { system: IconDeviceDesktop, light: IconSun, dark: IconMoon }
const languages = ['sv', 'en'] as const

export default function PersonMenu({ session, face }: { session: Session; face: ReactNode }) {
  const { words, language } = useLanguage()
  const chooseLanguage = usePersonsLanguage()
  const navigate = useNavigate()
  const scheme = schemeChoice.use()
  const { person } = words.shell
  const leave = () => signOut().catch(() => announce(words.errors.offline))

  return (
    <Menu
      label={session.name}
      face={face}
      className="bar-tool person-button"
      isOpenFromStart
      sections={[
        {
          id: 'scheme',
          title: person.scheme,
          selected: scheme,
          items: schemeChoices.map((id) => ({
            id,
            label: person[id],
            icon: schemeIcons[id],
            onAction: () => chooseScheme(id),
          })),
        },
        {
          id: 'language',
          title: person.language,
          selected: language,
          items: languages.map((id) => ({
            id,
            label: words.shell.languages[id],
            lang: id,
            onAction: () => chooseLanguage(id),
          })),
        },
        {
          id: 'leave',
          items: [
            {
              id: 'sign-ins',
              label: person.signIns,
              icon: IconDevices,
              onAction: () => void navigate({ to: '/mina-inloggningar' }),
            },
            {
              id: 'absence',
              label: person.absence,
              icon: IconCalendarOff,
              onAction: () => void navigate({ to: '/franvaro' }),
            },
            { id: 'sign-out', label: person.signOut, icon: IconLogout, onAction: leave },
          ],
        },
      ]}
    />
  )
}
