import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat } from '../words/language.tsx'
import { type Tone, toneIcons } from './tone.ts'

export interface Happening {
  id: string
  /** An instant. */
  at: string
  title: ReactNode
  /** Who did it, and from which unit. */
  by?: ReactNode
  tone?: Tone
  icon?: Icon
  children?: ReactNode
}

/** What has happened, one thing after another. */
export function Timeline({ label, happenings }: { label: string; happenings: readonly Happening[] }) {
  const format = useFormat()
  return (
    <ol className="timeline" aria-label={label}>
      {happenings.map(({ id, at, title, by, tone = 'neutral', icon, children }) => {
        const Mark = icon ?? toneIcons[tone]
        return (
          <li key={id} className={`happening happening-${tone}`}>
            <Mark className="icon happening-icon" aria-hidden />
            <p className="happening-title">{title}</p>
            <p className="happening-meta">
              <time dateTime={at}>{format.dayAndTime(at)}</time>
              {by && <> · {by}</>}
            </p>
            {children && <div className="happening-body">{children}</div>}
          </li>
        )
      })}
    </ol>
  )
}
