import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { client, trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { daysAfter } from '../days.ts'
import { sentenceFor } from '../problem.ts'
import { mistakesIn, useFields } from '../use-fields.ts'

interface NameDialogProps {
  reference: string
  unitId: string
  staff: readonly { personId: string; name: string; title: string }[]
  today: string
  onClose: () => void
}

/** Three weeks are enough for most assessments; who needs longer says so. */
const usualDays = 21

/** Who may read a protected referral, until when, and why. */
export default function NameDialog({ reference, unitId, staff, today, onClose }: NameDialogProps) {
  const words = useWords()
  const { form, nameFor } = words.protectedPersons
  const queryClient = useQueryClient()
  const fields = useFields({ personId: '', until: daysAfter(today, usualDays), reason: '' }, async (values) => {
    await client.protectedPersons.name.mutate({ reference, unitId, ...values })
    await queryClient.invalidateQueries({ queryKey: trpc.protectedPersons.pathKey() })
    announce(form.done)
    onClose()
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
      title={nameFor(reference)}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onPress={submit} isPending={isPending}>
            {form.submit}
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
        mistakes={mistakesIn(fields, { personId: form.person, until: form.until, reason: form.reason })}
      />
      <p>{form.text}</p>
      <form className="form" onSubmit={onSubmit} noValidate>
        <NativeSelect
          name="personId"
          label={form.person}
          value={values.personId}
          error={errors.personId}
          onChange={set('personId')}
          options={staff.map(({ personId, name, title }) => ({ value: personId, label: `${name}, ${title}` }))}
        />
        <DateField
          name="until"
          label={form.until}
          hint={form.untilHint}
          value={values.until}
          error={errors.until}
          onChange={set('until')}
          today={today}
          lean="future"
        />
        <TextArea
          name="reason"
          label={form.reason}
          hint={form.reasonHint}
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
