import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { sentQuery } from '../parts/flag/queries.ts'
import { SentView } from '../parts/flag/sent-view.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/mina-flaggor/$reference')({ component: SentPage })

function SentPage() {
  const { reference } = Route.useParams()
  const { one } = useWords().flag
  const { data, error } = useQuery(sentQuery(reference))
  if (error) throw error
  if (data) return <SentView referral={data} />
  return (
    <>
      <PageHeader tab={one.tab} title={reference} back={{ to: '/mina-flaggor', label: one.back }} />
      <Skeleton lines={8} />
    </>
  )
}
