import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api.ts'
import { type Session, sessionQuery } from '../../session.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { type Problem, problemOf, sentenceFor } from '../problem.ts'
import { sessionEnded, signedInAgain } from '../sign-in-again.ts'

/** Lies over the page, which keeps what was typed. The calls that were turned away go out again by themselves. */
export default function SessionEndedDialog({ session }: { session: Session }) {
  const words = useWords()
  const { sessionEnded: said } = words.shell
  const queryClient = useQueryClient()
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const signInHere = async () => {
    setIsPending(true)
    setProblem(null)
    try {
      if (session.demo) await client.session.signInDemo.mutate({ personId: session.personId })
      const now: Session | null = await client.session.me.query()
      if (now?.personId !== session.personId) return location.assign('/logga-in')
      queryClient.setQueryData(sessionQuery.queryKey, now)
      signedInAgain()
      announce(said.done)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setIsPending(false)
    }
  }
  const leave = () => {
    sessionEnded.set(false)
    location.assign('/logga-in')
  }

  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={said.title}
      actions={
        <>
          <Button look="primary" onPress={signInHere} isPending={isPending} autoFocus>
            {session.demo ? said.again(session.name) : said.ordinary}
          </Button>
          <Button look="quiet" onPress={leave} describedBy="leave-hint">
            {said.other}
          </Button>
        </>
      }
    >
      <p>{said.text}</p>
      {!session.demo && (
        <p>
          <a className="link" href="/logga-in" target="_blank" rel="noreferrer">
            {words.shell.signIn.title}
          </a>
        </p>
      )}
      <p id="leave-hint" className="muted">
        {said.otherHint}
      </p>
      {problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problem, words)}
        </Alert>
      )}
    </Dialog>
  )
}
