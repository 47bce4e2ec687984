import { type ProviderSettings, saveProviderSettings, saveRoleMapping } from '../../src/db/identity-providers.ts'
import type { RoleMapping } from '../../src/domain/provider-roles.ts'
import type { Service } from './service.ts'

export const clientId = 'barnlanken'
export const clientSecret = 'a-secret-that-only-the-two-of-them-know'

const ordinary: ProviderSettings = {
  issuer: 'https://login.lillsjo.example',
  clientId,
  clientAuthentication: 'client_secret_basic',
  scope: 'openid email',
  acrValues: null,
  personMatch: 'staff_id',
  personClaim: 'employee_id',
  rolesFrom: 'administration',
  rolesClaim: 'groups',
  contact: null,
}

export interface GivenProvider {
  settings?: Partial<ProviderSettings>
  secret?: string
  mapping?: RoleMapping[]
}

/** The identity provider of a municipality, as its owner would store it. Returns its id. */
export async function givenProvider(
  service: Service,
  { settings, secret = clientSecret, mapping }: GivenProvider = {},
  municipality = '9900',
): Promise<string> {
  const { substanceUse } = service.organisation.units
  const given = mapping ?? [{ value: 'soc-missbruk', unitId: substanceUse.id, role: 'case_handler' }]
  return service.owner.transaction(async (tx) => {
    const [row] = await tx.rows<{ id: string }>(`select id from municipalities where code = $1`, [municipality])
    if (!row) throw new Error(`no municipality ${municipality}`)
    const id = await saveProviderSettings(tx, null, row.id, { ...ordinary, ...settings }, secret, service.now)
    await saveRoleMapping(tx, row.id, given)
    return id
  })
}
