import { useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../api/router.ts'
import { trpc } from '../../api.ts'

type Reviews = inferRouterOutputs<AppRouter>['reviews']
export type Review = Reviews['get']
export type ReviewedItem = Review['items'][number]
export type Month = Reviews['list']['reviews'][number]
export type Question = Reviews['questions']['questions'][number]

/** Puts what the service answered where the page reads it, and has the lists read anew. */
export function useKeepReview(): (review: Review) => void {
  const queryClient = useQueryClient()
  return (review) => {
    queryClient.setQueryData(trpc.reviews.get.queryKey({ id: review.id }), review)
    for (const list of [trpc.reviews.list.queryKey(), trpc.reviews.late.queryKey()]) {
      queryClient.invalidateQueries({ queryKey: list })
    }
  }
}
