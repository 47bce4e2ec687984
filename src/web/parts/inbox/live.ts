import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import type { AppRouter } from '../../../api/router.ts'

const wait = 300

/**
 * Tells when the unit's list has changed, where the server can (Node). Where it cannot, the polling is enough:
 * a refused or broken subscription is given up in silence. Returns how to stop.
 */
export function listen(unitId: string, onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/trpc' })] })
  const subscription = client.live.changes.subscribe(
    { unitId },
    {
      onData() {
        clearTimeout(timer)
        timer = setTimeout(onChange, wait)
      },
      onError: () => subscription.unsubscribe(),
    },
  )
  return () => {
    clearTimeout(timer)
    subscription.unsubscribe()
  }
}
