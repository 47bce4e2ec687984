import { createRemoteJWKSet, decodeJwt, importJWK, errors as joseErrors, jwtVerify } from 'jose'
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  PrivateKeyJwt,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import type { Temporal } from 'temporal-polyfill'
import type { OpenedProvider } from '../db/identity-providers.ts'
import {
  type Claims,
  claimNamed,
  isIssuerAllowed,
  type SignInFault,
  SignInRefused,
  textClaim,
} from '../domain/sign-in.ts'

/**
 * One municipality's identity provider, as it is at this moment: it is asked anew who it is at every sign-in, so a
 * changed key or endpoint is no event, and nothing is kept between requests. Every fault of its is a SignInRefused.
 */
export interface Provider {
  /** Where to send the browser, and what must be kept until it comes back. */
  begin(asked: { anotherPerson: boolean }): Promise<{ address: URL; verifier: string; state: string; nonce: string }>
  /** What the provider says of the person who came back to `address`: checked, signed, and meant for this attempt. */
  finish(address: URL, attempt: { verifier: string; state: string; nonce: string }): Promise<ProviderAnswer>
  /** Where the browser signs out there too; null where the provider has no such place. */
  signOutAddress(idToken: string | null): URL | null
  /** Who signed out, according to the provider itself. */
  readLogoutToken(token: string, now: Temporal.Instant): Promise<LogoutToken>
}

export interface ProviderAnswer {
  claims: Claims
  /** How surely the person was identified: as the signed token says it, and never what is told beside. */
  acr: unknown
  idToken: string
  /** The provider's name for its own session. */
  sid: string | null
}

export interface LogoutToken {
  id: string
  sid: string | null
  subject: string | null
}

/** Seconds for each question to a provider: it is a person who waits. */
export const patience = 5

/** Lives no longer than this, so that it can be remembered that it was shown. */
export const logoutTokenMinutes = 5
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
const clockSkewSeconds = 60
const signatures = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** Finds out what the provider is today. `ownAddress` is the address that people use (BASE_URL). */
export async function openProvider(
  settings: OpenedProvider,
  ownAddress: string,
  secondsToWait: number = patience,
): Promise<Provider> {
  return asSignInFault(async () => {
    if (!isIssuerAllowed(settings.issuer, ownAddress)) throw new SignInRefused('wrong-settings', { detail: 'issuer' })
    const isPlain = settings.issuer.startsWith('http:')
    const configuration = await discovery(
      new URL(settings.issuer),
      settings.clientId,
      undefined,
      await clientAuthOf(settings),
      {
        timeout: secondsToWait,
        // Without the second the library trusts the token endpoint's TLS alone, and reads no signature.
        execute: isPlain ? [allowInsecureRequests, enableNonRepudiationChecks] : [enableNonRepudiationChecks],
      },
    )
    return providerOf(configuration, settings, ownAddress, secondsToWait)
  })
}

async function clientAuthOf({ clientAuthentication, secret }: OpenedProvider): Promise<ClientAuth> {
  if (clientAuthentication === 'client_secret_post') return ClientSecretPost(secret)
  if (clientAuthentication === 'client_secret_basic') return ClientSecretBasic(secret)
  return PrivateKeyJwt(await readPrivateKey(secret))
}

/** A private key for `private_key_jwt`, from a JWK in JSON. Refuses (SignInRefused) anything else. */
export async function readPrivateKey(json: string): Promise<{ key: CryptoKey; kid?: string }> {
  try {
    const jwk = JSON.parse(json)
    const key = await importJWK(jwk, jwk.alg)
    if (key instanceof Uint8Array || key.type !== 'private') throw new Error('not a private key')
    return { key, kid: jwk.kid }
  } catch {
    throw new SignInRefused('wrong-settings', { detail: 'private key' })
  }
}

