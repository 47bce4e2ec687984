import { IconMessageReply, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { limits } from '../../../domain/flag/fields.ts'
import { client, trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { DueChip } from '../../ui/due-chip.tsx'
import { Section } from '../../ui/section.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useLanguage } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { type Problem, problemOf, sentenceFor } from '../problem.ts'
import type { SentReferral } from './answers.ts'
import { sentQuery } from './queries.ts'
import { telephone } from './telephone.ts'

/** What the sender may do now: answer, add, ask for feedback. Which of them is the server's to say. */
export function SenderActions({ referral }: { referral: SentReferral }) {
  const { words } = useLanguage()
  const { one } = words.flag
  const { openQuestion, stepsOpen, updates, receiver, reference, today } = referral
  const isReceived = updates.length > 0
  return (
    <div className="stack no-print">
      {!isReceived && (
        <Alert tone="info" title={one.waiting}>
          <a href={telephone(receiver.phone)}>{one.waitingText(receiver.phone)}</a>
        </Alert>
      )}
      {openQuestion && stepsOpen.includes('supplement') && (
        <Section
          title={one.questionTitle}
          actions={<DueChip dueOn={openQuestion.answerBy} today={today} what={words.flag.mine.columns.due} />}
        >
          <div className="own-text">
            <h3>{one.codes[openQuestion.question]}</h3>
            <p>{openQuestion.text}</p>
          </div>
          <SupplementForm reference={reference} answersQuestion />
        </Section>
      )}
      {!openQuestion && stepsOpen.includes('supplement') && <AddMore reference={reference} />}
      {stepsOpen.includes('request_feedback') && <AskForFeedback referral={referral} />}
    </div>
  )
}

function AddMore({ reference }: { reference: string }) {
  const { one } = useLanguage().words.flag
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setIsOpen(false)
    opener.current?.focus()
  }
  return (
    <div className="stack">
      <div className="actions">
        <Button ref={opener} icon={IconPlus} isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {one.more}
        </Button>
      </div>
      {isOpen && (
        <div className="card">
          <SupplementForm reference={reference} answersQuestion={false} onDone={close} />
        </div>
      )}
    </div>
  )
}

interface SupplementFormProps {
  reference: string
  answersQuestion: boolean
  onDone?: () => void
}

/** Adds to what was sent. One key for each text, so that a lost answer never makes two of it. */
function SupplementForm({ reference, answersQuestion, onDone }: SupplementFormProps) {
  const { words } = useLanguage()
  const { one } = words.flag
  const queryClient = useQueryClient()
  const key = useRef<string>(undefined)
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isPending, setIsPending] = useState(false)

  const send = async () => {
    if (text.trim() === '') return setError(one.required)
    if (text.trim().length > limits.text) return setError(words.errors.problems.tooLong)
    key.current ??= crypto.randomUUID()
    setIsPending(true)
    setProblem(null)
    try {
      const after: SentReferral = await client.flags.supplement.mutate({
        reference,
        key: key.current,
        text,
        answersQuestion,
      })
      key.current = undefined
      setText('')
      announce(answersQuestion ? one.answerDone : one.moreDone)
      queryClient.setQueryData(sentQuery(reference).queryKey, after)
      await queryClient.invalidateQueries({ queryKey: trpc.flags.mine.queryKey() })
      onDone?.()
    } catch (caught) {
      setProblem(problemOf(caught))
    } finally {
      setIsPending(false)
    }
  }
  return (
    <div className="form">
      <TextArea
        name={answersQuestion ? 'answer' : 'supplement'}
        label={answersQuestion ? one.answerLabel : one.moreLabel}
        hint={answersQuestion ? one.answerHint : one.moreHint}
        error={error}
        value={text}
        maxLength={limits.text}
        autoFocus={!answersQuestion}
        onChange={(next) => {
          setText(next)
          key.current = undefined
          setError(undefined)
        }}
      />
      {problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problem, words)}
        </Alert>
      )}
      <div className="actions">
        <Button look="primary" onPress={send} isPending={isPending}>
          {answersQuestion ? one.answerSend : one.moreSend}
        </Button>
        {onDone && (
          <Button look="quiet" onPress={onDone}>
            {words.common.cancel}
          </Button>
        )}
      </div>
    </div>
  )
}

function AskForFeedback({ referral: { reference, nature } }: { referral: SentReferral }) {
  const { words } = useLanguage()
  const { one } = words.flag
  const queryClient = useQueryClient()
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const ask = async () => {
    setIsPending(true)
    setProblem(null)
    try {
      const after: SentReferral = await client.flags.requestFeedback.mutate({ reference })
      queryClient.setQueryData(sentQuery(reference).queryKey, after)
      announce(one.askFeedbackDone)
    } catch (caught) {
      setProblem(problemOf(caught))
    } finally {
      setIsPending(false)
    }
  }
  return (
    <div className="stack">
      <div className="actions">
        <Button icon={IconMessageReply} onPress={ask} isPending={isPending} describedBy="ask-feedback">
          {one.askFeedback}
        </Button>
      </div>
      <p id="ask-feedback" className="muted">
        {nature === 'concern_report' ? one.askFeedbackText : one.askFeedbackTextPolicy}
      </p>
      {problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problem, words)}
        </Alert>
      )}
    </div>
  )
}
