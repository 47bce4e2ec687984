import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLanguage } from '../../words/language.tsx'

/** By the reader's own clock: no rule rests on it. */
const now = () => new Date().toISOString()

/** On paper alone, on every page: who printed it and when. A print-out that is left lying tells whose it is. */
export function PrintMark({ name }: { name: string }) {
  const { words, format } = useLanguage()
  const [at, setAt] = useState(now)
  useEffect(() => {
    const note = () => flushSync(() => setAt(now())) // the paper is drawn as soon as this returns
    addEventListener('beforeprint', note)
    return () => removeEventListener('beforeprint', note)
  }, [])
  return <p className="print-only print-mark">{words.shell.printedBy(name, format.dayAndTime(at))}</p>
}
