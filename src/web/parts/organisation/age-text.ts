/** Full years; null when nothing is written; undefined when it cannot be read. */
export function readAge(text: string): number | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d{1,3}$/.test(typed) ? Number(typed) : undefined
}
