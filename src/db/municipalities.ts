import type { Temporal } from 'temporal-polyfill'
import type { AdministrationAct, Changes } from '../domain/administration.ts'
import type { Viewer } from '../domain/organisation.ts'
import { logAdministration } from './administration-log.ts'
import type { Tx } from './database.ts'
import { findProviderByCode, type ProviderSettings, saveProviderSettings } from './identity-providers.ts'
import { newId } from './ids.ts'

/** What a municipality must have before anybody of its own can sign in and go on by themselves. */
export interface NewMunicipality {
  code: string
  name: string
  board: string
  /** The child unit that receives: without one no flag has anywhere to go. */
  unit: { name: string; phone: string; mailbox: string }
  administrator: { name: string; email: string; staffId: string | null }
  provider: Omit<ProviderSettings, 'acrValues' | 'rolesFrom' | 'rolesClaim' | 'contact'>
  secret: string
}

/** What was not there and now is, in the order it was made. Nothing: it was all there already. */
export type Made = 'municipality' | 'board' | 'unit' | 'administrator' | 'role' | 'provider' | 'secret'

/** The row that is there, or one that is made. */
async function ensure(
  tx: Tx,
  find: readonly [text: string, params: unknown[]],
  make: readonly [text: string, params: unknown[]],
  now: Temporal.Instant,
): Promise<{ id: string; isNew: boolean }> {
  const [there] = await tx.rows<{ id: string }>(...find)
  if (there) return { id: there.id, isNew: false }
  const id = newId(now)
  await tx.rows(make[0], [id, ...make[1]])
  return { id, isNew: true }
}

/**
 * As the owner of the tables, before anybody can sign in. Told the same again it does nothing; told something else of
 * the provider it changes that, and never anything of what administration keeps from then on.
 */
export async function addMunicipality(tx: Tx, told: NewMunicipality, now: Temporal.Instant): Promise<Made[]> {
  const { code, name, board, unit, administrator, provider, secret } = told
  const made: Made[] = []
  const lines: { act: AdministrationAct; subject: { id: string; name: string }; changes: Changes }[] = []
  const added = (what: Made, act: AdministrationAct | null, id: string, subjectName: string, to: unknown) => {
    made.push(what)
    if (act) lines.push({ act, subject: { id, name: subjectName }, changes: { [what]: { from: null, to } } })
  }

  const { id: municipalityId, isNew } = await ensure(
    tx,
    [`select id from municipalities where code = $1`, [code]],
    [`insert into municipalities (id, code, name) values ($1, $2, $3)`, [code, name]],
    now,
  )
  if (isNew) added('municipality', null, municipalityId, name, name)

  const { id: boardId, isNew: isNewBoard } = await ensure(
    tx,
    [`select id from boards where municipality_id = $1 and name = $2`, [municipalityId, board]],
    [`insert into boards (id, municipality_id, name) values ($1, $2, $3)`, [municipalityId, board]],
    now,
  )
  if (isNewBoard) added('board', 'board_added', boardId, board, board)

  const { id: unitId, isNew: isNewUnit } = await ensure(
    tx,
    [`select id from units where board_id = $1 and name = $2`, [boardId, unit.name]],
    [
      `insert into units (id, municipality_id, board_id, kind, name, phone, mailbox) values ($1, $2, $3, 'intake', $4, $5, $6)`,
      [municipalityId, boardId, unit.name, unit.phone, unit.mailbox],
    ],
    now,
  )
  if (isNewUnit) added('unit', 'unit_added', unitId, unit.name, unit.name)

  const { id: personId, isNew: isNewPerson } = await ensure(
    tx,
    [
      `select id from people where municipality_id = $1 and lower(email) = lower($2)`,
      [municipalityId, administrator.email],
    ],
    [
      `insert into people (id, municipality_id, name, title, email, qualified, staff_id)
       values ($1, $2, $3, 'Systemförvaltare', $4, false, $5)`,
      [municipalityId, administrator.name, administrator.email, administrator.staffId],
    ],
    now,
  )
  if (isNewPerson) added('administrator', 'person_added', personId, administrator.name, administrator.name)

  // The first one alone: whom administration has let go since is not brought back by a script that is run again.
  const given = await tx.rows(
    `insert into memberships (person_id, unit_id, municipality_id, role)
     select $1, $2, $3, 'administrator' where not exists (select from memberships m
       where m.municipality_id = $3 and m.role = 'administrator') returning person_id`,
    [personId, unitId, municipalityId],
  )
  if (given.length > 0) added('role', 'role_given', personId, administrator.name, 'administrator')

  const before = await findProviderByCode(tx, code)
  const unchosen = { acrValues: null, rolesFrom: 'administration', rolesClaim: null, contact: null } as const
  const settings: ProviderSettings = { ...(before ?? unchosen), ...provider }
  const isOther =
    !before || Object.entries(provider).some(([key, value]) => before[key as keyof typeof provider] !== value)
  const isNewSecret = before?.secret !== secret
  if (isOther || isNewSecret) {
    const id = await saveProviderSettings(tx, before, municipalityId, settings, isNewSecret ? secret : null, now)
    const what = isOther ? 'provider' : 'secret'
    const to = isOther ? provider.issuer : 'renewed'
    added(what, 'identity_provider_changed', id, provider.issuer, to)
  }

  const actor: Viewer = { personId, name: administrator.name, municipalityId, qualified: false, memberships: [] }
  for (const line of lines) logAdministration(tx, actor, now, line)
  return made
}
