import { z } from 'zod'
import { logAdministration } from '../db/administration-log.ts'
import { isUniqueViolation } from '../db/database.ts'
import {
  getProviderSettings,
  listRoleMapping,
  type ProviderSettings,
  type StoredProvider,
  saveProviderSettings,
  saveRoleMapping,
} from '../db/identity-providers.ts'
import { listUnits } from '../db/organisation.ts'
import { listSecurityLog } from '../db/security-log.ts'
import type { Changes } from '../domain/administration.ts'
import { DomainError } from '../domain/errors.ts'
import { partsFor, roles } from '../domain/organisation.ts'
import { roleSources } from '../domain/provider-roles.ts'
import { clientAuthentications, isIssuerAllowed, personMatches, SignInRefused } from '../domain/sign-in.ts'
import { readPrivateKey } from './provider.ts'
import { router, viewerProcedure } from './trpc.ts'

/** Row policies show the settings to administrators alone; the refusal is said here, so that it is one. */
const administratorProcedure = viewerProcedure.use(({ ctx, next }) => {
  if (!partsFor(ctx.viewer).administer)
    throw new DomainError('not-permitted', 'only an administrator keeps the sign-in')
  return next()
})

const line = (most: number) => z.string().trim().min(1, 'required').max(most, 'too-long')

const settingsInput = z.strictObject({
  issuer: line(300),
  clientId: line(200),
  clientAuthentication: z.enum(clientAuthentications),
  scope: line(200).regex(/^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/),
  acrValues: z.array(line(200)).min(1, 'required').max(10, 'too-many').readonly().nullable(),
  personMatch: z.enum(personMatches),
  personClaim: line(200),
  rolesFrom: z.enum(roleSources),
  rolesClaim: line(200).nullable(),
  contact: line(500).nullable(),
  /** Null keeps the one that is stored. It is never read out again. */
  secret: line(8000).nullable(),
})

const mappingInput = z
  .array(z.strictObject({ value: line(200), unitId: z.uuid(), role: z.enum(roles) }))
  .max(500, 'too-many')

/** What changed, for the log. Of a secret: that it did. */
function changesOf(before: StoredProvider | null, after: ProviderSettings, isNewSecret: boolean): Changes {
  const changes: Changes = {}
  for (const [field, to] of Object.entries(after)) {
    const from = before?.[field as keyof ProviderSettings] ?? null
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to }
  }
  if (isNewSecret) changes.secret = { from: before ? 'kept' : null, to: 'renewed' }
  return changes
}

export const identityProviderRouter = router({
  get: administratorProcedure.query(async ({ ctx }) => {
    const { tx, viewer } = ctx
    const settings = await getProviderSettings(tx)
    const mapping = await listRoleMapping(tx, viewer.municipalityId)
    const units = (await listUnits(tx)).map(({ id, name }) => ({ id, name }))
    if (!settings) return { settings: null, mapping, units }
    const { id: _, municipalityId: _2, ...shown } = settings
    return { settings: shown, mapping, units }
  }),

  save: administratorProcedure.input(settingsInput).mutation(async ({ ctx, input }) => {
    const { tx, viewer, now } = ctx
    const { secret, ...settings } = input
    if (settings.rolesFrom !== 'administration' && !settings.rolesClaim) {
      throw new DomainError('roles-claim-missing', 'the claim that holds the roles is missing', 'rolesClaim')
    }
    const before = await getProviderSettings(tx)
    if (settings.issuer !== before?.issuer && !isIssuerAllowed(settings.issuer, null)) {
      throw new DomainError('issuer-not-allowed', 'an issuer is an https address', 'issuer')
    }
    const isOtherWay = before?.clientAuthentication !== settings.clientAuthentication
    if (secret === null && (!before || (isOtherWay && settings.clientAuthentication === 'private_key_jwt'))) {
      throw new DomainError('secret-missing', 'there is no secret to keep', 'secret')
    }
    if (secret !== null && settings.clientAuthentication === 'private_key_jwt') await refuseNoKey(secret)
    const id = await saveProviderSettings(tx, before, viewer.municipalityId, settings, secret, now).catch((error) => {
      if (!isUniqueViolation(error)) throw error
      throw new DomainError('issuer-taken', 'another municipality signs in there', 'issuer')
    })
    const subject = { id, name: settings.issuer }
    const changes = changesOf(before, settings, secret !== null)
    logAdministration(tx, viewer, now, { act: 'identity_provider_changed', subject, changes })
    return null
  }),

  /** The whole mapping anew: what a group or a role of the provider's gives here. It counts from each one's next sign-in. */
  saveMapping: administratorProcedure
    .input(z.strictObject({ mapping: mappingInput }))
    .mutation(async ({ ctx, input: { mapping: to } }) => {
      const { tx, viewer, now } = ctx
      const settings = await getProviderSettings(tx)
      if (!settings) throw new DomainError('not-found', 'there is no provider yet')
      const known = new Set((await listUnits(tx)).map(({ id }) => id))
      const stranger = to.findIndex(({ unitId }) => !known.has(unitId))
      if (stranger >= 0) throw new DomainError('not-found', 'no such unit', `mapping.${stranger}.unitId`)
      const unique = [...new Map(to.map((one) => [JSON.stringify(one), one])).values()]
      const from = await listRoleMapping(tx, viewer.municipalityId)
      await saveRoleMapping(tx, viewer.municipalityId, unique)
      const subject = { id: settings.id, name: settings.issuer }
      const changes = { mapping: { from, to: unique } }
      logAdministration(tx, viewer, now, { act: 'identity_provider_changed', subject, changes })
      return null
    }),

  /** Who came in and who was turned away. Row policies show it to auditors and administrators of the municipality. */
  securityLog: viewerProcedure
    .input(z.strictObject({ cursor: z.uuid().nullish() }))
    .query(({ ctx, input }) => listSecurityLog(ctx.tx, input.cursor ?? null)),
})

async function refuseNoKey(secret: string): Promise<void> {
  await readPrivateKey(secret).catch((error) => {
    if (!(error instanceof SignInRefused)) throw error
    throw new DomainError('not-a-private-key', 'a private key is written as a JWK', 'secret')
  })
}
