import type { Tx } from '../../db/database.ts'
import { daysAfter } from '../../domain/day.ts'
import type { Membership, Role, Unit, UnitKind, Viewer } from '../../domain/organisation.ts'

/** Lillsjö does not exist, nor does its code; telephones are PTS's fictional series, addresses end in a reserved name. */

const idOf = (group: string, number: number) => `d0000000-${group}-4000-8000-${String(number).padStart(12, '0')}`

export const municipality = { id: idOf('0001', 1), code: '9902', name: 'Lillsjö kommun' }

const families = { id: idOf('0002', 1), name: 'Individ- och familjenämnden' }
const disability = { id: idOf('0002', 2), name: 'Funktionsstöds- och omsorgsnämnden' }
const boards = [families, disability]

function unit(
  number: number,
  board: { id: string },
  kind: UnitKind,
  name: string,
  phone: string,
  mailbox: string,
): Unit {
  return {
    id: idOf('0003', number),
    municipalityId: municipality.id,
    boardId: board.id,
    kind,
    name,
    phone,
    mailbox: `${mailbox}@lillsjo.example`,
    publicName: null,
    openingHours: null,
    closedAt: null,
  }
}

/** Routing takes the first intake, so the second one, for young persons, only receives by transfer. */
export const units = {
  intake: unit(1, families, 'intake', 'Mottagning barn och unga', '08-465 004 10', 'mottagning.bou'),
  youngIntake: unit(2, families, 'intake', 'Mottagning unga 18–20', '08-465 004 12', 'mottagning.unga'),
  childGroup: unit(3, families, 'child_group', 'Barn- och ungdomsgruppen', '08-465 004 14', 'barngruppen'),
  outOfHours: unit(4, families, 'out_of_hours', 'Socialjouren', '08-465 004 99', 'socialjouren'),
  familySupport: unit(5, families, 'family_support', 'Familjestödet', '08-465 004 20', 'familjestodet'),
  substanceUse: unit(6, families, 'substance_use', 'Beroendeenheten', '08-465 004 30', 'beroende'),
  incomeSupport: unit(7, families, 'income_support', 'Ekonomiskt bistånd', '08-465 004 40', 'ekonomi'),
  violence: unit(8, families, 'domestic_violence', 'Våld i nära relationer', '08-465 004 50', 'vinr'),
  familyLaw: unit(9, families, 'family_law', 'Familjerätten', '08-465 004 60', 'familjeratt'),
  disability: unit(10, disability, 'disability', 'LSS-handläggning', '031-390 06 10', 'lss'),
  psychiatry: unit(
    11,
    disability,
    'social_psychiatry',
    'Socialpsykiatri och boendestöd',
    '031-390 06 20',
    'socialpsykiatri',
  ),
} satisfies Record<string, Unit>
export type UnitKey = keyof typeof units
export type AdultUnitKey = 'substanceUse' | 'incomeSupport' | 'violence' | 'familyLaw' | 'disability' | 'psychiatry'

interface Person {
  id: string
  name: string
  title: string
  qualified: boolean
  roles: readonly (readonly [UnitKey, Role])[]
}

let count = 0
function person(name: string, title: string, qualified: boolean, ...roles: Person['roles']): Person {
  count += 1
  return { id: idOf('0004', count), name, title, qualified, roles }
}

export const people = {
  anna: person('Anna Lindqvist', '1:e socialsekreterare', true, ['intake', 'team_lead']),
  johan: person('Johan Berggren', 'Socialsekreterare', true, ['intake', 'social_worker']),
  fatima: person('Fatima Haddad', 'Socialsekreterare', true, ['intake', 'social_worker']),
  elin: person('Elin Sandmark', 'Socialassistent', false, ['intake', 'social_worker']),
  karin: person(
    'Karin Nordenfelt',
    'Enhetschef barn och unga',
    true,
    ['intake', 'unit_manager'],
    ['youngIntake', 'unit_manager'],
    ['childGroup', 'unit_manager'],
    ['familySupport', 'unit_manager'],
  ),
  marko: person('Marko Virtala', 'Jourhandläggare', true, ['outOfHours', 'out_of_hours'], ['intake', 'out_of_hours']),
  nadia: person(
    'Nadia Rahmani',
    'Socialsekreterare',
    true,
    ['youngIntake', 'social_worker'],
    ['childGroup', 'social_worker'],
  ),
  sara: person('Sara Engdahl', 'Samordnare, familjebehandlare', true, ['familySupport', 'team_lead']),
  daniel: person('Daniel Öhrn', 'Familjepedagog', false, ['familySupport', 'social_worker']),
  mikael: person('Mikael Åsander', 'Socialsekreterare', true, ['substanceUse', 'case_handler']),
  yusuf: person('Yusuf Demirel', 'Behandlingssekreterare', false, ['substanceUse', 'case_handler']),
  lena: person('Lena Karlgren', 'Handläggare', false, ['incomeSupport', 'case_handler']),
  maria: person('Maria Dahlby', 'Socialsekreterare', true, ['incomeSupport', 'case_handler']),
  amina: person('Amina Osmani', 'Socialsekreterare', true, ['violence', 'case_handler']),
  erik: person('Erik Wallner', 'Familjerättssekreterare', true, ['familyLaw', 'case_handler']),
  ingrid: person('Ingrid Sjödin', 'LSS-handläggare', true, ['disability', 'case_handler']),
  oskar: person('Oskar Lundmark', 'Boendestödssamordnare', false, ['psychiatry', 'case_handler']),
  gunilla: person(
    'Gunilla Ekfors',
    'Enhetschef vuxen',
    true,
    ['substanceUse', 'unit_manager'],
    ['incomeSupport', 'unit_manager'],
    ['violence', 'unit_manager'],
    ['familyLaw', 'unit_manager'],
  ),
  thomas: person(
    'Thomas Hellner',
    'Enhetschef funktionsstöd',
    true,
    ['disability', 'unit_manager'],
    ['psychiatry', 'unit_manager'],
  ),
  helena: person('Helena Nybom', 'Systemförvaltare', false, ['intake', 'administrator']),
  bjorn: person('Björn Isakson', 'Loggranskare', false, ['intake', 'auditor']),
} satisfies Record<string, Person>
export type PersonKey = keyof typeof people

