import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ReferralPage } from '../../../domain/confidentiality.ts'
import type { StepRequest } from '../../../domain/step-request.ts'
import { client } from '../../api.ts'

const keyOf = (reference: string) => ['referral', reference]
const open = (reference: string): Promise<ReferralPage> => client.referrals.open.mutate({ reference })

/**
 * The referral's page. Opening is receiving, and is logged: it is asked for when the person comes to the page, never
 * ahead of them and never because a window got the focus.
 */
export function useReferral(reference: string) {
  return useQuery({
    queryKey: keyOf(reference),
    queryFn: () => open(reference),
    staleTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** Takes a step from the version that the person has read; and reads again when somebody else was first. */
export function useSteps(reference: string) {
  const queryClient = useQueryClient()
  const keep = useCallback(
    (page: ReferralPage) => {
      queryClient.setQueryData(keyOf(reference), page)
      queryClient.invalidateQueries({ queryKey: ['inbox'] })
      return page
    },
    [queryClient, reference],
  )
  const take = useCallback(
    async (version: number, request: StepRequest) => {
      const page: ReferralPage = await client.referrals.takeStep.mutate({ reference, version, request })
      return keep(page)
    },
    [keep, reference],
  )
  const readAgain = useCallback(async () => keep(await open(reference)), [keep, reference])
  return { take, readAgain }
}
