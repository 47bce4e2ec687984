import type { ReactNode } from 'react'

/** A small label or number that says what kind of thing this is. Not for statuses: those have an icon. */
export function Badge({ children, look = 'plain' }: { children: ReactNode; look?: 'plain' | 'brand' | 'count' }) {
  return <span className={`badge badge-${look}`}>{children}</span>
}
