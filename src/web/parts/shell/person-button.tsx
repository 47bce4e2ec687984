import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Session } from '../../session.ts'
import { useWords } from '../../words/language.tsx'
import { initialsOf } from '../initials.ts'

const load = () => import('./person-menu.tsx')
const PersonMenu = lazy(load)

/** The person's button. Its menu is heavy and seldom opened, so it is fetched when it is reached for. */
export function PersonButton({ session }: { session: Session }) {
  const [isWanted, setIsWanted] = useState(false)
  const face = <PersonFace name={session.name} />
  const button = (
    <button
      type="button"
      className="bar-tool person-button"
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setIsWanted(true)}
    >
      {face}
    </button>
  )
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <PersonMenu session={session} face={face} />
    </Suspense>
  )
}

function PersonFace({ name }: { name: string }) {
  const { shell } = useWords()
  return (
    <>
      <span className="initials" aria-hidden>
        {initialsOf(name)}
      </span>
      <span className="person-name">
        {name}
        <span className="sr-only">, {shell.person.menu}</span>
      </span>
      <IconChevronDown className="icon person-arrow" aria-hidden />
    </>
  )
}
