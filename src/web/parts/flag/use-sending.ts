import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Flag } from '../../../domain/flag/flag.ts'
import { client } from '../../api.ts'
import { isPassing, type Problem, problemOf } from '../problem.ts'
import type { Receipt } from './answers.ts'
import { receiptQuery } from './queries.ts'

const waitsMs = [1_500, 4_000, 9_000] as const

interface Sending {
  phase: 'idle' | 'sending' | 'retrying'
  problem: Problem | null
  /** The receipt, or what stood in the way. Tries again by itself while the service cannot be reached. */
  send: (flag: Flag) => Promise<Receipt | Problem>
  /** It did not come so far as to be sent. */
  fail: (error: unknown) => undefined
}

/** Sends the flag. The key is the form's own and the same at every attempt, so that a lost answer never makes two. */
export function useSending(draftId: string): Sending {
  const queryClient = useQueryClient()
  const key = useRef<string>(undefined)
  const [phase, setPhase] = useState<Sending['phase']>('idle')
  const [problem, setProblem] = useState<Problem | null>(null)

  const attempt = async (flag: Flag, key: string, waits: readonly number[]): Promise<Receipt> => {
    try {
      return await client.flags.send.mutate({ key, draftId, flag })
    } catch (error) {
      const [waitMs, ...rest] = waits
      if (waitMs === undefined || !isPassing(error)) throw error
      setPhase('retrying')
      await new Promise((resolve) => setTimeout(resolve, waitMs))
      return attempt(flag, key, rest)
    }
  }
  const send = async (flag: Flag): Promise<Receipt | Problem> => {
    key.current ??= crypto.randomUUID()
    setProblem(null)
    setPhase('sending')
    try {
      const receipt = await attempt(flag, key.current, waitsMs)
      queryClient.setQueryData(receiptQuery(receipt.submissionId).queryKey, receipt)
      return receipt
    } catch (error) {
      const problem = problemOf(error)
      setProblem(problem)
      setPhase('idle')
      return problem
    }
  }
  const fail = (error: unknown) => {
    setProblem(problemOf(error))
    return undefined
  }
  return { phase, problem, send, fail }
}
