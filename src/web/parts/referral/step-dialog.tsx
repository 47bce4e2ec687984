import { IconCopy } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef } from 'react'
import type { DisclosedEvent, ReferralPage } from '../../../domain/confidentiality.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import type { FieldWords } from '../../words/sv/step-forms.ts'
import type { Words } from '../../words/sv.ts'
import { announce } from '../announce.ts'
import { sentenceFor } from '../problem.ts'
import { StepFields } from './step-fields.tsx'
import type { FormStep } from './step-groups.ts'
import { typedIn } from './step-values.ts'
import { useStepForm } from './use-step-form.ts'

interface StepDialogProps {
  step: FormStep
  page: ReferralPage
  onClose: () => void
}

/** The field as its label names it: in a summary, "Välj ett svar" three times says nothing. */
function labelOf(step: FormStep, name: string, { steps }: Words): string {
  const fields: Record<string, FieldWords> = steps.forms[step].fields
  const asked: Record<string, string> = { who: 'assigneeId', extension: 'reason', refusal: 'reason' }
  return fields[asked[name] ?? name]?.label ?? steps.steps[step]
}

/** One step's form over the page. Leaving it keeps what was typed; so does every way it can fail. */
export default function StepDialog({ step, page, onClose }: StepDialogProps) {
  const words = useWords()
  const { common, steps } = words
  const said = steps.forms[step]
  const { values, errors, attempt, problem, happened, isPending, set, submit } = useStepForm(step, page, () => {
    announce(said.done)
    onClose()
  })
  const isStillOpen = page.stepsOpen.includes(step)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <Dialog
      isOpen
      size="wide"
      title={steps.steps[step]}
      onClose={onClose}
      actions={
        <>
          {(isStillOpen || !happened) && (
            <Button look="primary" onPress={submit} isPending={isPending}>
              {happened ? steps.conflict.again : said.submit}
            </Button>
          )}
          <Button look="quiet" onPress={onClose}>
            {isStillOpen ? common.cancel : common.close}
          </Button>
        </>
      }
    >
      {happened && <Conflict happened={happened} isStillOpen={isStillOpen} typed={typedIn(values)} />}
      <ErrorSummary
        attempt={attempt}
        mistakes={Object.entries(errors).map(([name, text]) => ({
          name,
          text: `${labelOf(step, name, words)}: ${text}`,
        }))}
      />
      {problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problem, words)}
        </Alert>
      )}
      <p className="step-lead">{said.lead}</p>
      <form className="form" onSubmit={onSubmit} noValidate>
        <StepFields step={step} values={values} errors={errors} set={set} page={page} />
      </form>
    </Dialog>
  )
}

interface ConflictProps {
  happened: readonly DisclosedEvent[]
  isStillOpen: boolean
  typed: string
}

/** Two people at once: what the other did, and what can be done with what this one wrote. */
function Conflict({ happened, isStillOpen, typed }: ConflictProps) {
  const { words, format } = useLanguage()
  const { conflict, events } = words.steps
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const copy = () => {
    const write = navigator.clipboard?.writeText(typed) ?? Promise.reject(new Error('no clipboard'))
    write.then(
      () => announce(conflict.copied),
      () => announce(conflict.cannotCopy),
    )
  }
  return (
    <div ref={box} tabIndex={-1} className="conflict">
      <Alert
        tone="warn"
        title={conflict.title}
        isUrgent
        actions={
          typed !== '' && (
            <Button size="small" icon={IconCopy} onPress={copy}>
              {conflict.copy}
            </Button>
          )
        }
      >
        <p>{happened.length > 0 ? conflict.text : conflict.nothing}</p>
        {happened.length > 0 && (
          <ul>
            {happened.map(({ id, kind, at, actor }) => (
              <li key={id}>
                <strong>{events[kind]}</strong>, {actor.name}, <time dateTime={at}>{format.dayAndTime(at)}</time>
              </li>
            ))}
          </ul>
        )}
        <p>{isStillOpen ? conflict.stillOpen : conflict.noLongerOpen}</p>
      </Alert>
    </div>
  )
}
