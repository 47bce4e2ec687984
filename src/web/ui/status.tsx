import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Tone, toneIcons } from './tone.ts'

interface StatusProps {
  tone?: Tone
  icon?: Icon
  children: ReactNode
  size?: 'medium' | 'large'
}

/** Where something stands: icon, word and colour together. */
export function Status({ tone = 'neutral', icon, children, size = 'medium' }: StatusProps) {
  const Mark = icon ?? toneIcons[tone]
  return (
    <span className={`status status-${tone} status-${size}`}>
      <Mark className="icon" aria-hidden />
      <span>{children}</span>
    </span>
  )
}
