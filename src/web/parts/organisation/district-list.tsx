import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { District } from '../../../domain/routing.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'

interface DistrictListProps {
  districts: readonly District[]
  onChange: (districts: District[]) => void
}

/** The parts of the municipality, by codes that the administrator chooses. */
export function DistrictList({ districts, onChange }: DistrictListProps) {
  const { routing, problems } = useWords().organisation
  const said = routing.districts
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [error, setError] = useState<{ code?: string; name?: string }>({})
  const add = () => {
    const district = { code: code.trim(), name: name.trim() }
    const isTaken = districts.some((other) => other.code === district.code)
    const found = {
      code: district.code ? (isTaken ? said.taken : undefined) : problems.required,
      name: district.name ? undefined : problems.required,
    }
    setError(found)
    if (found.code || found.name) return
    onChange([...districts, district])
    setCode('')
    setName('')
  }
  return (
    <Section title={said.title}>
      <p>{said.lead}</p>
      {districts.length === 0 && <p className="muted">{said.none}</p>}
      <ul className="rule-list">
        {districts.map((district) => (
          <li key={district.code} className="rule">
            <span>
              {district.code}: {district.name}
            </span>
            <Button
              size="small"
              icon={IconTrash}
              label={said.remove(district.name)}
              onPress={() => onChange(districts.filter((other) => other !== district))}
            />
          </li>
        ))}
      </ul>
      <div className="field-row">
        <TextField name="newCode" label={said.code} error={error.code} value={code} onChange={setCode} />
        <TextField name="newName" label={said.name} error={error.name} value={name} onChange={setName} />
      </div>
      <div className="actions">
        <Button icon={IconPlus} onPress={add}>
          {said.add}
        </Button>
      </div>
    </Section>
  )
}
