import {
  type Icon,
  IconAlertTriangle,
  IconCalendarDue,
  IconCircleCheck,
  IconClockExclamation,
} from '@tabler/icons-react'
import { daysBetween } from '../parts/days.ts'
import { useLanguage } from '../words/language.tsx'
import type { Words } from '../words/sv.ts'
import type { Tone } from './tone.ts'

interface DueChipProps {
  /** The strict day of the deadline, `YYYY-MM-DD`. */
  dueOn: string
  today: string
  met?: boolean
  /** What is due: "Förhandsbedömning". Shown before the time left. */
  what?: string
}

const soon = 3

function face(left: number, met: boolean, { due }: Words['common']): { tone: Tone; icon: Icon; word: string } {
  if (met) return { tone: 'success', icon: IconCircleCheck, word: due.met }
  if (left < 0) return { tone: 'danger', icon: IconAlertTriangle, word: due.late(-left) }
  if (left === 0) return { tone: 'warn', icon: IconClockExclamation, word: due.today }
  if (left === 1) return { tone: 'warn', icon: IconClockExclamation, word: due.tomorrow }
  return { tone: left <= soon ? 'info' : 'neutral', icon: IconCalendarDue, word: due.left(left) }
}

/** How long there is left, counted in calendar days to the strict date. */
export function DueChip({ dueOn, today, met = false, what }: DueChipProps) {
  const { words, format } = useLanguage()
  const { tone, icon: Mark, word } = face(daysBetween(today, dueOn), met, words.common)
  const day = format.day(dueOn)
  return (
    <span className={`status status-${tone} due`} title={words.common.due.on(day)}>
      <Mark className="icon" aria-hidden />
      <span>
        {what && <span className="due-what">{what} </span>}
        <time dateTime={dueOn}>{word}</time>
        <span className="sr-only">, {words.common.due.on(day)}</span>
      </span>
    </span>
  )
}
