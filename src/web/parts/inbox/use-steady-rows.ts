import { useEffect, useRef, useState } from 'react'
import type { InboxRow } from '../../../domain/confidentiality.ts'

const stillMs = 6_000

/** True while the person is pointing or moving about in the list, and for a little while after. */
export function useIsBusyIn(list: HTMLElement | null): [isBusy: boolean, release: () => void] {
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => {
    if (!list) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const release = () => setIsBusy(false)
    const touch = () => {
      setIsBusy(true)
      clearTimeout(timer)
      timer = setTimeout(release, stillMs)
    }
    list.addEventListener('pointermove', touch)
    list.addEventListener('keydown', touch)
    list.addEventListener('pointerleave', release)
    return () => {
      clearTimeout(timer)
      list.removeEventListener('pointermove', touch)
      list.removeEventListener('keydown', touch)
      list.removeEventListener('pointerleave', release)
    }
  }, [list])
  return [isBusy, () => setIsBusy(false)]
}

/**
 * The rows as they may be shown: while `isHeld` none is put in, taken out or moved under the pointer, though what each
 * says is fresh. `waiting` counts those that are kept back.
 */
export function useSteadyRows(rows: readonly InboxRow[], isHeld: boolean) {
  const [placed, setPlaced] = useState(rows)
  if (!isHeld && placed !== rows) setPlaced(rows)
  if (!isHeld) return { shown: rows, waiting: 0 }

  const fresh = new Map(rows.map((row) => [row.reference, row]))
  const there = new Set(placed.map(({ reference }) => reference))
  return {
    shown: placed.map((row) => fresh.get(row.reference) ?? row),
    waiting: rows.filter(({ reference }) => !there.has(reference)).length,
  }
}

const referencesOf = (rows: readonly InboxRow[]) => rows.map(({ reference }) => reference)

/** The references that have come since the list was first shown. Asking for more of the list brings no news. */
export function useArrivals({ rows, pages }: { rows: readonly InboxRow[]; pages: number }): ReadonlySet<string> {
  const [seen, setSeen] = useState({ rows, pages, known: new Set(referencesOf(rows)), fresh: new Set<string>() })
  if (seen.rows === rows) return seen.fresh

  const came = referencesOf(rows).filter((reference) => !seen.known.has(reference))
  const fresh = seen.pages === pages && came.length > 0 ? new Set([...seen.fresh, ...came]) : seen.fresh
  setSeen({ rows, pages, known: new Set([...seen.known, ...came]), fresh })
  return fresh
}

/** Says politely how many have come, each time that some do. */
export function useVoiceFor(arrivals: ReadonlySet<string>, say: (count: number) => void) {
  const said = useRef(0)
  useEffect(() => {
    if (arrivals.size > said.current) say(arrivals.size - said.current)
    said.current = arrivals.size
  }, [arrivals, say])
}
