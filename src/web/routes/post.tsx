import { IconMail, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useLanguage } from '../words/language.tsx'

export const Route = createFileRoute('/post')({ component: PostPage })

/** The letters that the demo keeps instead of sending, so that it can be followed to its end. */
function PostPage() {
  const { mail } = useLanguage().words.notices
  const { data: letters, error, refetch, isFetching } = useQuery({ ...trpc.mail.kept.queryOptions(), staleTime: 0 })
  if (error && !letters) throw error
  return (
    <div className="page-narrow">
      <PageHeader
        tab={mail.tab}
        eyebrow={letters && mail.count(letters.length)}
        title={mail.title}
        actions={
          <Button icon={IconRefresh} onPress={() => refetch()} isPending={isFetching}>
            {mail.refresh}
          </Button>
        }
      >
        <p>{mail.lead}</p>
      </PageHeader>
      <div className="stack">
        <Alert tone="info">{mail.demo}</Alert>
        {!letters && <Skeleton lines={6} />}
        {letters?.length === 0 && (
          <EmptyState icon={IconMail} title={mail.empty.title}>
            {mail.empty.text}
          </EmptyState>
        )}
        {letters?.map((letter) => (
          <KeptLetter key={letter.id} {...letter} />
        ))}
      </div>
    </div>
  )
}

interface KeptLetterProps {
  to: string
  subject: string
  text: string
  keptAt: string
}

function KeptLetter({ to, subject, text, keptAt }: KeptLetterProps) {
  const { words, format } = useLanguage()
  const { mail } = words.notices
  const link = text.match(/https?:\/\/\S+(\/n\/[\da-f-]{36})/)?.[1]
  return (
    <article className="card letter">
      <h2 className="letter-subject">{subject}</h2>
      <p className="letter-head number">
        {mail.to} {to} · <time dateTime={keptAt}>{format.dayAndTime(keptAt)}</time>
      </p>
      <p className="letter-text">{text}</p>
      {link && (
        <p>
          <Link to={link}>{mail.open}</Link>
        </p>
      )}
    </article>
  )
}
