import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLanguage } from '../../words/language.tsx'
import { problemOf, sentenceFor } from '../problem.ts'
import type { KeptUnit } from './answers.ts'
import { FormDialog } from './form-dialog.tsx'
import { useSubmit } from './use-submit.ts'

interface CloseDialogProps {
  unit: KeptUnit
  onDone: () => void
  onClose: () => void
}

/** Closes a unit; with a successor it is merged into that one. */
export function CloseDialog({ unit, onDone, onClose }: CloseDialogProps) {
  const { words } = useLanguage()
  const { close, units } = words.organisation
  const [successorId, setSuccessorId] = useState('')
  const form = useSubmit(onDone)
  const { data, error } = useQuery(trpc.units.open.queryOptions({ id: unit.id }, { staleTime: 0 }))
  const save = () => client.units.close.mutate({ id: unit.id, version: unit.version, successorId: successorId || null })
  const choose = (chosen: string) => {
    setSuccessorId(chosen)
    form.clear()
  }
  return (
    <FormDialog
      title={units.closeUnit(unit.name)}
      submit={successorId ? close.merge : close.submit}
      form={form}
      onSubmit={() => form.submit(save)}
      onClose={onClose}
    >
      <p>{close.lead}</p>
      {error && <Alert tone="danger">{sentenceFor(problemOf(error), words)}</Alert>}
      {!data && !error && <Skeleton lines={3} />}
      {data?.needsSuccessor && <p>{close.needed}</p>}
      {data && data.successors.length === 0 && data.needsSuccessor && <Alert tone="warn">{close.noneFits}</Alert>}
      {data && data.successors.length > 0 && (
        <>
          <NativeSelect
            name="successorId"
            label={close.successor}
            error={form.errors.successorId}
            value={successorId}
            onChange={choose}
            placeholder={data.needsSuccessor ? undefined : close.nobody}
            options={data.successors.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {successorId && <p>{close.follows}</p>}
        </>
      )}
    </FormDialog>
  )
}
