import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: ReactNode
  children: ReactNode
  actions?: ReactNode
  /** `card`: on a surface of its own. */
  look?: 'card' | 'plain'
  level?: 2 | 3
}

/** A named part of a page. */
export function Section({ title, children, actions, look = 'card', level = 2 }: SectionProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={look === 'card' ? 'card section' : 'section'} aria-labelledby={id}>
      <div className="section-head">
        <Heading id={id}>{title}</Heading>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
