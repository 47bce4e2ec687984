import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: Icon
  title: string
  children?: ReactNode
  action?: ReactNode
}

/** Nothing here, and why that is fine or what to do about it. */
export function EmptyState({ icon: Mark, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <Mark className="empty-icon" aria-hidden />
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
      {action}
    </div>
  )
}
