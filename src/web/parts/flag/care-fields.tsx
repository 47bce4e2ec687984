import type { ReactNode } from 'react'
import { careAreas, careCosts, careFrequencies, type YoungCarerAnswers } from '../../../domain/young-carer.ts'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { useWords } from '../../words/language.tsx'
import { fieldId } from '../field-id.ts'
import { YoungCarerProfile } from '../young-carer-profile.tsx'
import { useFlag } from './use-flag.ts'

interface CareFieldProps {
  path: string
  field: { name: string; label: ReactNode; hint?: ReactNode; error?: ReactNode; optional: boolean }
}

function useCarer(path: string): YoungCarerAnswers {
  const { children } = useFlag()
  const place = Number(path.split('.')[1])
  return children[place]?.youngCarer ?? {}
}

/** Six areas, a row each, and the profile as it grows. */
export function CareAreas({ path, field }: CareFieldProps) {
  const { answer } = useFlag()
  const { flag, common } = useWords()
  const carer = useCarer(path)
  const isBegun = Object.values(carer.areas ?? {}).some(Boolean)
  return (
    <fieldset id={fieldId(path)} className="fieldset care">
      <legend className="care-legend">
        {field.label}
        <span className="field-optional"> ({common.optional})</span>
      </legend>
      <p className="field-hint">{field.hint}</p>
      <div className="care-rows">
        {careAreas.map((area) => (
          <RadioGroup
            key={area}
            name={`${path}.${area}`}
            label={flag.choices.areas[area]}
            look="segmented"
            value={carer.areas?.[area] ?? null}
            onChange={(frequency) => answer(`${path}.${area}`, frequency)}
            options={careFrequencies.map((value) => ({ value, label: flag.choices.frequencies[value] }))}
          />
        ))}
      </div>
      {isBegun && (
        <div className="care-profile">
          <YoungCarerProfile answers={carer} />
          <p className="muted">{flag.profile.note}</p>
        </div>
      )}
    </fieldset>
  )
}

export function CareCosts({ path, field }: CareFieldProps) {
  const { answer } = useFlag()
  const { choices } = useWords().flag
  return (
    <CheckboxGroup
      {...field}
      value={useCarer(path).costs ?? []}
      onChange={(costs) => answer(path, costs)}
      options={careCosts.map((value) => ({ value, label: choices.costs[value] }))}
    />
  )
}
