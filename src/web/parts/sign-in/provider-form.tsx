import { type FormEvent, useState } from 'react'
import { type RoleSource, roleSources } from '../../../domain/provider-roles.ts'
import {
  type ClientAuthentication,
  clientAuthentications,
  type PersonMatch,
  personMatches,
} from '../../../domain/sign-in.ts'
import { client } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { type Problem, problemOf, sentenceFor } from '../problem.ts'
import { fieldProblems } from './field-problems.ts'

export interface Settings {
  issuer: string
  clientId: string
  clientAuthentication: ClientAuthentication
  scope: string
  acrValues: readonly string[] | null
  personMatch: PersonMatch
  personClaim: string
  rolesFrom: RoleSource
  rolesClaim: string | null
  contact: string | null
}

const unwritten: Settings = {
  issuer: '',
  clientId: '',
  clientAuthentication: 'client_secret_basic',
  scope: 'openid profile email',
  acrValues: null,
  personMatch: 'staff_id',
  personClaim: '',
  rolesFrom: 'administration',
  rolesClaim: null,
  contact: null,
}

const orNull = (text: string) => (text.trim() === '' ? null : text)
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

/** The settings, all but the secret as they are. */
export function ProviderForm({ settings, onSaved }: { settings: Settings | null; onSaved: () => Promise<void> }) {
  const words = useWords()
  const { identityProvider: said } = words
  const [values, setValues] = useState(settings ?? unwritten)
  const [acrLines, setAcrLines] = useState((settings?.acrValues ?? []).join('\n'))
  const [secret, setSecret] = useState('')
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const errors = fieldProblems(problem, words)

  const set = (changed: Partial<Settings>) => setValues((before) => ({ ...before, ...changed }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setIsPending(true)
    setProblem(null)
    try {
      const acrValues = linesOf(acrLines)
      const input = { ...values, acrValues: acrValues.length > 0 ? acrValues : null, secret: orNull(secret) }
      await client.identityProvider.save.mutate(input)
      setSecret('')
      await onSaved()
      announce(said.saved)
    } catch (failure) {
      setProblem(problemOf(failure))
    } finally {
      setIsPending(false)
    }
  }
  const text = (name: 'issuer' | 'clientId' | 'scope' | 'personClaim' | 'rolesClaim') => ({
    name,
    ...said[name],
    value: values[name] ?? '',
    onChange: (value: string) => set({ [name]: name === 'rolesClaim' ? orNull(value) : value }),
    error: errors[name],
  })
  const choice = <Name extends 'clientAuthentication' | 'personMatch' | 'rolesFrom'>(
    name: Name,
    all: readonly Settings[Name][],
  ) => {
    const choices: Record<string, string> = said[name].choices
    return {
      name,
      label: said[name].label,
      placeholder: null,
      value: values[name],
      options: all.map((value) => ({ value, label: choices[value] ?? value })),
      onChange: (value: string) => set({ [name]: value }),
      error: errors[name],
    }
  }
  return (
    <form className="stack" onSubmit={save} noValidate>
      {problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(problem, words)}
        </Alert>
      )}
      <TextField {...text('issuer')} />
      <TextField {...text('clientId')} />
      <NativeSelect {...choice('clientAuthentication', clientAuthentications)} />
      <TextArea
        name="secret"
        {...said.secret}
        rows={2}
        value={secret}
        onChange={setSecret}
        error={errors.secret}
        optional={settings !== null}
      />
      <TextField {...text('scope')} />
      <TextArea
        name="acrValues"
        {...said.acrValues}
        rows={2}
        value={acrLines}
        onChange={setAcrLines}
        error={errors.acrValues}
        optional
      />
      <NativeSelect {...choice('personMatch', personMatches)} />
      <TextField {...text('personClaim')} />
      <NativeSelect {...choice('rolesFrom', roleSources)} />
      {values.rolesFrom !== 'administration' && <TextField {...text('rolesClaim')} />}
      <TextArea
        name="contact"
        {...said.contact}
        rows={2}
        value={values.contact ?? ''}
        onChange={(contact) => set({ contact: orNull(contact) })}
        error={errors.contact}
        optional
      />
      <div className="actions">
        <Button type="submit" look="primary" isPending={isPending}>
          {said.save}
        </Button>
      </div>
    </form>
  )
}
