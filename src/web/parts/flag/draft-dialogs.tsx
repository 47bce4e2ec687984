import { useState } from 'react'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { problemOf, sentenceFor } from '../problem.ts'

interface ConflictDialogProps {
  loadNewer: () => Promise<void>
  keepMine: () => Promise<void>
}

/** Two tabs, one draft: the person says which of them counts. */
export function ConflictDialog({ loadNewer, keepMine }: ConflictDialogProps) {
  const { words } = useLanguage()
  const said = words.flag.form.saving
  const [busy, setBusy] = useState<'newer' | 'mine' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const choose = async (which: 'newer' | 'mine') => {
    setBusy(which)
    setTrouble(null)
    try {
      await (which === 'newer' ? loadNewer() : keepMine())
      announce(which === 'newer' ? said.loaded : said.kept)
    } catch (error) {
      setTrouble(sentenceFor(problemOf(error), words))
      setBusy(null)
    }
  }
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={said.conflictTitle}
      actions={
        <>
          <Button look="primary" onPress={() => choose('newer')} isPending={busy === 'newer'} autoFocus>
            {said.loadNewer}
          </Button>
          <Button onPress={() => choose('mine')} isPending={busy === 'mine'}>
            {said.keepMine}
          </Button>
        </>
      }
    >
      <p>{said.conflictText}</p>
      {trouble && (
        <Alert tone="danger" isUrgent>
          {trouble}
        </Alert>
      )}
    </Dialog>
  )
}

export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { saving } = useWords().flag.form
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onStay}
      title={saving.leaveTitle}
      actions={
        <>
          <Button look="primary" onPress={onStay} autoFocus>
            {saving.stay}
          </Button>
          <Button look="danger" onPress={onLeave}>
            {saving.leave}
          </Button>
        </>
      }
    >
      <p>{saving.leaveText}</p>
    </Dialog>
  )
}
