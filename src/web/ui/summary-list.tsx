import type { ReactNode } from 'react'

interface Item {
  term: string
  detail: ReactNode
  action?: ReactNode
}

/** Facts: what it is, and what it says. Items without a detail are left out by the caller, or worded ("Ej angivet"). */
export function SummaryList({ items, look = 'rows' }: { items: readonly Item[]; look?: 'rows' | 'grid' }) {
  return (
    <dl className={`facts facts-${look}`}>
      {items.map(({ term, detail, action }) => (
        <div key={term} className="fact">
          <dt>{term}</dt>
          <dd className="fact-detail">{detail}</dd>
          {action && <dd className="fact-action">{action}</dd>}
        </div>
      ))}
    </dl>
  )
}
