import type { Tx } from '../../src/db/database.ts'
import type { Role, UnitKind } from '../../src/domain/organisation.ts'

/** Two municipalities that never meet; in the first, two boards, so that both kinds of intake occur. */

let next = 0
const id = () => `0190aaaa-0000-7000-8000-${String(++next).padStart(12, '0')}`

const municipalities = { lillsjo: id(), annan: id() }
const boards = { family: id(), disability: id(), elsewhere: id() }

const units = {
  substanceUse: { id: id(), board: 'family', kind: 'substance_use', name: 'Beroendeenheten' },
  incomeSupport: { id: id(), board: 'family', kind: 'income_support', name: 'Ekonomiskt bistånd' },
  disability: { id: id(), board: 'disability', kind: 'disability', name: 'LSS-enheten' },
  intake: { id: id(), board: 'family', kind: 'intake', name: 'Mottagningen barn och unga' },
  otherIntake: { id: id(), board: 'disability', kind: 'intake', name: 'Zmottagningen' },
  familySupport: { id: id(), board: 'family', kind: 'family_support', name: 'Familjestödet' },
  outOfHours: { id: id(), board: 'family', kind: 'out_of_hours', name: 'Socialjouren' },
  foreignAdult: { id: id(), board: 'elsewhere', kind: 'substance_use', name: 'Annan beroendeenhet' },
  foreignIntake: { id: id(), board: 'elsewhere', kind: 'intake', name: 'Annan mottagning' },
} as const satisfies Record<string, { id: string; board: keyof typeof boards; kind: UnitKind; name: string }>

export type UnitKey = keyof typeof units

interface PersonSpec {
  id: string
  name: string
  qualified: boolean
  roles: [UnitKey, Role][]
}

const people = {
  handler: { id: id(), name: 'Hanna Handläggare', qualified: false, roles: [['substanceUse', 'case_handler']] },
  colleague: { id: id(), name: 'Kim Kollega', qualified: false, roles: [['substanceUse', 'case_handler']] },
  adultManager: { id: id(), name: 'Vera Vuxenchef', qualified: true, roles: [['substanceUse', 'unit_manager']] },
  otherHandler: { id: id(), name: 'Olle Bistånd', qualified: false, roles: [['incomeSupport', 'case_handler']] },
  disabilityHandler: { id: id(), name: 'Lisa Lss', qualified: false, roles: [['disability', 'case_handler']] },
  worker: { id: id(), name: 'Siv Socialsekreterare', qualified: true, roles: [['intake', 'social_worker']] },
  secondWorker: { id: id(), name: 'Sam Socialsekreterare', qualified: true, roles: [['intake', 'social_worker']] },
  unqualified: { id: id(), name: 'Ulf Utan', qualified: false, roles: [['intake', 'social_worker']] },
  lead: { id: id(), name: 'Lena Ledare', qualified: true, roles: [['intake', 'team_lead']] },
  manager: { id: id(), name: 'Ella Enhetschef', qualified: true, roles: [['intake', 'unit_manager']] },
  onDuty: {
    id: id(),
    name: 'Jonas Jour',
    qualified: true,
    roles: [
      ['outOfHours', 'out_of_hours'],
      ['intake', 'out_of_hours'],
    ],
  },
  supporter: { id: id(), name: 'Stina Stöd', qualified: true, roles: [['familySupport', 'social_worker']] },
  otherIntakeWorker: { id: id(), name: 'Örjan Övrig', qualified: true, roles: [['otherIntake', 'social_worker']] },
  administrator: { id: id(), name: 'Adam Admin', qualified: false, roles: [['intake', 'administrator']] },
  auditor: { id: id(), name: 'Gun Granskare', qualified: false, roles: [['intake', 'auditor']] },
  foreignHandler: { id: id(), name: 'Frida Främmande', qualified: true, roles: [['foreignAdult', 'case_handler']] },
  foreignWorker: { id: id(), name: 'Fred Främmande', qualified: true, roles: [['foreignIntake', 'social_worker']] },
} satisfies Record<string, PersonSpec>

export type PersonKey = keyof typeof people

export interface Organisation {
  people: Record<PersonKey, PersonSpec>
  units: Record<UnitKey, { id: string; name: string }>
}

export const organisation: Organisation = { people, units }

const municipalityOf = (board: keyof typeof boards) =>
  board === 'elsewhere' ? municipalities.annan : municipalities.lillsjo

/** Stores the organisation as the owner would, past the policies. */
export async function givenOrganisation(tx: Tx): Promise<Organisation> {
  for (const [index, [name, key]] of Object.entries(municipalities).entries()) {
    await tx.rows(`insert into municipalities (id, code, name) values ($1, $2, $3)`, [key, `990${index}`, name])
  }
  for (const [name, board] of Object.entries(boards)) {
    await tx.rows(`insert into boards (id, municipality_id, name) values ($1, $2, $3)`, [
      board,
      municipalityOf(name as keyof typeof boards),
      name,
    ])
  }
  for (const unit of Object.values(units)) {
    await tx.rows(
      `insert into units (id, municipality_id, board_id, kind, name, phone, mailbox) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        unit.id,
        municipalityOf(unit.board),
        boards[unit.board],
        unit.kind,
        unit.name,
        '08-465 004 00',
        `${unit.kind}@a.example`,
      ],
    )
  }
  for (const [key, person] of Object.entries<PersonSpec>(people)) {
    const board = units[person.roles[0]?.[0] ?? 'intake'].board
    await tx.rows(
      `insert into people (id, municipality_id, name, title, email, qualified) values ($1, $2, $3, $4, $5, $6)`,
      [person.id, municipalityOf(board), person.name, 'Titel', `${key}@a.example`, person.qualified],
    )
    for (const [unit, role] of person.roles) {
      await tx.rows(`insert into memberships (person_id, unit_id, municipality_id, role) values ($1, $2, $3, $4)`, [
        person.id,
        units[unit].id,
        municipalityOf(units[unit].board),
        role,
      ])
    }
  }
  return organisation
}