function providerOf(
  configuration: Configuration,
  settings: OpenedProvider,
  ownAddress: string,
  secondsToWait: number,
): Provider {
  const metadata = configuration.serverMetadata()
  const { scope, acrValues } = settings

  return {
    async begin({ anotherPerson }) {
      const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()]
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: `${ownAddress}/auth/${settings.municipalityCode}/callback`,
        scope,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(acrValues?.length ? { acr_values: acrValues.join(' ') } : {}),
        ...(anotherPerson ? { prompt: 'login' } : {}),
      })
      return { address, verifier, state, nonce }
    },

    finish: (address, { verifier, state, nonce }) =>
      asSignInFault(async () => {
        const tokens = await authorizationCodeGrant(configuration, address, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims || !tokens.id_token) throw new SignInRefused('provider-lying', { detail: 'no id token' })
        const wanted = [settings.personClaim, ...(settings.rolesClaim ? [settings.rolesClaim] : [])]
        const isComplete = wanted.every((name) => claimNamed(claims, name) !== undefined)
        const more =
          isComplete || !metadata.userinfo_endpoint
            ? {}
            : await fetchUserInfo(configuration, tokens.access_token, claims.sub)
        return {
          claims: { ...more, ...claims },
          acr: claims.acr,
          idToken: tokens.id_token,
          sid: textClaim(claims, 'sid'),
        }
      }),

    signOutAddress(idToken) {
      if (!metadata.end_session_endpoint) return null
      return buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${ownAddress}/logga-in`,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      })
    },

    readLogoutToken: (token, now) =>
      asSignInFault(async () => {
        const keysAt = metadata.jwks_uri
        if (!keysAt || (!keysAt.startsWith('https:') && !settings.issuer.startsWith('http:'))) {
          throw new SignInRefused('provider-lying', { detail: 'jwks_uri' })
        }
        const keys = createRemoteJWKSet(new URL(keysAt), { timeoutDuration: secondsToWait * 1000 })
        const { payload } = await jwtVerify(token, keys, {
          issuer: settings.issuer,
          audience: settings.clientId,
          algorithms: signatures,
          requiredClaims: ['iat', 'jti', 'events'],
          maxTokenAge: logoutTokenMinutes * 60,
          clockTolerance: clockSkewSeconds,
          currentDate: new Date(now.epochMilliseconds),
        })
        const { events, nonce, jti } = payload
        const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, logoutEvent)
        const [sid, subject] = [textClaim(payload, 'sid'), textClaim(payload, 'sub')]
        if (!isLogout || nonce !== undefined || !jti || (!sid && !subject)) {
          throw new SignInRefused('provider-lying', { detail: 'no logout token' })
        }
        return { id: jti, sid, subject }
      }),
  }
}

/** Who claims to have written it: not yet believed, and only used to find whose keys must have signed it. */
export function claimedIssuer(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null
  } catch {
    return null
  }
}

const slow = new Set(['OAUTH_TIMEOUT', 'ERR_JWKS_TIMEOUT'])
/** Error codes of OAuth and of the library, which hold nothing of the answer itself. */
const code = /^[a-z_]{1,40}$/i

async function asSignInFault<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof SignInRefused) throw error
    throw new SignInRefused(faultOf(error), { detail: detailOf(error) })
  }
}

function faultOf(error: unknown): SignInFault {
  if (error instanceof AuthorizationResponseError) {
    return ['server_error', 'temporarily_unavailable'].includes(error.error) ? 'provider-down' : 'provider-refused'
  }
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return 'provider-down'
    // The code has been used, or is too old: the sign-in is begun anew. Anything else is for the administrator.
    return error.error === 'invalid_grant' ? 'no-attempt' : 'wrong-settings'
  }
  if (error instanceof WWWAuthenticateChallengeError) return 'wrong-settings'
  if (slow.has(codeOf(error))) return 'provider-slow'
  // fetch tells that it reached nobody by a TypeError without a code.
  if (error instanceof TypeError && codeOf(error) === '') return 'provider-down'
  const status = statusOf(error)
  return status !== null && status >= 500 ? 'provider-down' : 'provider-lying'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null
  if (error.cause instanceof Response) return error.cause.status
  return error instanceof joseErrors.JOSEError && error.message.startsWith('Expected 200 OK') ? 503 : null
}

/** What the log may say: a code, and which claim it was about. */
function detailOf(error: unknown): string | null {
  const told =
    error instanceof AuthorizationResponseError || error instanceof ResponseBodyError ? error.error : codeOf(error)
  const claim = claimOf(error)
  if (!code.test(told)) return null
  return claim === null ? told : `${told} ${claim}`
}

function claimOf(error: unknown): string | null {
  for (let at = error; typeof at === 'object' && at !== null; at = 'cause' in at ? at.cause : null) {
    if ('claim' in at && typeof at.claim === 'string' && code.test(at.claim)) return at.claim
  }
  return null
}
