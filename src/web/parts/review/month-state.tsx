import { Status } from '../../ui/status.tsx'
import { useWords } from '../../words/language.tsx'
import type { Month } from './queries.ts'

/** Where a month stands: signed, late, ready to sign, or under way. */
export function MonthState({
  month,
  size,
}: {
  month: Pick<Month, 'signed' | 'isLate' | 'open'>
  size?: 'medium' | 'large'
}) {
  const { states } = useWords().review
  const { signed, isLate, open } = month
  if (signed) {
    return (
      <Status tone="success" size={size}>
        {states.signed}
      </Status>
    )
  }
  if (isLate) {
    return (
      <Status tone="danger" size={size}>
        {states.late}
      </Status>
    )
  }
  return (
    <Status tone={open === 0 ? 'info' : 'neutral'} size={size}>
      {open === 0 ? states.ready : states.open}
    </Status>
  )
}
