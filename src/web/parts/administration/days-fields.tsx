import { DateField } from '../../ui/date-field.tsx'
import { useWords } from '../../words/language.tsx'

interface Days {
  from: string
  until: string
}

interface DaysFieldsProps {
  today: string
  values: Days
  errors: Partial<Record<keyof Days, string>>
  set: (change: Partial<Days>) => void
  /** A deputy always has a last day. */
  mustEnd?: boolean
}

/** From one day to another, both counted. */
export function DaysFields({ today, values, errors, set, mustEnd = false }: DaysFieldsProps) {
  const { fields } = useWords().people
  return (
    <>
      <DateField
        name="from"
        label={fields.from}
        today={today}
        value={values.from}
        onChange={(from) => set({ from })}
        error={errors.from}
      />
      <DateField
        name="until"
        label={fields.until}
        hint={mustEnd ? undefined : fields.untilHint}
        optional={!mustEnd}
        today={today}
        value={values.until}
        onChange={(until) => set({ until })}
        error={errors.until}
      />
    </>
  )
}
