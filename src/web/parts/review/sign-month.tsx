import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { problemOf, sentenceFor } from '../problem.ts'
import { type Review, useKeepReview } from './queries.ts'

/** The manager's signature, or what it waits for. */
export function SignMonth({ review }: { review: Review }) {
  const { words, format } = useLanguage()
  const { sign, signedBy, unsigned } = words.review
  const keep = useKeepReview()
  const [isAsking, setIsAsking] = useState(false)
  const [isPending, setIsPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const submit = async () => {
    setIsPending(true)
    setFailure(null)
    try {
      keep(await client.reviews.sign.mutate({ id: review.id }))
      setIsAsking(false)
      announce(sign.done)
    } catch (error) {
      setFailure(sentenceFor(problemOf(error), words))
    } finally {
      setIsPending(false)
    }
  }
  if (review.signed) {
    return <p className="review-signature">{signedBy(review.signed.by, format.dayAndTime(review.signed.at))}</p>
  }
  return (
    <div className="review-signature">
      <p className="print-only">{unsigned}</p>
      {review.open > 0 && <p className="no-print">{sign.waits(review.open)}</p>}
      {review.open === 0 && !review.maySign && <p className="no-print">{sign.manager}</p>}
      {review.maySign && (
        <Button id="sign" look="primary" icon={IconSignature} onPress={() => setIsAsking(true)}>
          {sign.action}
        </Button>
      )}
      <Dialog
        isOpen={isAsking}
        title={sign.title}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button look="primary" onPress={submit} isPending={isPending}>
              {sign.submit}
            </Button>
            <Button look="quiet" onPress={() => setIsAsking(false)}>
              {words.common.cancel}
            </Button>
          </>
        }
      >
        {failure && (
          <Alert tone="danger" isUrgent>
            {failure}
          </Alert>
        )}
        <p>{sign.text}</p>
      </Dialog>
    </div>
  )
}
