import type { ReviewersMark } from '../../../domain/review-marks.ts'
import { reviewersMarks } from '../../../domain/review-marks.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Status } from '../../ui/status.tsx'
import { Time } from '../../ui/time.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useWords } from '../../words/language.tsx'
import type { ReviewedItem } from './queries.ts'

const tones: Record<ReviewedItem['state'], Tone> = {
  unmarked: 'neutral',
  asked: 'info',
  answered: 'warn',
  explained: 'success',
  reported: 'danger',
}

interface ItemCardProps {
  item: ReviewedItem
  onMark: (mark: ReviewersMark) => void
}

/** One read: who, when, behind which door, on what ground and why it is asked about. Never what was read. */
export function ItemCard({ item, onMark }: ItemCardProps) {
  const { review, shell } = useWords()
  const { id, readerName, readerTitle, role, at, door, ground, reference, reasons, reads, marks, state } = item
  const roleHeld = role ? shell.roles[role] : ''
  const heldBy = [...new Set([readerTitle, roleHeld])].filter(Boolean).join(', ')
  return (
    <article className="review-item" aria-labelledby={`${id}-who`}>
      <div className="review-item-head">
        <h4 id={`${id}-who`} className="review-who">
          {readerName}
        </h4>
        <Status tone={tones[state]}>{review.itemStates[state]}</Status>
      </div>
      <p className="muted">
        {heldBy} · {review.grounds[ground]}
      </p>
      <p className="review-what">
        <Time at={at} withClock /> · {review.doors[door]} ·{' '}
        <span className="mono">{reference ?? review.noReference}</span> · {review.reads(reads)}
      </p>
      <ul className="chips">
        {reasons.map((reason) => (
          <li key={reason}>
            <Badge>{review.reasons[reason]}</Badge>
          </li>
        ))}
      </ul>
      {marks.length > 0 && (
        <dl className="review-said">
          {marks.map(({ id: markId, mark, byName, at: saidAt, words }) => (
            <div key={markId}>
              <dt>
                {review.said[mark]}, {byName}, <Time at={saidAt} withClock />
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {item.isOwn && <p className="muted">{review.own}</p>}
      {item.mayMark && (
        <div className="actions">
          {reviewersMarks.map((mark) => (
            <Button
              key={mark}
              id={mark === 'explained' ? `mark-${id}` : undefined}
              size="small"
              look={mark === 'explained' ? 'secondary' : 'quiet'}
              describedBy={`${id}-who`}
              onPress={() => onMark(mark)}
            >
              {review.marks[mark].action}
            </Button>
          ))}
        </div>
      )}
    </article>
  )
}
