import { NativeSelect } from '../../ui/native-select.tsx'
import { useWords } from '../../words/language.tsx'
import { useFlag } from './use-flag.ts'
import { isProtectedFamily } from './use-receivers.ts'

/** Where the family lives, only where a rule on who receives looks at it, and never of a protected family. */
export function DistrictField() {
  const { districts, asked, answer } = useFlag()
  const { form } = useWords().flag
  if (districts.length === 0 || isProtectedFamily(asked)) return null
  return (
    <div className="card">
      <NativeSelect
        name="district"
        label={form.district.label}
        hint={form.district.hint}
        optional
        value={asked.district ?? ''}
        onChange={(district) => answer('district', district || undefined)}
        placeholder={form.district.unknown}
        options={districts.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </div>
  )
}
