import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../words/language.tsx'
import { Link } from './link.tsx'

interface PageHeaderProps {
  /** The heading on the page: may name the child, the tab may not. */
  title: ReactNode
  /** The browser tab, its history and the head of a print-out: never a person. */
  tab: string
  back?: { to: string; label: string }
  /** Small words above the heading: the reference, the kind of matter. */
  eyebrow?: ReactNode
  /** Status and due chips. */
  chips?: ReactNode
  children?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, tab, back, eyebrow, chips, children, actions }: PageHeaderProps) {
  const { common } = useWords()
  useEffect(() => {
    document.title = `${tab} – ${common.product}`
  }, [tab, common.product])

  return (
    <header className="page-head">
      {back && (
        <Link to={back.to} icon={IconArrowLeft} className="page-back">
          {back.label}
        </Link>
      )}
      <div className="page-head-row">
        <div className="page-head-words">
          {eyebrow && <p className="eyebrow">{eyebrow}</p>}
          <h1 tabIndex={-1}>{title}</h1>
          {chips && <div className="chips">{chips}</div>}
          {children && <div className="page-lead">{children}</div>}
        </div>
        {actions && <div className="actions page-head-actions">{actions}</div>}
      </div>
    </header>
  )
}
