import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { problemOf, sentenceFor } from '../problem.ts'
import type { DraftLine } from './answers.ts'
import { draftsQuery } from './queries.ts'

export default function RemoveDraftDialog({ draft, onClose }: { draft: DraftLine; onClose: () => void }) {
  const { words } = useLanguage()
  const { mine } = words.flag
  const queryClient = useQueryClient()
  const removal = useMutation({
    mutationFn: () => client.drafts.remove.mutate({ id: draft.id }),
    async onSuccess() {
      await queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey })
      announce(mine.removed)
      onClose()
    },
  })
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={mine.removeTitle}
      actions={
        <>
          <Button look="danger" onPress={() => removal.mutate()} isPending={removal.isPending}>
            {mine.removeDraft}
          </Button>
          <Button look="quiet" onPress={onClose} autoFocus>
            {words.common.cancel}
          </Button>
        </>
      }
    >
      <p>{mine.removeText}</p>
      {removal.error && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problemOf(removal.error), words)}
        </Alert>
      )}
    </Dialog>
  )
}
