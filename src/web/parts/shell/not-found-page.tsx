import { Link } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useWords } from '../../words/language.tsx'
import { LostLink } from './lost-link.tsx'

export function NotFoundPage() {
  const { notFound } = useWords().shell
  return (
    <div className="page-narrow standstill">
      <LostLink />
      <PageHeader tab={notFound.tab} eyebrow="404" title={notFound.title}>
        <p>{notFound.text}</p>
      </PageHeader>
      <Link to="/" look="primary">
        {notFound.home}
      </Link>
    </div>
  )
}
