import { useEffect, useRef } from 'react'

/** Calls `onChange` when the server says that the unit's list has changed. A bonus to the polling, never needed. */
export function useLive(unitId: string, onChange: () => void) {
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })

  useEffect(() => {
    let stop = () => {}
    let isGone = false
    import('./live.ts').then(
      ({ listen }) => {
        if (!isGone) stop = listen(unitId, () => latest.current())
      },
      () => undefined,
    )
    return () => {
      isGone = true
      stop()
    }
  }, [unitId])
}
