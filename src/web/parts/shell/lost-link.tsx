/** The mark with its rings apart: the picture on pages where something is missing. */
export function LostLink() {
  return (
    <svg className="lost-link" viewBox="0 0 160 72" aria-hidden="true">
      <path className="mark-large" d="M50 14a26 26 0 1 0 6 42" />
      <path className="lost-link-path" d="M68 40c10-14 22 12 34-4" />
      <circle className="mark-small" cx="126" cy="36" r="14" />
    </svg>
  )
}
