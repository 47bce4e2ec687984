import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { weekdays } from '../../../domain/opening-hours.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import type { TypedHours, UnitValues } from './unit-values.ts'
import type { Errors } from './use-submit.ts'

interface HoursProps {
  values: UnitValues
  errors: Errors
  change: (values: Partial<UnitValues>) => void
}

/** When a unit answers: weekday by weekday, on holidays, and on days of their own. */
export function OpeningHoursFields({ values, errors, change }: HoursProps) {
  const { hours } = useWords().organisation
  const { week, holidays, hasHours } = values
  return (
    <fieldset className="fieldset">
      <legend>{hours.title}</legend>
      <Checkbox
        name="hasHours"
        label={hours.has}
        hint={hours.hasHint}
        isSelected={hasHours}
        onChange={(has) => change({ hasHours: has })}
      />
      {hasHours && (
        <>
          <p className="muted">{hours.hint}</p>
          {weekdays.map((day) => (
            <DayHours
              key={day}
              name={`openingHours.week.${day}`}
              title={hours.weekdays[day]}
              hours={week[day]}
              errors={errors}
              onChange={(own) => change({ week: { ...week, [day]: own } })}
            />
          ))}
          <DayHours
            name="openingHours.holidays"
            title={hours.holidays}
            hours={holidays}
            errors={errors}
            onChange={(own) => change({ holidays: own })}
          />
          <Exceptions values={values} errors={errors} change={change} />
        </>
      )}
    </fieldset>
  )
}

interface DayHoursProps {
  name: string
  title: string
  hours: TypedHours
  errors: Errors
  onChange: (hours: TypedHours) => void
}

function DayHours({ name, title, hours, errors, onChange }: DayHoursProps) {
  const words = useWords().organisation.hours
  return (
    <fieldset className="fieldset hours">
      <legend className="hours-day">{title}</legend>
      <div className="hours-row">
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            name={`${name}.${end}`}
            label={words[end]}
            error={errors[`${name}.${end}`]}
            value={hours[end]}
            onChange={(text) => onChange({ ...hours, [end]: text })}
            width="short"
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Adding a day leads to its field, removing one back to the button (WEB.md 6). */
function Exceptions({ values: { exceptions }, errors, change }: HoursProps) {
  const words = useWords().organisation.hours
  const adder = useRef<HTMLButtonElement>(null)
  const add = () => {
    change({ exceptions: [...exceptions, { key: crypto.randomUUID(), day: '', from: '', to: '' }] })
    announce(words.added)
  }
  const remove = (key: string) => {
    change({ exceptions: exceptions.filter((other) => other.key !== key) })
    announce(words.removed)
    adder.current?.focus()
  }
  return (
    <fieldset className="fieldset">
      <legend>{words.exceptions}</legend>
      {exceptions.map((exception, place) => {
        const path = `openingHours.exceptions.${place}`
        const set = (own: Partial<typeof exception>) =>
          change({ exceptions: exceptions.map((other) => (other === exception ? { ...exception, ...own } : other)) })
        return (
          <div key={exception.key} className="hours-exception">
            <TextField
              name={`${path}.day`}
              label={words.day}
              hint={words.dayHint}
              error={errors[`${path}.day`]}
              value={exception.day}
              onChange={(day) => set({ day })}
              width="short"
              autoFocus={exception.day === ''}
            />
            <DayHours
              name={`${path}.hours`}
              title={exception.day || words.day}
              hours={exception}
              errors={errors}
              onChange={set}
            />
            <Button
              size="small"
              icon={IconTrash}
              label={words.removeDay(exception.day)}
              onPress={() => remove(exception.key)}
            />
          </div>
        )
      })}
      <div className="actions">
        <Button ref={adder} icon={IconPlus} onPress={add}>
          {words.addDay}
        </Button>
      </div>
    </fieldset>
  )
}