function membershipsOf({ roles }: Person): Membership[] {
  return roles.map(([key, role]) => {
    const { id, boardId, kind, name } = units[key]
    return { unitId: id, boardId, unitKind: kind, unitName: name, role }
  })
}

/** The person as signed in. */
export function viewerOf(key: PersonKey): Viewer {
  const { id, name, qualified } = people[key]
  return { personId: id, name, municipalityId: municipality.id, qualified, memberships: membershipsOf(people[key]) }
}

const receiving: readonly Role[] = ['social_worker', 'team_lead', 'unit_manager', 'out_of_hours']

/** The staff of a unit to whom its referrals may be assigned. */
export function colleagueIdsIn(unitId: string): string[] {
  return Object.values(people)
    .filter((one) => membershipsOf(one).some((m) => m.unitId === unitId && receiving.includes(m.role)))
    .map(({ id }) => id)
}

const organisationText = `
  with input as (select $1::jsonb as j),
  municipality as (
    insert into municipalities (id, code, name)
    select x.id, x.code, x.name from input, jsonb_to_record(j->'municipality') as x(id uuid, code text, name text)
    on conflict (id) do nothing returning id
  ), board as (
    insert into boards (id, municipality_id, name)
    select x.id, municipality.id, x.name from input, municipality, jsonb_to_recordset(j->'boards') as x(id uuid, name text)
  ), unit as (
    insert into units (id, municipality_id, board_id, kind, name, phone, mailbox)
    select x.id, municipality.id, x."boardId", x.kind, x.name, x.phone, x.mailbox
    from input, municipality, jsonb_to_recordset(j->'units')
      as x(id uuid, "boardId" uuid, kind text, name text, phone text, mailbox text)
  ), person as (
    insert into people (id, municipality_id, name, title, email, staff_id, qualified, qualified_on)
    select x.id, municipality.id, x.name, x.title, x.email, x."staffId", x.qualified, x."qualifiedOn"
    from input, municipality, jsonb_to_recordset(j->'people')
      as x(id uuid, name text, title text, email text, "staffId" text, qualified boolean, "qualifiedOn" date)
  ), member as (
    insert into memberships (person_id, unit_id, municipality_id, role, valid_from)
    select x."personId", x."unitId", municipality.id, x.role, x."from"
    from input, municipality, jsonb_to_recordset(j->'memberships')
      as x("personId" uuid, "unitId" uuid, role text, "from" date)
  ), away as (
    insert into absences (id, municipality_id, person_id, valid_from, valid_until)
    select x.id, municipality.id, x."personId", x."from", x.until
    from input, municipality, jsonb_to_record(j->'absence') as x(id uuid, "personId" uuid, "from" date, until date)
  ), standing_in as (
    insert into deputies (id, municipality_id, person_id, for_person_id, unit_id, valid_from, valid_until)
    select x.id, municipality.id, x."personId", x."forPersonId", x."unitId", x."from", x.until
    from input, municipality, jsonb_to_record(j->'deputy')
      as x(id uuid, "personId" uuid, "forPersonId" uuid, "unitId" uuid, "from" date, until date)
  )
  select id from municipality`

/** So that the pages of administration have something to show: one is away, and one stands in for a colleague. */
function awayOn(today: string) {
  const span = { from: daysAfter(today, -2), until: daysAfter(today, 12) }
  return {
    absence: { id: idOf('0005', 1), personId: people.elin.id, ...span },
    deputy: {
      id: idOf('0006', 1),
      personId: people.daniel.id,
      forPersonId: people.sara.id,
      unitId: units.familySupport.id,
      ...span,
    },
  }
}

/** False when the municipality is there already, also when another process has just put it there. */
export async function saveOrganisation(tx: Tx, today: string): Promise<boolean> {
  const staff = Object.values(people)
  const rows = await tx.rows(organisationText, [
    JSON.stringify({
      municipality,
      boards,
      units: Object.values(units),
      people: staff.map(({ roles, ...one }, place) => ({
        ...one,
        email: emailOf(one.name),
        staffId: `LK${String(1001 + place * 7)}`,
        qualifiedOn: one.qualified ? `${2004 + (place % 15)}-06-05` : null,
      })),
      memberships: staff.flatMap((one) =>
        membershipsOf(one).map(({ unitId, role }) => ({
          personId: one.id,
          unitId,
          role,
          from: daysAfter(today, -730),
        })),
      ),
      ...awayOn(today),
    }),
  ])
  return rows.length > 0
}

function emailOf(name: string): string {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return `${plain.replaceAll(' ', '.')}@lillsjo.example`
}
