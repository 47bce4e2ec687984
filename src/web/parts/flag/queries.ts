import { queryOptions } from '@tanstack/react-query'
import { client, trpc } from '../../api.ts'
import { problemOf } from '../problem.ts'
import type { ChildNote, DraftLine, FormGround, KeptDraft, Receipt, SentReferral } from './answers.ts'

export const groundQuery = queryOptions({
  queryKey: trpc.flags.form.queryKey(),
  queryFn: (): Promise<FormGround> => client.flags.form.query(),
})

/** Null when there is none: not saved yet, sent, removed, or somebody else's. Always asked afresh. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: trpc.drafts.get.queryKey({ id }),
    queryFn: async (): Promise<KeptDraft | null> => {
      try {
        return await client.drafts.get.query({ id })
      } catch (error) {
        const problem = problemOf(error)
        if (problem.kind === 'refused' && problem.refusal === 'not-found') return null
        throw error
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const draftsQuery = queryOptions({
  queryKey: trpc.drafts.list.queryKey(),
  queryFn: (): Promise<readonly DraftLine[]> => client.drafts.list.query(),
  staleTime: 0,
})

export const receiptQuery = (submissionId: string) =>
  queryOptions({
    queryKey: trpc.flags.receipt.queryKey({ submissionId }),
    queryFn: (): Promise<Receipt> => client.flags.receipt.query({ submissionId }),
  })

export const childNotesQuery = queryOptions({
  queryKey: trpc.childNotes.list.queryKey(),
  queryFn: (): Promise<readonly ChildNote[]> => client.childNotes.list.query(),
})

export const sentQuery = (reference: string) =>
  queryOptions({
    queryKey: trpc.flags.sent.queryKey({ reference }),
    queryFn: (): Promise<SentReferral> => client.flags.sent.query({ reference }),
  })
