/** The rules of signing in through a municipality's own identity provider (OpenID Connect). */

export const clientAuthentications = ['client_secret_post', 'client_secret_basic', 'private_key_jwt'] as const
export type ClientAuthentication = (typeof clientAuthentications)[number]

/** By what a person is known the first time: the staff id or the address that administration has registered. */
export const personMatches = ['staff_id', 'email'] as const
export type PersonMatch = (typeof personMatches)[number]

/** Why nobody was signed in. Each has its page, by this code in the address, and its line in the security log. */
export const signInFaults = [
  'provider-down',
  'provider-slow',
  'provider-lying',
  'provider-refused',
  'wrong-settings',
  'no-attempt',
  'unknown-municipality',
  'unknown-person',
  'person-bound-to-another',
  'deactivated',
  'acr-too-low',
  'no-roles',
  'roles-not-told',
  'too-many',
] as const
export type SignInFault = (typeof signInFaults)[number]

export const securityActs = ['signed_in', 'refused', 'signed_out', 'ended_by_provider', 'ended_elsewhere'] as const
export type SecurityAct = (typeof securityActs)[number]

/** Nobody is signed in, and `fault` says why. `detail` is a code of the library's, for the security log. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused'
  readonly fault: SignInFault
  readonly detail: string | null
  readonly personId: string | null

  constructor(
    fault: SignInFault,
    { detail = null, personId = null }: { detail?: string | null; personId?: string | null } = {},
  ) {
    super(fault)
    this.fault = fault
    this.detail = detail
    this.personId = personId
  }
}

/** A path of ours to go on to, or the start page: never an address elsewhere (`//host` and `/\host` are such). */
export function ownPath(asked: string | undefined): string {
  return asked && asked.length <= 500 && /^\/(?![/\\])/.test(asked) && !/[\p{Cc}\\]/u.test(asked) ? asked : '/'
}

/** What the provider says of the person. Nothing in it is trusted to have any shape. */
export type Claims = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A claim by its name, which may be an address, or a path into it with dots (`realm_access.roles`). */
export function claimNamed(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  let at: unknown = claims
  for (const part of name.split('.')) at = isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined
  return at
}

/** A claim that holds one text; null when there is none. */
export function textClaim(claims: Claims, name: string): string | null {
  const value = claimNamed(claims, name)
  const [only, ...others] = Array.isArray(value) ? value : [value]
  return typeof only === 'string' && others.length === 0 && only.trim() !== '' ? only.trim() : null
}

/** A claim that holds groups or roles: a list, or one of them by itself. */
export function listClaim(claims: Claims, name: string): string[] {
  const value = claimNamed(claims, name)
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string')
}

/**
 * With too many groups a large provider leaves them out and says where they could be asked for: that is not the same
 * as no groups, and must not take everything away.
 */
export function isOverage(claims: Claims, name: string): boolean {
  if (claimNamed(claims, name) !== undefined) return false
  const elsewhere = claims._claim_names
  return (isRecord(elsewhere) && Object.hasOwn(elsewhere, name)) || claims.hasgroups === true
}

/** An address that the provider itself says it has not verified is nobody's. */
export function mayMatchByEmail(claims: Claims): boolean {
  return claims.email_verified !== false && claims.email_verified !== 'false'
}

export function isAcrEnough(required: readonly string[] | null, acr: unknown): boolean {
  return required === null || required.length === 0 || (typeof acr === 'string' && required.includes(acr))
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Over https alone; over http only where the service itself is used on the same machine, which is how it is tried out. */
export function isIssuerAllowed(issuer: string, ownAddress: string | null): boolean {
  if (!URL.canParse(issuer)) return false
  const { protocol, hostname, search, hash, username } = new URL(issuer)
  if (search || hash || username) return false
  if (protocol === 'https:') return true
  return (
    ownAddress !== null && protocol === 'http:' && loopback.has(hostname) && loopback.has(new URL(ownAddress).hostname)
  )
}
