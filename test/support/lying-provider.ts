import { createServer, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { clientId } from './providers.ts'

/** What an honest provider would have said, for the test to change. */
export interface Answer {
  claims: JWTPayload
  signedWith: 'its key' | 'another key' | 'nothing' | 'the client’s secret'
  /** How the document under `.well-known` differs. */
  document: Record<string, unknown>
  /** What is told of the person beside the signed token. */
  userinfo: Record<string, unknown>
  /** The status of each endpoint, where it is not 200. */
  status: { document?: number; token?: number; keys?: number }
}

export interface LyingProvider {
  issuer: string
  /** What it says at the next sign-in. */
  next: Answer
  /** A token signed with its key, as the back-channel brings one. */
  sign(claims: JWTPayload, signedWith?: Answer['signedWith']): Promise<string>
  close(): Promise<void>
}

/** A provider that answers by the book, except where the test has it lie: what a real one cannot be made to say. */
export async function startLyingProvider(secret: string): Promise<LyingProvider> {
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const jwk: JWK = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  const sign: LyingProvider['sign'] = async (claims, signedWith = 'its key') => {
    if (signedWith === 'nothing') return new UnsecuredJWT(claims).encode()
    if (signedWith === 'the client’s secret') {
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))
    }
    const key = signedWith === 'its key' ? own.privateKey : foreign.privateKey
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key)
  }
  const provider: LyingProvider = {
    issuer,
    next: honest(issuer),
    sign,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const answer = (response: ServerResponse, body: unknown, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

  server.on('request', async (request, response) => {
    const { claims, signedWith, document, userinfo, status } = provider.next
    if (request.url === '/.well-known/openid-configuration') {
      return answer(response, { ...documentOf(issuer), ...document }, status.document)
    }
    if (request.url === '/jwks') return answer(response, { keys: [jwk] }, status.keys)
    if (request.url === '/userinfo') return answer(response, userinfo)
    const id_token = await sign(claims, signedWith)
    return answer(response, { access_token: 'a', token_type: 'bearer', expires_in: 60, id_token }, status.token)
  })
  return provider
}

const documentOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  userinfo_endpoint: `${issuer}/userinfo`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
})

/** `nonce` is the attempt's own, which the test fills in. */
export function honest(
  issuer: string,
  at = Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000),
): Answer {
  return {
    claims: { iss: issuer, aud: clientId, sub: 'hanna', employee_id: 'HAN01', iat: at, exp: at + 300 },
    signedWith: 'its key',
    document: {},
    userinfo: { sub: 'hanna' },
    status: {},
  }
}
