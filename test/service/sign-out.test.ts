import { createServer } from 'node:http'
import type { Hono } from 'hono'
import { decodeJwt } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unseal } from '../../src/db/seal.ts'
import { type Account, type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts'
import { givenProvider } from '../support/providers.ts'
import { keys, onBothDatabases } from '../support/service.ts'
import { ownAddress, signInApp } from '../support/sign-in-app.ts'
import { type Visitor, visitorOf } from '../support/visitor.ts'

const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1'
const origin = { origin: ownAddress }

onBothDatabases((service) => {
  let provider: IdentityProvider
  let app: Hono
  let backchannel: { address: string; answers: number[]; close(): void }

  beforeEach(async () => {
    app = signInApp(service)
    backchannel = await openBackchannel((body) =>
      app.request(`${ownAddress}/auth/backchannel-logout`, { method: 'POST', body }),
    )
    const accounts = new Map<string, Account>([
      ['hanna', { employee_id: 'HAN01' }],
      ['siv', { employee_id: 'SIV01' }],
    ])
    provider = await startIdentityProvider({ accounts, ownAddress, backchannelTo: backchannel.address })
    await givenProvider(service, { settings: { issuer: provider.issuer, scope: 'openid staff' } })
    await service.sql(`update people set staff_id = 'HAN01' where name = 'Hanna Handläggare'`)
    await service.sql(`update people set staff_id = 'SIV01' where name = 'Siv Socialsekreterare'`)
  })
  afterEach(async () => {
    backchannel.close()
    await provider.close()
  })

  const signedIn = async (account: string, userAgent = edge) => {
    const visitor = visitorOf(app, ownAddress, userAgent)
    await visitor.signIn('/auth/9900', account)
    expect(await isIn(visitor)).toBe(true)
    return visitor
  }
  const isIn = async (visitor: Visitor) => (await visitor.call('session.me')).data !== null
  const signOut = async (visitor: Visitor) => {
    const answer = await visitor.ask('/auth/sign-out', { method: 'POST', headers: origin })
    return (await answer.json()) as { next: string }
  }
  const change = (visitor: Visitor, procedure: string, input?: object) =>
    visitor.ask(`/trpc/session.${procedure}`, {
      method: 'POST',
      headers: { ...origin, 'content-type': 'application/json' },
      body: input && JSON.stringify(input),
    })
  const acts = async () =>
    (await service.sql<{ act: string }>(`select act from security_log order by id`)).map(({ act }) => act)

  test('signing out ends the session here, and leads to the provider, who is told whose it was', async () => {
    const visitor = await signedIn('hanna')
    const cookie = visitor.cookies.get('__Host-barnlanken') ?? ''
    const next = new URL((await signOut(visitor)).next)
    expect([next.origin, next.searchParams.get('post_logout_redirect_uri')]).toEqual([
      provider.issuer,
      `${ownAddress}/logga-in`,
    ])
    expect(decodeJwt(next.searchParams.get('id_token_hint') ?? '').sub).toBe('hanna')
    expect((await fetch(next)).status).toBe(200)
    visitor.cookies.set('__Host-barnlanken', cookie)
    expect(await isIn(visitor)).toBe(false)
    expect(await acts()).toEqual(['signed_in', 'signed_out'])
  })

  test('signing out ends the session here also when the provider does not answer, and says so', async () => {
    const visitor = await signedIn('hanna')
    provider.fallSilent()
    expect(await signOut(visitor)).toEqual({ next: '/logga-in?fel=signed-out-here-alone' })
    expect(await isIn(visitor)).toBe(false)
  })

  test('another site signs nobody out', async () => {
    const visitor = await signedIn('hanna')
    const foreign: Record<string, string>[] = [{}, { origin: 'https://evil.example' }, { origin: 'null' }]
    for (const headers of foreign) {
      const answer = await visitor.ask('/auth/sign-out', { method: 'POST', headers })
      expect(answer.status).toBe(403)
    }
    expect(await isIn(visitor)).toBe(true)
  })

  test('when the provider says that the person has signed out, it is so here, and others work on', async () => {
    const [hanna, siv] = [await signedIn('hanna'), await signedIn('siv')]
    await provider.logOut('hanna', await sidOf('Hanna Handläggare'))
    expect(backchannel.answers).toEqual([200])
    expect([await isIn(hanna), await isIn(siv)]).toEqual([false, true])
    expect(await acts()).toEqual(['signed_in', 'signed_in', 'ended_by_provider'])
  })

  /** The provider's own name for the only session of theirs, from the token that it gave. */
  async function sidOf(name: string): Promise<string> {
    const [row] = await service.sql<{ id: string; id_token: Uint8Array }>(
      `select s.id, s.id_token from sessions s join people p on p.id = s.person_id where p.name = $1`,
      [name],
    )
    if (!row) throw new Error(`${name} is not signed in`)
    return String(decodeJwt(unseal<string>(keys, `sessions:id_token:${row.id}`, row.id_token)).sid)
  }

  test('one sees one’s own sign-ins, in what browser and since when, and which is this one', async () => {
    const here = await signedIn('hanna')
    await signedIn('hanna', phone)
    await signedIn('siv')
    const { data } = await here.call('session.mine')
    expect(data).toMatchObject([
      { browser: 'safari', system: 'ios', isHere: false },
      { browser: 'edge', system: 'windows', isHere: true },
    ])
    expect(JSON.stringify(data)).not.toMatch(/[0-9a-f]{64}|Mozilla/)
  })

  test('one ends a sign-in of one’s own, and nobody else’s', async () => {
    const [here, there, other] = [await signedIn('hanna'), await signedIn('hanna'), await signedIn('siv')]
    const listed = async (visitor: Visitor) =>
      (await visitor.call('session.mine')).data as { id: string; isHere: boolean }[]
    const [others] = await listed(other)
    await change(here, 'end', { id: others?.id })
    expect(await isIn(other)).toBe(true)
    await change(here, 'end', { id: (await listed(here)).find(({ isHere }) => !isHere)?.id })
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect((await acts()).at(-1)).toBe('ended_elsewhere')
  })

  test('one ends all the others, and goes on here', async () => {
    const [here, second, third, other] = [
      await signedIn('hanna'),
      await signedIn('hanna'),
      await signedIn('hanna'),
      await signedIn('siv'),
    ]
    const answer = await change(here, 'endOthers')
    expect((await answer.json()).result.data).toEqual({ ended: 2 })
    expect(await Promise.all([here, second, third, other].map(isIn))).toEqual([true, false, false, true])
  })

  test('who was let in, turned away and signed out is read by the municipality’s own auditors and administrators', async () => {
    await signOut(await signedIn('hanna'))
    for (const person of ['auditor', 'administrator'] as const) {
      const { rows } = await (await service.as(person)).identityProvider.securityLog({})
      expect(rows.map(({ act, personName }) => [act, personName])).toEqual([
        ['signed_out', 'Hanna Handläggare'],
        ['signed_in', 'Hanna Handläggare'],
      ])
    }
    for (const person of ['handler', 'manager', 'foreignWorker'] as const) {
      expect((await (await service.as(person)).identityProvider.securityLog({})).rows).toEqual([])
    }
  })
})

/** Where the provider brings its logout tokens; they go on to the service under test. */
async function openBackchannel(deliver: (body: URLSearchParams) => Response | Promise<Response>) {
  const answers: number[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { status } = await deliver(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
    answers.push(status)
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { address: `http://127.0.0.1:${port}/`, answers, close: () => server.close() }
}
