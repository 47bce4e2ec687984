import { type Role, roles } from '../../../domain/organisation.ts'
import { client } from '../../api.ts'
import { DateField } from '../../ui/date-field.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { useWords } from '../../words/language.tsx'
import { DaysFields } from './days-fields.tsx'
import type { StaffChoices, StaffPage } from './staff.ts'
import { StaffDialog } from './staff-dialog.tsx'
import { useStaffForm } from './use-staff-form.ts'

interface RoleDialogProps {
  person: StaffPage
  units: StaffChoices['units']
  onClose: () => void
}

export function RoleDialog({ person, units, onClose }: RoleDialogProps) {
  const { people, shell } = useWords()
  const { fields, page } = people
  const form = useStaffForm(
    { unitId: '', role: '' as Role | '', from: person.today, until: '' },
    {
      said: people.saved,
      onDone: onClose,
      send: ({ unitId, role, from, until }) =>
        client.people.giveRole.mutate({
          personId: person.id,
          version: person.version,
          unitId,
          role: role as Role, // an unchosen one is the server's to refuse, by its field
          from,
          until: until || null,
        }),
    },
  )
  const { values, errors, set } = form
  return (
    <StaffDialog title={page.giveRole} submitWord={page.giveRole} form={form} labels={fields} onClose={onClose}>
      <NativeSelect
        name="unitId"
        label={fields.unitId}
        value={values.unitId}
        onChange={(unitId) => set({ unitId })}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.unitId}
      />
      <NativeSelect
        name="role"
        label={fields.role}
        value={values.role}
        onChange={(role) => set({ role: role as Role | '' })}
        options={roles.map((role) => ({ value: role, label: shell.roles[role] }))}
        error={errors.role}
      />
      <DaysFields today={person.today} values={values} errors={errors} set={set} />
    </StaffDialog>
  )
}

interface EndDialogProps {
  title: string
  lead: string
  today: string
  until: string
  said: string
  send: (until: string) => Promise<unknown>
  onClose: () => void
}

/** The last day of something: a role, a deputy, an absence. */
export function EndDialog({ title, lead, today, until, said, send, onClose }: EndDialogProps) {
  const { people } = useWords()
  const form = useStaffForm({ until }, { said, onDone: onClose, send: (values) => send(values.until) })
  const { values, errors, set } = form
  return (
    <StaffDialog title={title} lead={lead} form={form} labels={people.fields} onClose={onClose}>
      <DateField
        name="until"
        label={people.fields.until}
        today={today}
        value={values.until}
        onChange={(until) => set({ until })}
        error={errors.until}
      />
    </StaffDialog>
  )
}
