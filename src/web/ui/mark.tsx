/** Barnlänken's mark: a large open ring that holds a small whole one. */
export function Mark({ className = 'mark' }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true">
      <path className="mark-large" d="M19.6 7.4a9.6 9.6 0 1 0 2.3 15.3" />
      <circle className="mark-small" cx="22.4" cy="17.2" r="5.2" />
    </svg>
  )
}
