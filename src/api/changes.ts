/** Tells the lists that are open on this server that a unit's list has changed. Polling is the base; this is the bonus. */
export interface Changes {
  tell(unitId: string): void
  /** Yields once for each time the unit's list may have changed, until the signal aborts. */
  listen(unitId: string, signal: AbortSignal): AsyncGenerator<void>
}

export function openChanges(): Changes {
  const listeners = new Map<string, Set<() => void>>()
  return {
    tell(unitId) {
      for (const wake of listeners.get(unitId) ?? []) wake()
    },
    async *listen(unitId, signal) {
      const own = listeners.get(unitId) ?? new Set()
      listeners.set(unitId, own)
      let changed = false
      let wake = () => {}
      const onChange = () => {
        changed = true
        wake()
      }
      own.add(onChange)
      const onAbort = () => wake()
      signal.addEventListener('abort', onAbort)
      try {
        while (!signal.aborted) {
          if (!changed)
            await new Promise<void>((resolve) => {
              wake = resolve
            })
          if (signal.aborted) return
          changed = false
          yield
        }
      } finally {
        own.delete(onChange)
        if (own.size === 0) listeners.delete(unitId)
        signal.removeEventListener('abort', onAbort)
      }
    },
  }
}
