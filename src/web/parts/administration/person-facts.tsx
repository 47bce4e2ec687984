import { IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { client } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import type { StaffPage } from './staff.ts'
import { StaffDialog } from './staff-dialog.tsx'
import { useStaffForm } from './use-staff-form.ts'

const PersonDialog = lazy(() => import('./person-dialog.tsx'))

interface PersonPartProps {
  person: StaffPage
  /** Oneself is changed by somebody else. */
  mayChange: boolean
}

export function PersonFacts({ person, mayChange }: PersonPartProps) {
  const { words, format } = useLanguage()
  const { common, people } = words
  const { fields, page } = people
  const [open, setOpen] = useState<'change' | 'state' | null>(null)
  const { qualified, qualifiedOn } = person
  const evidence = qualifiedOn ? page.qualifiedSince(format.day(qualifiedOn)) : page.qualifiedUndated
  return (
    <Section
      title={page.facts}
      actions={
        mayChange && (
          <>
            <Button icon={IconPencil} onPress={() => setOpen('change')}>
              {common.change}
            </Button>
            <Button look="quiet" onPress={() => setOpen('state')}>
              {person.isActive ? page.deactivate : page.reactivate}
            </Button>
          </>
        )
      }
    >
      <SummaryList
        items={[
          { term: fields.title, detail: person.title },
          { term: fields.email, detail: person.email },
          { term: fields.staffId, detail: person.staffId ?? common.notGiven },
          { term: page.qualified, detail: qualified ? evidence : page.notQualified },
        ]}
      />
      {open === 'change' && (
        <Suspense>
          <PersonDialog person={person} today={person.today} onClose={() => setOpen(null)} />
        </Suspense>
      )}
      {open === 'state' && <StateDialog person={person} onClose={() => setOpen(null)} />}
    </Section>
  )
}

/** Someone leaves, or comes back. */
function StateDialog({ person, onClose }: { person: StaffPage; onClose: () => void }) {
  const { people } = useWords()
  const { page } = people
  const at = { personId: person.id, version: person.version }
  const form = useStaffForm(
    {},
    {
      said: people.saved,
      onDone: onClose,
      send: () => (person.isActive ? client.people.deactivate.mutate(at) : client.people.reactivate.mutate(at)),
    },
  )
  return (
    <StaffDialog
      title={person.isActive ? page.deactivateTitle : page.reactivateTitle}
      lead={person.isActive ? page.deactivateText : page.reactivateText}
      submitWord={person.isActive ? page.deactivate : page.reactivate}
      look={person.isActive ? 'danger' : 'primary'}
      form={form}
      labels={{}}
      onClose={onClose}
    />
  )
}
