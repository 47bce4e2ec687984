import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { isProtected, type ProtectionLevel, protectionLevels } from '../../../domain/person.ts'
import { toldSources } from '../../../domain/protection-sources.ts'
import { client } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { sentenceFor } from '../problem.ts'
import { mistakesIn, useFields } from '../use-fields.ts'

interface MarkDialogProps {
  reference: string
  level: ProtectionLevel
  onClose: () => void
}

/** The family's mark: set, made stronger or weaker, or taken away. The server says who may. */
export default function MarkDialog({ reference, level, onClose }: MarkDialogProps) {
  const words = useWords()
  const { markForm } = words.protectedPersons
  const { protections } = words.referral
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const fields = useFields({ level: '', source: '', reason: '' }, async (values) => {
    await client.protectedPersons.mark.mutate({
      reference,
      reason: values.reason,
      level: values.level as ProtectionLevel,
      source: values.source as (typeof toldSources)[number],
    })
    announce(markForm.done)
    onClose()
    // Whoever marks a family may lose sight of it in the same breath: then the list is where they are.
    if (!isProtected(level)) await navigate({ to: '/inkorg' })
    await queryClient.invalidateQueries()
  })
  const { values, errors, attempt, problem, isPending, set, submit } = fields
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <Dialog
      isOpen
      size="wide"
      title={markForm.title}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onPress={submit} isPending={isPending}>
            {markForm.submit}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {words.common.cancel}
          </Button>
        </>
      }
    >
      {problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problem, words)}
        </Alert>
      )}
      <ErrorSummary
        attempt={attempt}
        mistakes={mistakesIn(fields, { level: markForm.level, source: markForm.source, reason: markForm.reason })}
      />
      <p>{markForm.text}</p>
      {!isProtected(level) && <p>{markForm.hides}</p>}
      <form className="form" onSubmit={onSubmit} noValidate>
        <NativeSelect
          name="level"
          label={markForm.level}
          value={values.level}
          error={errors.level}
          onChange={set('level')}
          options={protectionLevels
            .filter((other) => other !== level)
            .map((other) => ({ value: other, label: protections[other] }))}
        />
        <NativeSelect
          name="source"
          label={markForm.source}
          value={values.source}
          error={errors.source}
          onChange={set('source')}
          options={toldSources.map((source) => ({ value: source, label: markForm.sources[source] }))}
        />
        <TextArea
          name="reason"
          label={markForm.reason}
          hint={markForm.reasonHint}
          value={values.reason}
          error={errors.reason}
          onChange={set('reason')}
          rows={2}
          maxLength={1000}
        />
      </form>
    </Dialog>
  )
}
