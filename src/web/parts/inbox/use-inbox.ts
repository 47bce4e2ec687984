import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { InboxRow } from '../../../domain/confidentiality.ts'
import { client } from '../../api.ts'
import { usePolled } from '../use-polled.ts'
import type { Show } from './show.ts'

interface Page {
  rows: InboxRow[]
  next: string | null
  today: string
}

export interface InboxList extends Page {
  /** Of how many pages it is made. */
  pages: number
}

export type Counts = Record<Exclude<Show, 'done'>, number>

interface How {
  signal?: AbortSignal
  context?: { background: true }
}

const inBackground: How = { context: { background: true } }

/** The first pages of the list as one answer, so that a refresh leaves neither holes nor doubles. */
async function askForPages(unitId: string, show: Show, pages: number, how: How): Promise<InboxList> {
  const first: Page = await client.referrals.inbox.query({ unitId, show }, how)
  let { rows, next } = first
  for (let page = 1; page < pages && next !== null; page += 1) {
    const more: Page = await client.referrals.inbox.query({ unitId, show, cursor: next }, how)
    rows = [...rows, ...more.rows]
    next = more.next
  }
  return { rows, next, today: first.today, pages }
}

/** The unit's list and its counts, kept fresh in the background; and how to ask for more, or at once. */
export function useInbox(unitId: string, show: Show) {
  const queryClient = useQueryClient()
  const key = ['inbox', unitId, show]
  const [depth, setDepth] = useState({ of: key.join(), pages: 1 })
  const [isFetchingMore, setIsFetchingMore] = useState(false)
  const pages = depth.of === key.join() ? depth.pages : 1

  const list = usePolled<InboxList>({ queryKey: key, ask: (how) => askForPages(unitId, show, pages, how) })
  const counts = usePolled<Counts>({
    queryKey: ['inbox', unitId, 'counts'],
    ask: (how) => client.referrals.counts.query({ unitId }, how),
  })

  const refresh = useCallback(() => {
    const list = { queryKey: ['inbox', unitId, show], queryFn: () => askForPages(unitId, show, pages, inBackground) }
    const counts = {
      queryKey: ['inbox', unitId, 'counts'],
      queryFn: (): Promise<Counts> => client.referrals.counts.query({ unitId }, inBackground),
    }
    for (const query of [list, counts]) {
      queryClient.fetchQuery<InboxList | Counts>({ ...query, staleTime: 0 }).catch(() => undefined) // the poll asks again
    }
  }, [queryClient, unitId, show, pages])

  const fetchMore = async () => {
    setIsFetchingMore(true)
    try {
      const queryFn = () => askForPages(unitId, show, pages + 1, {})
      await queryClient.fetchQuery({ queryKey: key, queryFn, staleTime: 0 })
      setDepth({ of: key.join(), pages: pages + 1 })
    } catch {
      // the query holds its error, and the list says that it is not fresh
    } finally {
      setIsFetchingMore(false)
    }
  }
  return { list, counts: counts.data, refresh, fetchMore, isFetchingMore }
}
