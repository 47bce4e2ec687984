import { IconCircleFilled } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NoticeKind } from '../../../domain/notices.ts'
import { client, trpc } from '../../api.ts'
import { sessionQuery } from '../../session.ts'
import { useLanguage } from '../../words/language.tsx'

export interface NoticeLine {
  id: string
  kind: NoticeKind
  reference: string | null
  at: string
  readAt: string | null
  side: 'receiver' | 'sender' | 'reader' | 'protected' | 'emergency'
}

/** Marks as read, and brings the bell and the lists up to date. */
export function useMarkRead(): (ids: string[] | 'all') => Promise<void> {
  const queryClient = useQueryClient()
  return async (ids) => {
    await client.notices.markRead.mutate({ ids })
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.notices.list.pathKey() }),
      queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    ])
  }
}

const places = {
  receiver: '/orosanmalan/$reference',
  sender: '/mina-flaggor/$reference',
  reader: '/granskning/fragor',
  protected: '/skyddade',
  emergency: '/nodoppning',
} as const

/** What has happened, each a way to where it happened. Read when it is followed. */
export function NoticeLines({ notices }: { notices: readonly NoticeLine[] }) {
  const { words, format } = useLanguage()
  const markRead = useMarkRead()
  const said = words.notices
  return (
    <ul className="notices" aria-label={said.list}>
      {notices.map(({ id, kind, reference, at, readAt, side }) => (
        <li key={id} className={readAt ? 'notice' : 'notice notice-unread'}>
          {!readAt && (
            <span className="notice-dot">
              <IconCircleFilled className="icon" aria-hidden />
              <span className="sr-only">{said.unread}</span>
            </span>
          )}
          <span className="start-line-words">
            <Link
              to={places[side]}
              params={{ reference: reference ?? '' }}
              // Nothing is lost if it fails: the notice stays unread.
              onClick={readAt ? undefined : () => void markRead([id]).catch(() => undefined)}
            >
              {said.kinds[kind]}
            </Link>
            <span className="start-line-under number">
              {reference && `${reference} · `}
              <time dateTime={at}>{format.dayAndTime(at)}</time>
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
