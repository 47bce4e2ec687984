import type { Icon } from '@tabler/icons-react'
import { Link as RouterLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface LinkProps {
  /** A path of ours, with its parameters filled in. Never holds a name or a number of a person. */
  to: string
  children: ReactNode
  look?: 'text' | 'primary' | 'secondary' | 'quiet' | 'plain'
  size?: 'small' | 'medium' | 'large'
  icon?: Icon
  className?: string
  label?: string
}

function classOf({ look = 'text', size = 'medium', className }: Pick<LinkProps, 'look' | 'size' | 'className'>) {
  const own = look === 'text' ? 'link' : look === 'plain' ? '' : `button button-${look} button-${size}`
  return className ? `${own} ${className}`.trim() : own || undefined
}

/** A link within the service; looks like text or, where it starts something, like a button. */
export function Link({ to, children, icon: Mark, label, ...look }: LinkProps) {
  return (
    <RouterLink to={to} className={classOf(look)} aria-label={label}>
      {Mark && <Mark className="icon" aria-hidden />}
      {children}
    </RouterLink>
  )
}
