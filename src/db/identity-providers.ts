import type { Temporal } from 'temporal-polyfill'
import type { RoleMapping, RoleSource } from '../domain/provider-roles.ts'
import type { ClientAuthentication, PersonMatch } from '../domain/sign-in.ts'
import type { Database, Tx } from './database.ts'
import { newId } from './ids.ts'
import { seal, unseal } from './seal.ts'

/** How a municipality's identity provider is asked, and what is believed of what it says. */
export interface ProviderSettings {
  issuer: string
  clientId: string
  clientAuthentication: ClientAuthentication
  scope: string
  /** Any one of them; null: the provider decides. */
  acrValues: readonly string[] | null
  personMatch: PersonMatch
  personClaim: string
  rolesFrom: RoleSource
  rolesClaim: string | null
  contact: string | null
}

export interface StoredProvider extends ProviderSettings {
  id: string
  municipalityId: string
  municipalityCode: string
}

/** With what signs our questions to it: a secret, or a private key as a JWK in JSON. */
export interface OpenedProvider extends StoredProvider {
  secret: string
}

const columns = `i.id, i.municipality_id as "municipalityId", i.issuer, i.client_id as "clientId",
  i.client_authentication as "clientAuthentication", i.scope, i.acr_values as "acrValues",
  i.person_match as "personMatch", i.person_claim as "personClaim", i.roles_from as "rolesFrom",
  i.roles_claim as "rolesClaim", i.contact, m.code as "municipalityCode"`
const from = `from identity_providers i join municipalities m on m.id = i.municipality_id`

const addressOf = (id: string) => `identity_providers:secret:${id}`

async function findOne(tx: Tx, where: string, value: string): Promise<OpenedProvider | null> {
  const [row] = await tx.rows<StoredProvider & { sealed: Uint8Array }>(
    `select ${columns}, i.secret as sealed ${from} where ${where} = $1`,
    [value],
  )
  if (!row) return null
  const { sealed, ...provider } = row
  return { ...provider, secret: unseal<string>(tx.keys, addressOf(row.id), sealed) }
}

export const findProviderByCode = (tx: Tx, code: string) => findOne(tx, 'm.code', code)
export const findProviderByIssuer = (tx: Tx, issuer: string) => findOne(tx, 'i.issuer', issuer)
export const findProviderById = (tx: Tx, id: string) => findOne(tx, 'i.id', id)

export interface SignInPlace {
  code: string
  name: string
}

/** Where one can sign in: shown before anybody has, so it holds names of municipalities and no more. */
export function listSignInPlaces(tx: Tx): Promise<SignInPlace[]> {
  return tx.rows<SignInPlace>(`select m.code, m.name ${from} order by m.name`)
}

export interface Contact {
  municipality: string
  /** The municipality's own words. */
  text: string | null
  /** Where it has said nothing: its administrators by name. */
  administrators: string[]
}

/** Whom somebody asks who was not let in. */
export async function findContact(tx: Tx, code: string): Promise<Contact | null> {
  const [row] = await tx.rows<Contact>(
    `select m.name as municipality, i.contact as text, coalesce((select json_agg(distinct p.name) from people p
       join memberships h on h.person_id = p.id where p.municipality_id = m.id and h.role = 'administrator'
         and p.deactivated_at is null and i.contact is null), '[]') as administrators
     ${from} where m.code = $1`,
    [code],
  )
  return row ?? null
}

/** A service without the demo is of use only where somebody can sign in. Says what to do where nobody can. */
export async function refuseWithoutProvider(database: Database): Promise<void> {
  const [row] = await database.transaction((tx) => tx.rows(`select from identity_providers limit 1`))
  if (!row) {
    throw new Error(
      'No sign-in: the demo is off, and no municipality has an identity provider. Run "npm run municipality:add" first.',
    )
  }
}

/** The viewer's own municipality's, as its administrator; for everybody else there is none. */
export async function getProviderSettings(tx: Tx): Promise<StoredProvider | null> {
  const [row] = await tx.rows<StoredProvider>(`select ${columns} ${from}`)
  return row ?? null
}

/** Saves all but the secret, which stays as it is where `secret` is null. Returns the provider's id. */
export async function saveProviderSettings(
  tx: Tx,
  former: { id: string } | null,
  municipalityId: string,
  settings: ProviderSettings,
  secret: string | null,
  now: Temporal.Instant,
): Promise<string> {
  const id = former?.id ?? newId(now)
  const values = [
    settings.issuer,
    settings.clientId,
    settings.clientAuthentication,
    settings.scope,
    settings.acrValues && JSON.stringify(settings.acrValues),
    settings.personMatch,
    settings.personClaim,
    settings.rolesFrom,
    settings.rolesClaim,
    settings.contact,
    secret === null ? null : seal(tx.keys, addressOf(id), secret),
    id,
  ]
  if (former) {
    await tx.rows(
      `update identity_providers set issuer = $1, client_id = $2, client_authentication = $3, scope = $4,
         acr_values = $5::jsonb, person_match = $6, person_claim = $7, roles_from = $8, roles_claim = $9, contact = $10
       where id = $11`,
      [...values.slice(0, 10), id],
    )
    if (secret !== null) await tx.rows(`update identity_providers set secret = $1 where id = $2`, values.slice(10))
  } else {
    await tx.rows(
      `insert into identity_providers (issuer, client_id, client_authentication, scope, acr_values, person_match,
         person_claim, roles_from, roles_claim, contact, secret, id, municipality_id)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [...values, municipalityId],
    )
  }
  return id
}

/** The mapping of the municipality, by the provider's value. */
export function listRoleMapping(tx: Tx, municipalityId: string): Promise<RoleMapping[]> {
  return tx.rows<RoleMapping>(
    `select value, unit_id as "unitId", role from provider_roles where municipality_id = $1 order by value, unit_id, role`,
    [municipalityId],
  )
}

/** The whole mapping anew. */
export async function saveRoleMapping(tx: Tx, municipalityId: string, mapping: readonly RoleMapping[]): Promise<void> {
  await tx.rows(`delete from provider_roles where municipality_id = $1`, [municipalityId])
  await tx.rows(
    `insert into provider_roles (municipality_id, value, unit_id, role)
     select $1, x.value, x."unitId", x.role from jsonb_to_recordset($2::jsonb) as x(value text, "unitId" uuid, role text)`,
    [municipalityId, JSON.stringify(mapping)],
  )
}
