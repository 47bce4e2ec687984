import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLanguage } from '../../words/language.tsx'
import { EndDialog, RoleDialog } from './role-dialog.tsx'
import type { StaffChoices, StaffPage } from './staff.ts'

interface PersonRolesProps {
  person: StaffPage
  units: StaffChoices['units']
  mayChange: boolean
}

type HeldRole = StaffPage['roles'][number]

/** What the person is, was and will be, and where. */
export function PersonRoles({ person, units, mayChange }: PersonRolesProps) {
  const { words, format } = useLanguage()
  const { people, shell } = words
  const { page } = people
  const { today } = person
  const [isGiving, setIsGiving] = useState(false)
  const [ending, setEnding] = useState<HeldRole | null>(null)
  const isOver = ({ until }: HeldRole) => until !== null && until < today
  const columns: Column<HeldRole>[] = [
    { id: 'role', header: page.role, isName: true, cell: ({ role }) => shell.roles[role] },
    { id: 'unit', header: page.unit, cell: ({ unitName }) => unitName },
    {
      id: 'days',
      header: page.days,
      cell: ({ from, until }) =>
        until ? page.fromTo(format.day(from), format.day(until)) : page.from(format.day(from)),
    },
    {
      id: 'state',
      header: page.state,
      cell: (role) =>
        isOver(role) ? (
          <Status>{page.states.past}</Status>
        ) : role.from > today ? (
          <Status tone="info">{page.states.later}</Status>
        ) : (
          <Status tone="success">{page.states.now}</Status>
        ),
    },
  ]
  const act: Column<HeldRole> = {
    id: 'act',
    header: page.act,
    isHeaderHidden: true,
    align: 'end',
    cell: (role) =>
      !isOver(role) && (
        <Button
          size="small"
          label={`${page.endRole}: ${shell.roles[role.role]}, ${role.unitName}`}
          onPress={() => setEnding(role)}
        >
          {page.endRole}
        </Button>
      ),
  }
  return (
    <Section
      title={page.roles}
      actions={
        mayChange &&
        person.isActive && (
          <Button icon={IconKey} onPress={() => setIsGiving(true)}>
            {page.giveRole}
          </Button>
        )
      }
    >
      {person.roles.length === 0 && <p className="muted">{page.noRoles}</p>}
      {person.roles.length > 0 && (
        <Table
          caption={page.rolesNow}
          columns={mayChange ? [...columns, act] : columns}
          rows={person.roles.toReversed()}
          rowKey={({ id }) => id}
        />
      )}
      {isGiving && <RoleDialog person={person} units={units} onClose={() => setIsGiving(false)} />}
      {ending && (
        <EndDialog
          title={`${page.endRole}: ${shell.roles[ending.role]}, ${ending.unitName}`}
          lead={page.endRoleLead}
          today={today}
          until={today}
          said={people.saved}
          send={(until) =>
            client.people.endRole.mutate({ personId: person.id, version: person.version, roleId: ending.id, until })
          }
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  )
}
