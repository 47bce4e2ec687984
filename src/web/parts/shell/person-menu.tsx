import { IconCalendarOff, IconDeviceDesktop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Session, signOut, usePersonsLanguage } from '../../session.ts'
import { Menu } from '../../ui/menu.tsx'
import { useLanguage } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { problemOf, sentenceFor } from '../problem.ts'
import { chooseScheme, schemeChoice, schemeChoices } from '../scheme.ts'

const schemeIcons = { system: IconDeviceDesktop, light: IconSun, dark: IconMoon }
const languages = ['sv', 'en'] as const

export default function PersonMenu({ session, face }: { session: Session; face: ReactNode }) {
  const { words, language } = useLanguage()
  const chooseLanguage = usePersonsLanguage()
  const scheme = schemeChoice.use()
  const { person } = words.shell
  const navigate = useNavigate()
  const leave = () => signOut().catch((error) => announce(sentenceFor(problemOf(error), words)))

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
