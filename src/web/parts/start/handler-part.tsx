import { IconFlag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link as RouterLink } from '@tanstack/react-router'
import type { SentRow } from '../../../domain/confidentiality.ts'
import { trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { DueChip } from '../../ui/due-chip.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { useLanguage } from '../../words/language.tsx'
import { childName } from '../referral/child-name.ts'
import { Panel } from './panel.tsx'

const most = 5
const tones = {
  sent: 'neutral',
  received: 'info',
  feedback: 'success',
  feedback_refused: 'neutral',
  question: 'warn',
  meeting: 'info',
} as const

/** For the one who flags: what lies unsent, what the intake group asks, and what they have been told. */
export function HandlerPart() {
  const { words } = useLanguage()
  const { start } = words
  const drafts = useQuery(trpc.drafts.list.queryOptions())
  const notes = useQuery(trpc.childNotes.list.queryOptions())
  const questions = useQuery(trpc.flags.mine.queryOptions({ show: 'question', mine: true }))
  const overdue = drafts.data?.filter((draft) => draft.overdue).length ?? 0
  const askAgain = notes.data?.filter((note) => note.due).length ?? 0
  return (
    <>
      {overdue > 0 && (
        <Alert tone="danger" title={start.drafts.overdue(overdue)}>
          {start.drafts.overdueText}
        </Alert>
      )}
      <section className="start-flag" aria-labelledby="start-flag">
        <div>
          <h2 id="start-flag">{start.flag.title}</h2>
          <p>{start.flag.text}</p>
        </div>
        <Link to="/flagga" look="primary" size="large" icon={IconFlag}>
          {start.flag.action}
        </Link>
      </section>
      {questions.data && questions.data.rows.length > 0 && (
        <Section
          title={start.questions.title}
          actions={
            <RouterLink to="/mina-flaggor" search={{ visa: 'question', mina: true }}>
              {start.questions.all}
            </RouterLink>
          }
        >
          <SentLines rows={questions.data.rows.slice(0, most)} today={questions.data.today} isAsked />
        </Section>
      )}
      {drafts.data?.length !== 0 && (
        <Section title={start.drafts.title}>
          <Panel query={drafts}>{(lines) => <Drafts drafts={lines} />}</Panel>
        </Section>
      )}
      {askAgain > 0 && (
        <Alert
          tone="warn"
          title={start.askAgain.title(askAgain)}
          actions={
            <RouterLink to="/mina-flaggor" search={{ flik: 'fraga-igen' }}>
              {start.askAgain.action}
            </RouterLink>
          }
        />
      )}
      <Told />
    </>
  )
}

interface Draft {
  id: string
  savedAt: string
  overdue: boolean
  clientName: string | null
  children: number
}

function Drafts({ drafts }: { drafts: readonly Draft[] }) {
  const { words, format } = useLanguage()
  const said = words.start.drafts
  return (
    <ul className="start-lines">
      {drafts.slice(0, most).map((draft) => (
        <li key={draft.id} className="start-line">
          <span className="start-line-words">
            <Link to={`/flagga/${draft.id}`}>{said.named(draft.clientName, draft.children)}</Link>
            <span className="start-line-under">{said.saved(format.dayAndTime(draft.savedAt))}</span>
          </span>
          {draft.overdue && <Status tone="danger">{said.late}</Status>}
        </li>
      ))}
    </ul>
  )
}

/** The newest that the sender has heard, whatever it was; nothing yet is said in words. */
function Told() {
  const { told } = useLanguage().words.start
  const sent = useQuery(trpc.flags.mine.queryOptions({ show: 'all', mine: true }))
  return (
    <Section title={told.title} actions={<Link to="/mina-flaggor">{told.all}</Link>}>
      <Panel query={sent}>
        {({ rows, today }) => {
          const heard = rows
            .filter((row) => row.heard !== 'sent')
            .toSorted((a, b) => b.heardAt.localeCompare(a.heardAt))
            .slice(0, most)
          if (heard.length > 0) return <SentLines rows={heard} today={today} />
          return <p className="muted">{rows.length === 0 ? told.empty : told.waiting}</p>
        }}
      </Panel>
    </Section>
  )
}

function SentLines({ rows, today, isAsked = false }: { rows: readonly SentRow[]; today: string; isAsked?: boolean }) {
  const { words, format } = useLanguage()
  const { questions, told } = words.start
  return (
    <ul className="start-lines">
      {rows.map((row) => (
        <li key={row.reference} className="start-line">
          <span className="start-line-words">
            <Link to={`/mina-flaggor/${row.reference}`}>{childName(row.child, words, format)}</Link>
            <span className="start-line-under number">
              {isAsked ? questions.from(row.receiverUnitName) : `${row.reference} · ${format.day(row.heardAt)}`}
            </span>
          </span>
          {isAsked && row.answerBy ? (
            <DueChip dueOn={row.answerBy} today={today} />
          ) : (
            <Status tone={tones[row.heard]}>{told.heard[row.heard]}</Status>
          )}
        </li>
      ))}
    </ul>
  )
}
