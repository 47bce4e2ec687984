import { IconMessageQuestion } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '../api.ts'
import { announce } from '../parts/announce.ts'
import { problemOf, sentenceFor } from '../parts/problem.ts'
import type { Question } from '../parts/review/queries.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Status } from '../ui/status.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Time } from '../ui/time.tsx'
import { useWords } from '../words/language.tsx'

export const Route = createFileRoute('/granskning/fragor')({ component: QuestionsPage })

/** What one has been asked about one's own reads, and the answer. */
function QuestionsPage() {
  const { questions } = useWords().review
  const { data, error } = useQuery(trpc.reviews.questions.queryOptions())
  if (error && !data) throw error
  return (
    <div className="page-narrow">
      <PageHeader tab={questions.tab} title={questions.title}>
        <p>{questions.lead}</p>
      </PageHeader>
      <div className="stack">
        {!data && <Skeleton lines={6} />}
        {data?.questions.length === 0 && (
          <EmptyState icon={IconMessageQuestion} title={questions.empty.title}>
            {questions.empty.text}
          </EmptyState>
        )}
        {data?.questions.map((question) => (
          <AskedRead key={question.id} question={question} />
        ))}
      </div>
    </div>
  )
}

function AskedRead({ question }: { question: Question }) {
  const { review } = useWords()
  const { questions, doors, said } = review
  const { id, at, door, reference, marks, waits } = question
  return (
    <Section
      title={questions.read(doors[door], reference)}
      actions={<Status tone={waits ? 'warn' : 'success'}>{waits ? questions.waits : questions.answered}</Status>}
    >
      <p className="muted">
        <Time at={at} withClock />
      </p>
      <dl className="review-said">
        {marks.map(({ id: markId, mark, byName, at: saidAt, words }) => (
          <div key={markId}>
            <dt>
              {said[mark]}, {byName}, <Time at={saidAt} withClock />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {waits && <AnswerForm itemId={id} />}
    </Section>
  )
}

function AnswerForm({ itemId }: { itemId: string }) {
  const words = useWords()
  const { questions } = words.review
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isPending, setIsPending] = useState(false)

  const send = async () => {
    if (text.trim() === '') return setError(words.errors.problems.required)
    setIsPending(true)
    try {
      const answered = await client.reviews.answer.mutate({ itemId, words: text })
      queryClient.setQueryData(trpc.reviews.questions.queryKey(), answered)
      announce(questions.done)
    } catch (failure) {
      setError(sentenceFor(problemOf(failure), words))
      setIsPending(false)
    }
  }
  return (
    <>
      <TextArea
        name={`answer-${itemId}`}
        label={questions.label}
        hint={questions.hint}
        error={error}
        value={text}
        maxLength={2000}
        onChange={(next) => {
          setText(next)
          setError(null)
        }}
      />
      <div className="actions">
        <Button look="primary" onPress={send} isPending={isPending}>
          {questions.submit}
        </Button>
      </div>
    </>
  )
}
