import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { useLanguage } from '../../words/language.tsx'
import { NoticeLines } from './notice-lines.tsx'
import { Panel } from './panel.tsx'

const most = 5

/** The newest that are unread. */
export function NoticesPart() {
  const { notices } = useLanguage().words.start
  const query = useQuery(trpc.notices.list.queryOptions({}))
  return (
    <Section title={notices.title} actions={<Link to="/notiser">{notices.all}</Link>}>
      <Panel query={query}>
        {({ rows }) => {
          const unread = rows.filter(({ readAt }) => readAt === null).slice(0, most)
          return unread.length === 0 ? <p className="muted">{notices.none}</p> : <NoticeLines notices={unread} />
        }}
      </Panel>
    </Section>
  )
}
