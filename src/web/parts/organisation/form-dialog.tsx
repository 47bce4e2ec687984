import type { FormEvent, ReactNode } from 'react'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useWords } from '../../words/language.tsx'
import { sentenceFor } from '../problem.ts'
import type { useSubmit } from './use-submit.ts'

interface FormDialogProps {
  title: string
  submit: string
  form: Pick<ReturnType<typeof useSubmit>, 'mistakes' | 'problem' | 'attempt' | 'isPending'>
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A form over the page: what was wrong stands first, and what was typed stays. */
export function FormDialog({ title, submit, form, onSubmit, onClose, children }: FormDialogProps) {
  const words = useWords()
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog
      isOpen
      size="wide"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onPress={onSubmit} isPending={form.isPending}>
            {submit}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {words.common.cancel}
          </Button>
        </>
      }
    >
      <ErrorSummary attempt={form.attempt} mistakes={form.mistakes} />
      {form.problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(form.problem, words)}
        </Alert>
      )}
      <form className="form" onSubmit={send} noValidate>
        {children}
      </form>
    </Dialog>
  )
}
