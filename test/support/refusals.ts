import { TRPCError } from '@trpc/server'
import { DomainError } from '../../src/domain/errors.ts'

/** All that a caller can tell one refusal from another by. */
export interface RefusalSeen {
  code: string
  refusal?: string
  field?: string
}

/** What the call was refused with. Fails when it was answered. */
export async function refusalOf(call: Promise<unknown>): Promise<RefusalSeen> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    const { cause } = error
    if (!(cause instanceof DomainError)) return { code: error.code }
    const { refusal, field } = cause
    return field === undefined ? { code: error.code, refusal } : { code: error.code, refusal, field }
  }
  throw new Error('it was not refused')
}
