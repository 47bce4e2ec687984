import type { ReactNode } from 'react'
import { type Tone, toneIcons } from './tone.ts'

interface AlertProps {
  tone: Exclude<Tone, 'neutral'>
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Read aloud at once: for what appears after the person did something. */
  isUrgent?: boolean
}

export function Alert({ tone, title, children, actions, isUrgent = false }: AlertProps) {
  const Mark = toneIcons[tone]
  return (
    <div className={`alert alert-${tone}`} role={isUrgent ? 'alert' : undefined}>
      <Mark className="icon alert-icon" aria-hidden />
      <div className="alert-body">
        {title && <p className="alert-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="actions">{actions}</div>}
      </div>
    </div>
  )
}
