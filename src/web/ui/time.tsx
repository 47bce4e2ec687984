import { useFormat } from '../words/language.tsx'

/** A day or an instant, written for the reader and marked for machines. */
export function Time({ at, withClock = false }: { at: string; withClock?: boolean }) {
  const format = useFormat()
  return <time dateTime={at}>{withClock ? format.dayAndTime(at) : format.day(at)}</time>
}
