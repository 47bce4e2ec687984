import { useState } from 'react'
import { isSettled, type ReviewersMark } from '../../../domain/review-marks.ts'
import { type ReviewReason, reviewReasons } from '../../../domain/review-reasons.ts'
import { client } from '../../api.ts'
import { NativeSelect } from '../../ui/native-select.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { ItemCard } from './item-card.tsx'
import { type Review, type ReviewedItem, useKeepReview } from './queries.ts'
import WordsDialog from './words-dialog.tsx'

type StateFilter = 'all' | 'open' | 'settled'

function isShown({ reasons, state }: ReviewedItem, reason: string, filter: StateFilter): boolean {
  if (reason !== '' && !reasons.some((one) => one === reason)) return false
  return filter === 'all' || isSettled(state) === (filter === 'settled')
}

/** Under its gravest reason, where the reviewer should look first. */
function byReason(items: readonly ReviewedItem[]): [ReviewReason, ReviewedItem[]][] {
  return reviewReasons.flatMap((reason) => {
    const own = items.filter(({ reasons }) => reasons[0] === reason)
    return own.length > 0 ? [[reason, own] as [ReviewReason, ReviewedItem[]]] : []
  })
}

/** The reads to judge. After a mark the focus goes to the next that is left, so that a month is gone through by keys. */
export function ItemList({ review }: { review: Review }) {
  const words = useWords()
  const said = words.review
  const keep = useKeepReview()
  const [reason, setReason] = useState('')
  const [filter, setFilter] = useState<StateFilter>('all')
  const [marking, setMarking] = useState<{ item: ReviewedItem; mark: ReviewersMark } | null>(null)
  const shown = review.items.filter((item) => isShown(item, reason, filter))
  const ordered = byReason(shown)

  const nextAfter = (item: ReviewedItem): string | undefined => {
    const order = ordered.flatMap(([, items]) => items)
    const place = order.findIndex(({ id }) => id === item.id)
    const rest = [...order.slice(place + 1), ...order.slice(0, place)]
    return rest.find(({ state, mayMark }) => mayMark && !isSettled(state) && state !== 'asked')?.id
  }
  const save = async (text: string) => {
    if (!marking) return
    const { item, mark } = marking
    const next = nextAfter(item)
    keep(await client.reviews.mark.mutate({ itemId: item.id, mark, words: text }))
    setMarking(null)
    announce(said.marks[mark].done)
    // After the dialog has given the focus back to its opener.
    setTimeout(() => document.getElementById(next ? `mark-${next}` : 'sign')?.focus(), 100)
  }
  if (review.items.length === 0) return <p>{said.nothingDrawn}</p>
  return (
    <>
      <search className="review-filters no-print" aria-label={said.filters.label}>
        <NativeSelect
          name="reason"
          label={said.filters.reason}
          value={reason}
          onChange={setReason}
          placeholder={said.filters.allReasons}
          options={reviewReasons
            .filter((one) => review.items.some(({ reasons }) => reasons.includes(one)))
            .map((one) => ({ value: one, label: said.reasons[one] }))}
        />
        <NativeSelect
          name="state"
          label={said.filters.state}
          value={filter}
          onChange={(next) => setFilter(next === 'open' || next === 'settled' ? next : 'all')}
          placeholder={null}
          options={[
            { value: 'all', label: said.filters.allStates },
            { value: 'open', label: said.filters.open },
            { value: 'settled', label: said.filters.settled },
          ]}
        />
        <p className="muted" role="status">
          {said.filters.shown(shown.length, review.items.length)}
        </p>
      </search>
      {shown.length === 0 && <p>{said.filters.none}</p>}
      {ordered.map(([one, items]) => (
        <Section key={one} title={`${said.reasons[one]} (${items.length})`} level={3}>
          <p className="muted">{said.reasonTexts[one]}</p>
          <div className="review-items">
            {items.map((item) => (
              <ItemCard key={item.id} item={item} onMark={(mark) => setMarking({ item, mark })} />
            ))}
          </div>
        </Section>
      ))}
      {marking && (
        <WordsDialog
          key={`${marking.item.id} ${marking.mark}`}
          {...said.marks[marking.mark]}
          onSubmit={save}
          onClose={() => setMarking(null)}
        />
      )}
    </>
  )
}
