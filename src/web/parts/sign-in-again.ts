import type { TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '../../api/router.ts'
import { problemOf } from './problem.ts'
import { makeStore } from './store.ts'

/** True while the server has ended the session under an open page. The page stays, with what was typed on it. */
export const sessionEnded = makeStore(false)

let waiting: Array<() => void> = []

/** The same person has signed in again: the calls that were turned away are made once more. */
export function signedInAgain() {
  sessionEnded.set(false)
  const calls = waiting
  waiting = []
  for (const call of calls) call()
}

/**
 * A call that meets an ended session waits for the person to sign in again, then repeats itself.
 * A turned-away call did nothing on the server, so repeating it is safe. It waits once, not for ever.
 */
export const signInAgainLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let inner = { unsubscribe: () => {} }
      let hasWaited = false
      const attempt = () => {
        inner = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error(error) {
            if (hasWaited || op.path.startsWith('session.') || problemOf(error).kind !== 'session-ended') {
              observer.error(error)
              return
            }
            hasWaited = true
            waiting.push(attempt)
            sessionEnded.set(true)
          },
        })
      }
      attempt()
      return () => {
        waiting = waiting.filter((call) => call !== attempt)
        inner.unsubscribe()
      }
    })
