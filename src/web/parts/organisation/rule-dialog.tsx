import { useState } from 'react'
import type { District, RoutingRule } from '../../../domain/routing.ts'
import { NativeSelect } from '../../ui/native-select.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import { readAge } from './age-text.ts'
import type { RoutableUnit } from './answers.ts'
import { FormDialog } from './form-dialog.tsx'
import type { Errors } from './use-submit.ts'

interface RuleDialogProps {
  units: readonly RoutableUnit[]
  districts: readonly District[]
  onAdd: (rule: RoutingRule) => void
  onClose: () => void
}

const mayReceive: readonly RoutableUnit['kind'][] = ['intake', 'family_support']

/** One rule, put together from what may decide. It is kept when the whole list is saved. */
export function RuleDialog({ units, districts, onAdd, onClose }: RuleDialogProps) {
  const { organisation } = useWords()
  const { routing, problems } = organisation
  const { fields, tracks } = routing
  const [receiverId, setReceiverId] = useState('')
  const [track, setTrack] = useState<'A' | 'B' | 'both'>('A')
  const [acute, setAcute] = useState<'any' | 'yes' | 'no'>('any')
  const [district, setDistrict] = useState('')
  const [ages, setAges] = useState({ from: '', to: '' })
  const [errors, setErrors] = useState<Errors>({})
  const [attempt, setAttempt] = useState(0)

  const add = () => {
    const [ageFrom, ageTo] = [readAge(ages.from), readAge(ages.to)]
    const found: Record<string, string> = {}
    if (!receiverId) found.receiverId = problems.required
    if (ageFrom === undefined) found.ageFrom = problems['age-impossible']
    if (ageTo === undefined) found.ageTo = problems['age-impossible']
    setErrors(found)
    setAttempt((count) => count + 1)
    if (!receiverId || ageFrom === undefined || ageTo === undefined) return
    onAdd({
      id: crypto.randomUUID(),
      receiverId,
      track: track === 'both' ? null : track,
      acute: acute === 'any' ? null : acute === 'yes',
      district: district || null,
      ageFrom,
      ageTo,
    })
  }
  const mistakes = Object.entries(errors).map(([name, text]) => ({ name, text }))
  return (
    <FormDialog
      title={routing.add}
      submit={routing.add}
      form={{ mistakes, problem: null, attempt, isPending: false }}
      onSubmit={add}
      onClose={onClose}
    >
      <NativeSelect
        name="receiverId"
        label={fields.receiverId}
        error={errors.receiverId}
        value={receiverId}
        onChange={setReceiverId}
        options={units
          .filter(({ kind, closedAt }) => closedAt === null && mayReceive.includes(kind))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <RadioGroup
        name="track"
        label={fields.track}
        value={track}
        onChange={setTrack}
        options={(['A', 'B', 'both'] as const).map((value) => ({ value, label: tracks[value] }))}
      />
      <RadioGroup
        name="acute"
        label={fields.acute}
        value={acute}
        onChange={setAcute}
        options={(['any', 'yes', 'no'] as const).map((value) => ({ value, label: fields.acuteChoices[value] }))}
      />
      {districts.length > 0 && (
        <NativeSelect
          name="district"
          label={fields.district}
          value={district}
          onChange={setDistrict}
          placeholder={fields.anyDistrict}
          options={districts.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <div className="field-row">
        <TextField
          name="ageFrom"
          label={fields.ageFrom}
          error={errors.ageFrom}
          value={ages.from}
          onChange={(from) => setAges({ ...ages, from })}
          inputMode="numeric"
          width="short"
          optional
        />
        <TextField
          name="ageTo"
          label={fields.ageTo}
          error={errors.ageTo}
          value={ages.to}
          onChange={(to) => setAges({ ...ages, to })}
          inputMode="numeric"
          width="short"
          optional
        />
      </div>
    </FormDialog>
  )
}
