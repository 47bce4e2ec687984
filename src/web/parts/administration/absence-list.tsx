import { IconCalendarOff } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { daysAfter } from '../days.ts'
import { DaysFields } from './days-fields.tsx'
import { EndDialog } from './role-dialog.tsx'
import { StaffDialog } from './staff-dialog.tsx'
import { useStaffForm } from './use-staff-form.ts'

interface Absence {
  id: string
  from: string
  until: string | null
}

interface AbsenceListProps {
  person: { personId: string; name: string }
  absences: readonly Absence[]
  today: string
  /** What stands where there is none. */
  none: string
}

/** When somebody is away, and the ways to say so. */
export function AbsenceList({ person, absences, today, none }: AbsenceListProps) {
  const { words, format } = useLanguage()
  const { page, absence: said } = words.people
  const [isAdding, setIsAdding] = useState(false)
  const [ending, setEnding] = useState<Absence | null>(null)
  const span = ({ from, until }: Absence) =>
    until ? page.fromTo(format.day(from), format.day(until)) : page.from(format.day(from))
  return (
    <div className="stack">
      {absences.length === 0 && <p className="muted">{none}</p>}
      {absences.length > 0 && (
        <ul className="staff-lines">
          {absences.map((absence) => (
            <li key={absence.id}>
              <span>{span(absence)}</span>
              {(absence.until === null || absence.until >= today) && (
                <Button size="small" label={`${page.endAbsence}: ${span(absence)}`} onPress={() => setEnding(absence)}>
                  {page.endAbsence}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <Button icon={IconCalendarOff} onPress={() => setIsAdding(true)}>
          {page.addAbsence}
        </Button>
      </div>
      {isAdding && <AbsenceDialog person={person} today={today} onClose={() => setIsAdding(false)} />}
      {ending && (
        <EndDialog
          title={said.whose(person.name)}
          lead={page.endAbsenceLead}
          today={today}
          until={daysAfter(today, -1) < ending.from ? daysAfter(ending.from, -1) : daysAfter(today, -1)}
          said={said.ended}
          send={(until) => client.absences.end.mutate({ absenceId: ending.id, until })}
          onClose={() => setEnding(null)}
        />
      )}
    </div>
  )
}

function AbsenceDialog({
  person,
  today,
  onClose,
}: Pick<AbsenceListProps, 'person' | 'today'> & { onClose: () => void }) {
  const { people } = useWords()
  const form = useStaffForm(
    { from: today, until: '' },
    {
      said: people.absence.added,
      onDone: onClose,
      send: ({ from, until }) => client.absences.add.mutate({ personId: person.personId, from, until: until || null }),
    },
  )
  const { values, errors, set } = form
  return (
    <StaffDialog
      title={people.absence.whose(person.name)}
      lead={people.page.absenceLead}
      form={form}
      labels={people.fields}
      onClose={onClose}
    >
      <DaysFields today={today} values={values} errors={errors} set={set} />
    </StaffDialog>
  )
}
