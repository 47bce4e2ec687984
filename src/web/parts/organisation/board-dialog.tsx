import { useState } from 'react'
import { client } from '../../api.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import type { Board } from './answers.ts'
import { FormDialog } from './form-dialog.tsx'
import { useSubmit } from './use-submit.ts'

interface BoardDialogProps {
  /** Null: a new one. */
  board: Board | null
  onDone: () => void
  onClose: () => void
}

export function BoardDialog({ board, onDone, onClose }: BoardDialogProps) {
  const { units } = useWords().organisation
  const [name, setName] = useState(board?.name ?? '')
  const form = useSubmit(onDone)
  const save = () =>
    board
      ? client.units.changeBoard.mutate({ id: board.id, version: board.version, name })
      : client.units.addBoard.mutate({ name })
  const write = (text: string) => {
    setName(text)
    form.clear()
  }
  return (
    <FormDialog
      title={board ? units.changeBoard(board.name) : units.addBoard}
      submit={units.board.save}
      form={form}
      onSubmit={() => form.submit(save)}
      onClose={onClose}
    >
      <TextField name="name" label={units.board.name} error={form.errors.name} value={name} onChange={write} />
    </FormDialog>
  )
}
