import { IconSearch, IconUrgent } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type EmergencyReason, emergencyReasons } from '../../../domain/emergency-reasons.ts'
import { client, trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { Section } from '../../ui/section.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import { sentenceFor } from '../problem.ts'
import { mistakesIn, useFields } from '../use-fields.ts'

interface Answer {
  lookupId: string
  references: string[]
  left: number
}

/** The reason first; then whether there is a referral, by its reference alone; then, once more, whether it is meant. */
export function EmergencyForm() {
  const words = useWords()
  const { form, found } = words.emergency
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const fields = useFields({ reason: '', why: '', asked: '' }, async (typed) => {
    setAnswer(null)
    setAnswer(await client.emergency.find.mutate({ ...typed, reason: typed.reason as EmergencyReason }))
  })
  const { values, errors, attempt, problem, isPending, set, submit } = fields
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  const mistakes = mistakesIn(fields, { reason: form.reason, why: form.why, asked: form.asked })
  return (
    <Section title={form.title} look="plain">
      <ErrorSummary attempt={attempt} mistakes={mistakes} />
      {problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problem, words)}
        </Alert>
      )}
      <form className="form" onSubmit={onSubmit} noValidate>
        <NativeSelect
          name="reason"
          label={form.reason}
          value={values.reason}
          error={errors.reason}
          onChange={set('reason')}
          options={emergencyReasons.map((reason) => ({ value: reason, label: form.reasons[reason] }))}
        />
        <TextArea
          name="why"
          label={form.why}
          hint={form.whyHint}
          value={values.why}
          error={errors.why}
          onChange={set('why')}
          rows={3}
          maxLength={1000}
        />
        <TextField
          name="asked"
          label={form.asked}
          hint={form.askedHint}
          value={values.asked}
          error={errors.asked}
          onChange={set('asked')}
        />
        <div className="actions">
          <Button type="submit" look="primary" icon={IconSearch} isPending={isPending}>
            {form.submit}
          </Button>
        </div>
      </form>
      <div role="status" className="stack">
        {answer && (
          <Alert
            tone={answer.references.length > 0 ? 'warn' : 'info'}
            title={answer.references.length > 0 ? found.title(answer.references.length) : found.none}
            actions={answer.references.map((reference) => (
              <Button key={reference} look="danger" icon={IconUrgent} onPress={() => setChosen(reference)}>
                {found.open(reference)}
              </Button>
            ))}
          >
            {answer.references.length === 0 && <p>{found.noneText}</p>}
            <p>{form.left(answer.left)}</p>
          </Alert>
        )}
      </div>
      {answer && chosen && (
        <ConfirmDialog lookupId={answer.lookupId} reference={chosen} onClose={() => setChosen(null)} />
      )}
    </Section>
  )
}

interface ConfirmDialogProps {
  lookupId: string
  reference: string
  onClose: () => void
}

function ConfirmDialog({ lookupId, reference, onClose }: ConfirmDialogProps) {
  const words = useWords()
  const { confirm } = words.emergency
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { problem, isPending, submit } = useFields({}, async () => {
    await client.emergency.open.mutate({ lookupId, reference })
    await queryClient.invalidateQueries({ queryKey: trpc.emergency.pathKey() })
    await navigate({ to: '/orosanmalan/$reference', params: { reference } })
  })
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={confirm.title}
      onClose={onClose}
      actions={
        <>
          <Button look="danger" onPress={submit} isPending={isPending}>
            {confirm.submit}
          </Button>
          <Button look="quiet" onPress={onClose} autoFocus>
            {words.common.cancel}
          </Button>
        </>
      }
    >
      <p>{confirm.text(reference)}</p>
      {problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problem, words)}
        </Alert>
      )}
    </Dialog>
  )
}
