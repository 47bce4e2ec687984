import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { useLanguage } from '../../words/language.tsx'

/** Nothing undelivered is dropped in silence: it stands here until it is dealt with (DOMAIN §6). */
export function DeadLetters() {
  const { words, format } = useLanguage()
  const { dead } = words.manager
  const { data } = useQuery(trpc.statistics.deadLetters.queryOptions())
  if (!data || data.count === 0) return null
  const codes = data.codes.map(({ code, count }) => `${code || dead.noCode} (${format.number(count)})`)
  return (
    <Alert tone="danger" title={dead.title(data.count)}>
      <p>{dead.text}</p>
      <p>{dead.codes(format.list(codes))}</p>
    </Alert>
  )
}
