import { client } from '../../api.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import type { StaffPage } from './staff.ts'
import { StaffDialog } from './staff-dialog.tsx'
import { useStaffForm } from './use-staff-form.ts'

interface PersonDialogProps {
  /** Absent: someone new. */
  person?: StaffPage
  today: string
  onClose: () => void
  onAdded?: (personId: string) => void
}

/** Who somebody is, and what they have shown that they are qualified for. */
export default function PersonDialog({ person, today, onClose, onAdded }: PersonDialogProps) {
  const { people } = useWords()
  const { fields } = people
  const form = useStaffForm(
    {
      name: person?.name ?? '',
      title: person?.title ?? '',
      email: person?.email ?? '',
      staffId: person?.staffId ?? '',
      qualified: person?.qualified ?? false,
      qualifiedOn: person?.qualifiedOn ?? '',
    },
    {
      said: person ? people.saved : people.added,
      onDone: onClose,
      async send(values) {
        const asked = { ...values, staffId: values.staffId.trim() || null, qualifiedOn: values.qualifiedOn || null }
        const evidence = asked.qualified ? asked : { ...asked, qualifiedOn: null }
        if (person) return client.people.change.mutate({ ...evidence, personId: person.id, version: person.version })
        const { personId } = await client.people.add.mutate(evidence)
        onAdded?.(personId)
      },
    },
  )
  const { values, errors, set } = form
  return (
    <StaffDialog
      title={person ? person.name : people.add}
      lead={person ? undefined : people.addLead}
      form={form}
      labels={fields}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={fields.name}
        value={values.name}
        onChange={(name) => set({ name })}
        error={errors.name}
      />
      <TextField
        name="title"
        label={fields.title}
        value={values.title}
        onChange={(title) => set({ title })}
        error={errors.title}
      />
      <TextField
        name="email"
        type="email"
        label={fields.email}
        value={values.email}
        onChange={(email) => set({ email })}
        error={errors.email}
      />
      <TextField
        name="staffId"
        label={fields.staffId}
        hint={fields.staffIdHint}
        optional
        width="short"
        value={values.staffId}
        onChange={(staffId) => set({ staffId })}
        error={errors.staffId}
      />
      <Checkbox
        name="qualified"
        label={fields.qualified}
        isSelected={values.qualified}
        onChange={(qualified) => set({ qualified })}
      />
      {values.qualified && (
        <DateField
          name="qualifiedOn"
          label={fields.qualifiedOn}
          hint={fields.qualifiedOnHint}
          today={today}
          lean="past"
          value={values.qualifiedOn}
          onChange={(qualifiedOn) => set({ qualifiedOn })}
          error={errors.qualifiedOn}
        />
      )}
    </StaffDialog>
  )
}
