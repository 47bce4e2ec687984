import { IconCheck, IconNotes } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { DueChip } from '../../ui/due-chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLanguage } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { childLabel } from '../child-label.ts'
import { problemOf, sentenceFor } from '../problem.ts'
import type { ChildNote } from './answers.ts'
import { childNotesQuery } from './queries.ts'

/** Children without need when asked (track C), and when to ask again. */
export function ChildNotes() {
  const { words } = useLanguage()
  const { mine } = words.flag
  const { data: notes, error } = useQuery(childNotesQuery)
  if (error) return <Alert tone="danger">{sentenceFor(problemOf(error), words)}</Alert>
  if (!notes) return <Skeleton lines={4} />
  if (notes.length === 0) return <EmptyState icon={IconNotes} title={mine.noNotes} />
  return (
    <div className="stack">
      <p className="muted">{mine.notesText}</p>
      <div className="card">
        <ul className="draft-list">
          {notes.map((note) => (
            <NoteLine key={note.id} note={note} />
          ))}
        </ul>
      </div>
    </div>
  )
}

function NoteLine({ note }: { note: ChildNote }) {
  const { words, format } = useLanguage()
  const { mine } = words.flag
  const queryClient = useQueryClient()
  const name = childLabel(note.child, words, format)
  const asking = useMutation({
    mutationFn: () => client.childNotes.markAsked.mutate({ id: note.id }),
    async onSuccess() {
      announce(mine.askedDone)
      await queryClient.invalidateQueries({ queryKey: childNotesQuery.queryKey })
    },
  })
  return (
    <li className="draft-line">
      <span className="draft-words">
        <strong>{name}</strong>
        {note.clientName && <span className="muted">{mine.noteOf(note.clientName)}</span>}
        {asking.error && <span className="field-error">{sentenceFor(problemOf(asking.error), words)}</span>}
      </span>
      <DueChip what={mine.notes} dueOn={note.askAgainOn} today={note.today} />
      <Button
        size="small"
        icon={IconCheck}
        label={mine.askedOf(name)}
        onPress={() => asking.mutate()}
        isPending={asking.isPending}
      >
        {mine.asked}
      </Button>
    </li>
  )
}
