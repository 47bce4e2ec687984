import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface DisclosureProps {
  title: ReactNode
  children: ReactNode
  isOpenFromStart?: boolean
  look?: 'plain' | 'box'
}

/** The browser's own: found by its page search, and printed open. */
export function Disclosure({ title, children, isOpenFromStart = false, look = 'plain' }: DisclosureProps) {
  return (
    <details className={`disclosure disclosure-${look}`} open={isOpenFromStart}>
      <summary className="disclosure-title">
        <IconChevronRight className="icon disclosure-arrow" aria-hidden />
        {title}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
