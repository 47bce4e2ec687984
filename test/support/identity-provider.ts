import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import Provider from 'oidc-provider'
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js'
import { clientId, clientSecret } from './providers.ts'

export type Account = Readonly<Record<string, unknown>>

export interface IdentityProviderOptions {
  /** By subject; the test may change it between sign-ins. */
  accounts: Map<string, Account>
  /** Where people are sent back, and where the provider tells that somebody has signed out. */
  ownAddress: string
  backchannelTo?: string
  /** For `private_key_jwt`; absent: a secret. */
  clientKey?: JWK
}

/** A real OpenID Provider on a loopback port of its own. */
export interface IdentityProvider {
  issuer: string
  /** From here on it signs with another key, under another name. */
  rotate(): Promise<void>
  /** It takes what it is sent, and never answers. */
  fallSilent(): void
  /** Sends a real logout token, as when the session ends elsewhere. */
  logOut(subject: string, sid: string): Promise<void>
  close(): Promise<void>
}

const signInPage = (path: string) => `<!doctype html>
<html lang="sv"><title>Kommunens inloggning</title><main><h1>Kommunens inloggning</h1>
<form method="post" action="${path}">
<p><label>Användare <input name="account" required></label></p>
<p><label>Nivå <input name="acr" value="loa3"></label></p>
<p><button>Fortsätt</button></p></form></main></html>`

/** The provider's own form, and the button that sends it. */
const signOutPage = (form: string) => `<!doctype html>
<html lang="sv"><title>Logga ut</title><main><h1>Logga ut hos kommunen</h1>${form}
<button form="op.logoutForm" name="logout" value="yes">Ja, logga ut</button></main></html>`

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), use: 'sig', alg: 'RS256' }
}

const listen = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** A name of its own keeps the provider from warning, each time, that what it remembers is gone with the process. */
class InMemory extends MemoryAdapter {}

/** Who is asked for consent is a municipality, once, and not each of its people. */
function configurationOf({ accounts, ownAddress, backchannelTo, clientKey }: IdentityProviderOptions, key: JWK) {
  return {
    adapter: InMemory,
    jwks: { keys: [key] },
    clients: [
      {
        client_id: clientId,
        redirect_uris: ['9900', '9901', '9902'].map((code) => `${ownAddress}/auth/${code}/callback`),
        post_logout_redirect_uris: [`${ownAddress}/logga-in`],
        ...(clientKey
          ? { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [clientKey] } }
          : { client_secret: clientSecret }),
        ...(backchannelTo ? { backchannel_logout_uri: backchannelTo, backchannel_logout_session_required: true } : {}),
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      staff: ['employee_id', 'groups', 'realm_access', '_claim_names'],
    },
    scopes: ['openid', 'email', 'staff'],
    acrValues: ['loa2', 'loa3'],
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        logoutSource: (ctx: { body: string }, form: string) => {
          ctx.body = signOutPage(form)
        },
      },
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    // Its own refuses to call anything on this machine.
    fetch: (address: string, { method, headers, body }: RequestInit) => fetch(address, { method, headers, body }),
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    cookies: { keys: ['a key for the tests alone'] },
    findAccount: (_: unknown, sub: string) =>
      accounts.has(sub) ? { accountId: sub, claims: async () => ({ ...accounts.get(sub), sub }) } : undefined,
    loadExistingGrant: async (ctx: {
      oidc: {
        provider: Provider
        client: { clientId: string }
        session: { accountId: string }
        params: { scope: string }
      }
    }) => {
      const { provider, client, session, params } = ctx.oidc
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(params.scope)
      await grant.save()
      return grant
    },
  }
}

export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const state: { provider?: Provider; isSilent: boolean } = { isSilent: false }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { provider, isSilent } = state
    if (!provider || isSilent) return
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response)
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(signInPage(request.url))
      return
    }
    const form = await bodyOf(request)
    const login = { accountId: form.get('account') ?? '', acr: form.get('acr') ?? undefined }
    await provider.interactionFinished(request, response, { login })
  }
  const server = createServer((request, response) => void answer(request, response))
  const issuer = `http://127.0.0.1:${await listen(server)}`
  const begin = async () => {
    state.provider = new Provider(issuer, configurationOf(options, await newKey()))
  }
  await begin()
  return {
    issuer,
    rotate: begin,
    fallSilent() {
      state.isSilent = true
    },
    async logOut(subject, sid) {
      const client = await state.provider?.Client.find(clientId)
      await client?.backchannelLogout(subject, sid)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
