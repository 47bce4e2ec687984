import { type KeyboardEvent, useState } from 'react'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useWords } from '../../words/language.tsx'
import { problemOf, sentenceFor } from '../problem.ts'

const longest = 2000

interface WordsDialogProps {
  title: string
  lead: string
  label: string
  submit: string
  /** Stores the words; what it throws is told in the dialog, and what was written stays. */
  onSubmit: (words: string) => Promise<void>
  onClose: () => void
}

/** Asks for a few words and stores them. Ctrl + Enter does what the button does. */
export default function WordsDialog({ title, lead, label, submit, onSubmit, onClose }: WordsDialogProps) {
  const words = useWords()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isPending, setIsPending] = useState(false)

  const save = async () => {
    if (isPending) return
    const written = text.trim()
    if (written === '') return setError(words.errors.problems.required)
    if (written.length > longest) return setError(words.errors.problems.tooLong)
    setIsPending(true)
    setFailure(null)
    try {
      await onSubmit(written)
    } catch (problem) {
      setFailure(sentenceFor(problemOf(problem), words))
      setIsPending(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save()
  }
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onPress={save} isPending={isPending}>
            {submit}
          </Button>
          <Button look="quiet" onPress={onClose}>
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
      <p className="review-lead">{lead}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens to what the field inside does not use */}
      <div onKeyDown={onKeyDown}>
        <TextArea
          name="words"
          label={label}
          hint={words.review.keys}
          error={error}
          value={text}
          maxLength={longest}
          autoFocus
          onChange={(next) => {
            setText(next)
            setError(null)
          }}
        />
      </div>
    </Dialog>
  )
}
