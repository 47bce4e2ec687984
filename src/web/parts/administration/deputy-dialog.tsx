import { client } from '../../api.ts'
import { NativeSelect } from '../../ui/native-select.tsx'
import { useWords } from '../../words/language.tsx'
import { DaysFields } from './days-fields.tsx'
import type { StaffChoices, StaffPage } from './staff.ts'
import { StaffDialog } from './staff-dialog.tsx'
import { useStaffForm } from './use-staff-form.ts'

interface DeputyDialogProps {
  person: StaffPage
  deputies: StaffChoices['deputies']
  onClose: () => void
}

export function DeputyDialog({ person, deputies, onClose }: DeputyDialogProps) {
  const { people } = useWords()
  const { fields, page } = people
  const units = [...new Map(person.roles.map(({ unitId, unitName }) => [unitId, unitName]))]
  const form = useStaffForm(
    { deputyId: '', unitId: units.length === 1 ? (units[0]?.[0] ?? '') : '', from: person.today, until: '' },
    {
      said: people.saved,
      onDone: onClose,
      send: (values) => client.people.addDeputy.mutate({ ...values, personId: person.id, version: person.version }),
    },
  )
  const { values, errors, set } = form
  return (
    <StaffDialog title={page.addDeputy} lead={page.deputyLead} form={form} labels={fields} onClose={onClose}>
      <NativeSelect
        name="deputyId"
        label={fields.deputyId}
        value={values.deputyId}
        onChange={(deputyId) => set({ deputyId })}
        options={deputies
          .filter(({ personId }) => personId !== person.id)
          .map(({ personId, name, title }) => ({ value: personId, label: `${name}, ${title}` }))}
        error={errors.deputyId}
      />
      <NativeSelect
        name="unitId"
        label={fields.unitId}
        value={values.unitId}
        onChange={(unitId) => set({ unitId })}
        options={units.map(([value, label]) => ({ value, label }))}
        error={errors.unitId}
      />
      <DaysFields mustEnd today={person.today} values={values} errors={errors} set={set} />
    </StaffDialog>
  )
}
