import { useState } from 'react'
import { unitKinds } from '../../../domain/organisation.ts'
import { client } from '../../api.ts'
import { NativeSelect } from '../../ui/native-select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import type { Board, KeptUnit } from './answers.ts'
import { FormDialog } from './form-dialog.tsx'
import { OpeningHoursFields } from './opening-hours-fields.tsx'
import { detailsOf, type UnitValues, valuesOf } from './unit-values.ts'
import { useSubmit } from './use-submit.ts'

interface UnitDialogProps {
  /** Null: a new one. */
  unit: KeptUnit | null
  boards: readonly Board[]
  onDone: () => void
  onClose: () => void
}

/** Adds a unit, or changes one. */
export function UnitDialog({ unit, boards, onDone, onClose }: UnitDialogProps) {
  const words = useWords().organisation
  const [values, setValues] = useState(() => valuesOf(unit))
  const form = useSubmit(onDone)
  const change = (changed: Partial<UnitValues>) => {
    setValues((before) => ({ ...before, ...changed }))
    form.clear()
  }
  const field = (name: 'name' | 'publicName' | 'phone' | 'mailbox') => ({
    name,
    label: words.unit[name],
    error: form.errors[name],
    value: values[name],
    onChange: (text: string) => change({ [name]: text }),
  })
  const save = () => {
    const { boardId, kind } = values
    const details = detailsOf(values)
    return unit
      ? client.units.change.mutate({ ...details, id: unit.id, version: unit.version })
      : client.units.add.mutate({ ...details, boardId, kind: kind as KeptUnit['kind'] })
  }
  return (
    <FormDialog
      title={unit ? words.units.changeUnit(unit.name) : words.units.addUnit}
      submit={words.unit.save}
      form={form}
      onSubmit={() => form.submit(save)}
      onClose={onClose}
    >
      <TextField {...field('name')} />
      <TextField {...field('publicName')} hint={words.unit.publicNameHint} optional />
      {!unit && (
        <>
          <p className="muted">{words.unit.fixed}</p>
          <div className="field-row">
            <NativeSelect
              name="boardId"
              label={words.unit.board}
              error={form.errors.boardId}
              value={values.boardId}
              onChange={(boardId) => change({ boardId })}
              options={boards.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <NativeSelect
              name="kind"
              label={words.unit.kind}
              error={form.errors.kind}
              value={values.kind}
              onChange={(chosen) => change({ kind: unitKinds.find((kind) => kind === chosen) ?? '' })}
              options={unitKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            />
          </div>
        </>
      )}
      <div className="field-row">
        <TextField {...field('phone')} type="tel" />
        <TextField {...field('mailbox')} type="email" hint={words.unit.mailboxHint} />
      </div>
      <OpeningHoursFields values={values} errors={form.errors} change={change} />
    </FormDialog>
  )
}
