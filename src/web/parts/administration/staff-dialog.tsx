import type { FormEvent, ReactNode } from 'react'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useWords } from '../../words/language.tsx'
import { type Problem, sentenceFor } from '../problem.ts'

interface StaffDialogProps {
  title: string
  lead?: string
  submitWord?: string
  look?: 'primary' | 'danger'
  form: {
    errors: Partial<Record<string, string>>
    attempt: number
    problem: Problem | null
    isPending: boolean
    submit: () => void
  }
  /** What each field is called, for the summary of what is wrong. */
  labels: Partial<Record<string, string>>
  onClose: () => void
  children?: ReactNode
}

/** The form of one change. Leaving it changes nothing; being refused loses nothing that was typed. */
export function StaffDialog(props: StaffDialogProps) {
  const { title, lead, submitWord, look = 'primary', form, labels, onClose, children } = props
  const words = useWords()
  const { common, people } = words
  const { problem } = form
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    form.submit()
  }
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button look={look} onPress={form.submit} isPending={form.isPending}>
            {submitWord ?? common.save}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {common.cancel}
          </Button>
        </>
      }
    >
      <ErrorSummary
        attempt={form.attempt}
        mistakes={Object.entries(form.errors).map(([name, text]) => ({ name, text: `${labels[name] ?? ''}: ${text}` }))}
      />
      {problem && (
        <Alert tone={problem.kind === 'stale' ? 'warn' : 'danger'} isUrgent>
          {problem.kind === 'stale' ? people.stale : sentenceFor(problem, words)}
        </Alert>
      )}
      {lead && <p>{lead}</p>}
      {children && (
        <form className="form" onSubmit={onSubmit} noValidate>
          {children}
          {/* The button that is seen stands outside the form: this one lets Enter send it. */}
          <button type="submit" hidden />
        </form>
      )}
    </Dialog>
  )
}
