import { useCallback, useEffect, useRef, useState } from 'react'
import type { FlagDraft } from '../../../domain/flag/draft.ts'
import { withoutRevealing } from '../../../domain/flag/protection.ts'
import { client } from '../../api.ts'
import { problemOf } from '../problem.ts'
import type { KeptDraft } from './answers.ts'

const waitMs = 800
const retryMs = 5_000

export type Saving =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** Tried again by itself. */
  | { kind: 'failed' }
  /** No use trying again until something changes. */
  | { kind: 'refused' }
  | { kind: 'conflict' }

interface DraftSaving {
  saving: Saving
  /** Saves what is not saved. False when that did not succeed. */
  flush: () => Promise<boolean>
  flushIfUnsaved: () => void
  isUnsaved: () => boolean
  hasConflict: () => boolean
  /** The draft has been sent or left: nothing more is saved. */
  stop: () => void
  resume: () => void
  /** The other tab's draft, to show instead. */
  loadNewer: () => Promise<FlagDraft>
  keepMine: () => Promise<void>
}

const fetchDraft = (id: string): Promise<KeptDraft> => client.drafts.get.query({ id })

/** What would be saved, the same text whatever the order of its keys. */
function asText(draft: FlagDraft): string {
  return JSON.stringify(withoutRevealing(draft).flag, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** Keeps the draft on the server, a moment after each change. Nothing is kept in the browser. */
export function useDraftSaving(id: string, draft: FlagDraft, kept: KeptDraft | null): DraftSaving {
  const [saving, setSaving] = useState<Saving>(kept ? { kind: 'saved', at: kept.savedAt } : { kind: 'untouched' })
  const latest = useRef(draft)
  const memory = useRef({
    version: kept?.version ?? 0,
    saved: asText(draft),
    isStopped: false,
    hasConflict: false,
    /** What was sent without an answer: it may have arrived. */
    unheard: new Set<string>(),
  })
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  latest.current = draft

  const isUnsaved = useCallback(() => !memory.current.isStopped && asText(latest.current) !== memory.current.saved, [])

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const content = withoutRevealing(latest.current).flag
    const text = asText(content)
    const saved = (at: string) => {
      setSaving({ kind: 'saved', at })
      return true
    }
    setSaving({ kind: 'saving' })
    try {
      const { version, savedAt }: { version: number; savedAt: string } = await client.drafts.save.mutate({
        id,
        version: memory.current.version,
        content,
      })
      memory.current.unheard.clear()
      memory.current = { ...memory.current, version, saved: text }
      return saved(savedAt)
    } catch (error) {
      const { kind } = problemOf(error)
      if (kind === 'stale') {
        const newer = await fetchDraft(id).catch(() => null)
        const theirs = newer && asText(newer.content)
        if (newer && theirs && memory.current.unheard.has(theirs)) {
          // The other one is this tab itself: the save before arrived, and its answer was lost.
          memory.current = { ...memory.current, version: newer.version, saved: theirs }
          return text === theirs ? saved(newer.savedAt) : saveOnce()
        }
        memory.current.isStopped = true
        memory.current.hasConflict = true
        setSaving({ kind: 'conflict' })
        return false
      }
      memory.current.unheard.add(text)
      const isPassing = kind === 'offline' || kind === 'unavailable' || kind === 'too-many' || kind === 'session-ended'
      setSaving({ kind: isPassing ? 'failed' : 'refused' })
      return false
    }
  }, [id])

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    while (running.current) await running.current // one save at a time, also when several wait for it
    if (!isUnsaved()) return !memory.current.isStopped
    running.current = saveOnce().finally(() => {
      running.current = null
    })
    return running.current
  }, [isUnsaved, saveOnce])

  const text = asText(draft)
  useEffect(() => {
    if (text === memory.current.saved) return
    timer.current = setTimeout(flush, waitMs)
    return () => clearTimeout(timer.current)
  }, [text, flush])

  useEffect(() => {
    if (saving.kind !== 'failed') return
    const again = setTimeout(flush, retryMs)
    return () => clearTimeout(again)
  }, [saving, flush])

  useEffect(() => {
    const onHide = () => {
      if (document.hidden) flush()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => document.removeEventListener('visibilitychange', onHide)
  }, [flush])

  const newest = useCallback(async () => {
    const newer = await fetchDraft(id)
    memory.current = {
      version: newer.version,
      saved: asText(newer.content),
      isStopped: false,
      hasConflict: false,
      unheard: new Set(),
    }
    return newer
  }, [id])

  return {
    saving,
    flush,
    flushIfUnsaved: useCallback(() => {
      if (isUnsaved()) flush()
    }, [isUnsaved, flush]),
    isUnsaved,
    hasConflict: useCallback(() => memory.current.hasConflict, []),
    stop: useCallback(() => {
      clearTimeout(timer.current)
      memory.current.isStopped = true
    }, []),
    resume: useCallback(() => {
      memory.current.isStopped = false
      flush()
    }, [flush]),
    async loadNewer() {
      const newer = await newest()
      setSaving({ kind: 'saved', at: newer.savedAt })
      return newer.content
    },
    async keepMine() {
      await newest()
      await flush()
    },
  }
}
