import { expect, test } from 'vitest'
import { findProviderByCode } from '../../src/db/identity-providers.ts'
import { givenProvider } from '../support/providers.ts'
import { refusalOf } from '../support/refusals.ts'
import { onBothDatabases } from '../support/service.ts'

const settings = {
  issuer: 'https://login.lillsjo.example/oidc',
  clientId: 'barnlanken',
  clientAuthentication: 'client_secret_post',
  scope: 'openid profile email',
  acrValues: ['http://id.sambi.se/loa/loa3'],
  personMatch: 'staff_id',
  personClaim: 'employee_id',
  rolesFrom: 'both',
  rolesClaim: 'roles',
  contact: 'Ring systemförvaltningen, 08-465 004 00.',
} as const

onBothDatabases((service) => {
  const administrator = () => service.as('administrator')
  const log = () =>
    service.sql<{ act: string; changes: Record<string, { from: unknown; to: unknown }> }>(
      `select act, changes from administration_log order by id`,
    )

  test('the administrator says where the municipality’s people sign in, and reads it again without the secret', async () => {
    const caller = await administrator()
    await caller.identityProvider.save({ ...settings, secret: 'hemligt-1' })
    const read = await caller.identityProvider.get()
    expect(read.settings).toEqual({ ...settings, municipalityCode: '9900' })
    expect(JSON.stringify(read)).not.toContain('hemligt')
    const stored = await service.database.transaction((tx) => findProviderByCode(tx, '9900'))
    expect(stored).toMatchObject({ ...settings, secret: 'hemligt-1' })
  })

  test('a secret that is not written anew stays as it was', async () => {
    const caller = await administrator()
    await caller.identityProvider.save({ ...settings, secret: 'hemligt-1' })
    await caller.identityProvider.save({ ...settings, clientId: 'ny', secret: null })
    const stored = await service.database.transaction((tx) => findProviderByCode(tx, '9900'))
    expect(stored).toMatchObject({ clientId: 'ny', secret: 'hemligt-1' })
  })

  test('each change is in the administration log, and of a secret only that it changed', async () => {
    const caller = await administrator()
    await caller.identityProvider.save({ ...settings, secret: 'hemligt-1' })
    await caller.identityProvider.save({ ...settings, clientId: 'ny', secret: 'hemligt-2' })
    const lines = await log()
    expect(lines.map(({ act }) => act)).toEqual(['identity_provider_changed', 'identity_provider_changed'])
    expect(lines[1]?.changes).toEqual({
      clientId: { from: 'barnlanken', to: 'ny' },
      secret: { from: 'kept', to: 'renewed' },
    })
    expect(JSON.stringify(lines)).not.toContain('hemligt')
  })

  test('what the provider’s groups give is kept whole, and logged as it was and became', async () => {
    await givenProvider(service)
    const { intake, substanceUse } = service.organisation.units
    const caller = await administrator()
    const mapping = [{ value: 'soc', unitId: intake.id, role: 'social_worker' as const }]
    await caller.identityProvider.saveMapping({ mapping: [...mapping, ...mapping] })
    expect((await caller.identityProvider.get()).mapping).toEqual(mapping)
    const from = [{ value: 'soc-missbruk', unitId: substanceUse.id, role: 'case_handler' }]
    expect((await log())[0]?.changes).toEqual({ mapping: { from, to: mapping } })
  })

  test('a group gives nothing in another municipality', async () => {
    await givenProvider(service)
    const mapping = [
      { value: 'soc', unitId: service.organisation.units.foreignIntake.id, role: 'social_worker' as const },
    ]
    expect(await refusalOf((await administrator()).identityProvider.saveMapping({ mapping }))).toEqual({
      code: 'NOT_FOUND',
      refusal: 'not-found',
      field: 'mapping.0.unitId',
    })
  })

  test.each([
    ['an address without https', { issuer: 'http://127.0.0.1:80' }, 'issuer-not-allowed', 'issuer'],
    ['an address that is none', { issuer: 'login' }, 'issuer-not-allowed', 'issuer'],
    ['an address with a question', { issuer: 'https://a.example/?x=1' }, 'issuer-not-allowed', 'issuer'],
    ['no secret the first time', { secret: null }, 'secret-missing', 'secret'],
    ['a private key that is none', { clientAuthentication: 'private_key_jwt' as const }, 'not-a-private-key', 'secret'],
    ['roles of the provider’s without where it says them', { rolesClaim: null }, 'roles-claim-missing', 'rolesClaim'],
  ])('%s is refused by its field', async (_, changed, refusal, field) => {
    const call = (await administrator()).identityProvider.save({ ...settings, secret: 'hemligt', ...changed })
    expect(await refusalOf(call)).toMatchObject({ refusal, field })
    expect(await log()).toEqual([])
  })

  test('two municipalities do not share an issuer: it is what tells them apart', async () => {
    await givenProvider(service, { settings: { issuer: settings.issuer }, mapping: [] }, '9901')
    const call = (await administrator()).identityProvider.save({ ...settings, secret: 'hemligt' })
    expect(await refusalOf(call)).toMatchObject({ refusal: 'issuer-taken', field: 'issuer' })
  })

  test('nobody but the administrator sees or changes it', async () => {
    await givenProvider(service)
    for (const person of ['handler', 'manager', 'auditor', 'foreignWorker'] as const) {
      const { identityProvider } = await service.as(person)
      expect(await refusalOf(identityProvider.get())).toMatchObject({ refusal: 'not-permitted' })
      expect(await refusalOf(identityProvider.save({ ...settings, secret: 'x' }))).toMatchObject({
        refusal: 'not-permitted',
      })
      expect(await refusalOf(identityProvider.saveMapping({ mapping: [] }))).toMatchObject({ refusal: 'not-permitted' })
    }
  })
})
