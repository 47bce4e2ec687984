import {
  type Icon,
  IconAlertOctagon,
  IconHeartHandshake,
  IconHistory,
  IconMessagePlus,
  IconShieldLock,
  IconSparkles,
  IconUserStar,
  IconUsers,
} from '@tabler/icons-react'
import type { InboxRow } from '../../../domain/confidentiality.ts'
import { useWords } from '../../words/language.tsx'

type MarkTone = 'danger' | 'warn' | 'new' | 'plain'

/** What sets a row apart: an icon and a word each. */
export function Marks({ row, isFresh }: { row: InboxRow; isFresh: boolean }) {
  const { marks } = useWords().inbox
  const all: readonly [shown: boolean, icon: Icon, word: string, tone: MarkTone][] = [
    [row.acute, IconAlertOctagon, marks.acute, 'danger'],
    [isFresh, IconSparkles, marks.fresh, 'new'],
    [row.isProtected, IconShieldLock, marks.protection, 'warn'],
    [row.supplemented, IconMessagePlus, marks.supplemented, 'new'],
    [row.track === 'B', IconHeartHandshake, marks.support, 'plain'],
    [row.youngCarer, IconUserStar, marks.youngCarer, 'plain'],
    [row.earlier > 0, IconHistory, marks.earlier(row.earlier), 'plain'],
    [row.siblings > 0, IconUsers, marks.siblings(row.siblings), 'plain'],
  ]
  const shown = all.filter(([isShown]) => isShown)
  if (shown.length === 0) return null
  return (
    <ul className="inbox-marks">
      {shown.map(([, Mark, word, tone]) => (
        <li key={word} className={`inbox-mark inbox-mark-${tone}`}>
          <Mark className="icon" aria-hidden />
          {word}
        </li>
      ))}
    </ul>
  )
}
