/** Tells the lists that are open on this server that a unit's list has changed. Polling is the base; this is the bonus. */
export interface Changes {
  tell(unitId: string): void
  /** Yields once for each time the list of one of the units may have changed, until the signal aborts. */
  listen(unitIds: readonly string[], signal: AbortSignal): AsyncGenerator<void>
}

export function openChanges(): Changes {
  const listeners = new Map<string, Set<() => void>>()
  return {
    tell(unitId) {
      for (const wake of listeners.get(unitId) ?? []) wake()
    },
    async *listen(unitIds, signal) {
      let changed = false
      let wake = () => {}
      const onChange = () => {
        changed = true
        wake()
      }
      for (const unitId of unitIds) {
        const own = listeners.get(unitId) ?? new Set()
        listeners.set(unitId, own.add(onChange))
      }
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
        for (const unitId of unitIds) {
          const own = listeners.get(unitId)
          own?.delete(onChange)
          if (own?.size === 0) listeners.delete(unitId)
        }
        signal.removeEventListener('abort', onAbort)
      }
    },
  }
}
