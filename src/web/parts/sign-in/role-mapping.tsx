import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { type Role, roles } from '../../../domain/organisation.ts'
import type { RoleMapping as Mapping } from '../../../domain/provider-roles.ts'
import { client } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { type Problem, problemOf, sentenceFor } from '../problem.ts'
import { fieldProblems } from './field-problems.ts'

interface RoleMappingProps {
  mapping: readonly Mapping[]
  units: readonly { id: string; name: string }[]
  onSaved: () => Promise<void>
}

interface Line extends Mapping {
  /** Its own, so that a line keeps its fields when the one before it goes. */
  key: string
}

const isRole = (value: string): value is Role => roles.some((role) => role === value)

/** What the provider's groups give: the whole of it is saved at once. */
export function RoleMapping({ mapping, units, onSaved }: RoleMappingProps) {
  const words = useWords()
  const { mapping: said } = words.identityProvider
  const [lines, setLines] = useState<Line[]>(() => mapping.map((one) => ({ ...one, key: crypto.randomUUID() })))
  const [newest, setNewest] = useState<string | null>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const errors = fieldProblems(problem, words)

  const change = (key: string, changed: Partial<Mapping>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...changed } : line)))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setIsPending(true)
    setProblem(null)
    try {
      await client.identityProvider.saveMapping.mutate({ mapping: lines.map(({ key: _, ...line }) => line) })
      await onSaved()
      announce(said.saved)
    } catch (failure) {
      setProblem(problemOf(failure))
    } finally {
      setIsPending(false)
    }
  }
  const add = () => {
    const unitId = units[0]?.id ?? ''
    const key = crypto.randomUUID()
    setLines((before) => [...before, { key, value: '', unitId, role: 'case_handler' }])
    setNewest(key)
    announce(said.added(lines.length + 1))
  }
  const remove = (key: string, at: number) => {
    setLines((before) => before.filter((line) => line.key !== key))
    addButton.current?.focus()
    announce(said.removed(at + 1))
  }
  return (
    <form className="stack" onSubmit={save} noValidate>
      <p>{said.lead}</p>
      {problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problem, words)}
        </Alert>
      )}
      {lines.length === 0 && <p className="muted">{said.empty}</p>}
      {lines.map(({ key, value, unitId, role }, at) => (
        <fieldset key={key} className="stack mapping-line">
          <legend className="sr-only">{said.row(at + 1)}</legend>
          <div className="field-row">
            <TextField
              name={`mapping.${at}.value`}
              label={said.value}
              value={value}
              autoFocus={key === newest}
              onChange={(changed) => change(key, { value: changed })}
              error={errors[`mapping.${at}.value`]}
            />
            <NativeSelect
              name={`mapping.${at}.unitId`}
              label={said.unit}
              placeholder={null}
              value={unitId}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(changed) => change(key, { unitId: changed })}
              error={errors[`mapping.${at}.unitId`]}
            />
            <NativeSelect
              name={`mapping.${at}.role`}
              label={said.role}
              placeholder={null}
              value={role}
              options={roles.map((one) => ({ value: one, label: words.shell.roles[one] }))}
              onChange={(changed) => isRole(changed) && change(key, { role: changed })}
              error={errors[`mapping.${at}.role`]}
            />
          </div>
          <div className="actions">
            <Button size="small" look="quiet" icon={IconTrash} onPress={() => remove(key, at)}>
              {said.remove(at + 1)}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="actions">
        <Button icon={IconPlus} onPress={add} ref={addButton}>
          {said.add}
        </Button>
        <Button type="submit" look="primary" isPending={isPending}>
          {said.save}
        </Button>
      </div>
    </form>
  )
}
