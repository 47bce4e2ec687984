import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { useLanguage } from '../../words/language.tsx'
import { DeputyDialog } from './deputy-dialog.tsx'
import { EndDialog } from './role-dialog.tsx'
import type { StaffChoices, StaffPage } from './staff.ts'

interface PersonDeputiesProps {
  person: StaffPage
  deputies: StaffChoices['deputies']
  mayChange: boolean
}

type Deputyship = StaffPage['deputyships'][number]

/** Who stands in for the person, and for whom the person stands in. */
export function PersonDeputies({ person, deputies, mayChange }: PersonDeputiesProps) {
  const { words, format } = useLanguage()
  const { people } = words
  const { page } = people
  const [isAdding, setIsAdding] = useState(false)
  const [ending, setEnding] = useState<Deputyship | null>(null)
  const isTheirs = ({ represented }: Deputyship) => represented.personId === person.id
  return (
    <Section
      title={page.deputies}
      actions={
        mayChange &&
        person.roles.length > 0 && (
          <Button icon={IconUsers} onPress={() => setIsAdding(true)}>
            {page.addDeputy}
          </Button>
        )
      }
    >
      {person.deputyships.length === 0 && <p className="muted">{page.noDeputies}</p>}
      {person.deputyships.length > 0 && (
        <ul className="staff-lines">
          {person.deputyships.map((one) => (
            <li key={one.id}>
              <span>
                <strong>
                  {isTheirs(one) ? page.standsIn(one.deputy.name) : page.standsInFor(one.represented.name)}
                </strong>
                , {one.unitName}, {page.fromTo(format.day(one.from), format.day(one.until))}
              </span>
              {mayChange && isTheirs(one) && one.until >= person.today && (
                <Button
                  size="small"
                  label={`${page.endDeputy}: ${one.deputy.name}, ${one.unitName}`}
                  onPress={() => setEnding(one)}
                >
                  {page.endDeputy}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isAdding && <DeputyDialog person={person} deputies={deputies} onClose={() => setIsAdding(false)} />}
      {ending && (
        <EndDialog
          title={`${page.endDeputy}: ${ending.deputy.name}`}
          lead={page.endDeputyLead}
          today={person.today}
          until={person.today}
          said={people.saved}
          send={(until) =>
            client.people.endDeputy.mutate({
              personId: person.id,
              version: person.version,
              deputyshipId: ending.id,
              until,
            })
          }
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  )
}
