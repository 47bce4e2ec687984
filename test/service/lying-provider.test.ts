import type { Hono } from 'hono'
import type { JWTPayload } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, honest, type LyingProvider, startLyingProvider } from '../support/lying-provider.ts'
import { clientId, clientSecret, givenProvider } from '../support/providers.ts'
import { onBothDatabases } from '../support/service.ts'
import { ownAddress, realClock, signInApp } from '../support/sign-in-app.ts'
import { type Visitor, visitorOf } from '../support/visitor.ts'

const now = () => Math.floor(realClock().epochMilliseconds / 1000)

onBothDatabases((service) => {
  let provider: LyingProvider
  let app: Hono
  let visitor: Visitor

  beforeEach(async () => {
    provider = await startLyingProvider(clientSecret)
    await givenProvider(service, { settings: { issuer: provider.issuer } })
    await service.sql(`update people set staff_id = 'HAN01' where name = 'Hanna Handläggare'`)
    app = signInApp(service)
    visitor = visitorOf(app, ownAddress)
  })
  afterEach(() => provider.close())

  const me = async () => (await visitor.call('session.me')).data
  const lines = () =>
    service.sql<{ act: string; reason: string | null; detail: string | null }>(
      `select act, reason, detail from security_log order by id`,
    )

  /** Goes to the provider and comes back with a code; what that is exchanged for is what the test has set. */
  async function signIn(change: (answer: Answer) => void): Promise<Response> {
    const asked = new URL((await visitor.ask('/auth/9900')).headers.get('location') ?? '')
    provider.next.claims.nonce = asked.searchParams.get('nonce') ?? ''
    change(provider.next)
    return visitor.ask(`/auth/9900/callback?code=c&state=${asked.searchParams.get('state')}`)
  }

  test('an honest answer lets the person in, or the lies below would prove nothing', async () => {
    const answer = await signIn(() => {})
    expect(answer.headers.get('location')).toBe('/')
    expect(await me()).toMatchObject({ name: 'Hanna Handläggare' })
  })

  const claims = (changed: JWTPayload) => (answer: Answer) => Object.assign(answer.claims, changed)
  test.each<[string, (answer: Answer) => void, fault?: string]>([
    ['by another issuer', claims({ iss: 'https://evil.example' })],
    ['for another service', claims({ aud: 'another' })],
    [
      'for several, of which another is the one it was given to',
      claims({ aud: [clientId, 'another'], azp: 'another' }),
    ],
    ['in answer to another question', claims({ nonce: 'another' })],
    ['in answer to no question', claims({ nonce: undefined })],
    ['that has expired', claims({ iat: 1_000_000, exp: 1_000_300 })],
    ['that never expires', claims({ exp: undefined })],
    ['about nobody', claims({ sub: undefined })],
    [
      'signed by nobody',
      (answer) => {
        answer.signedWith = 'nothing'
      },
    ],
    [
      'signed by another',
      (answer) => {
        answer.signedWith = 'another key'
      },
    ],
    [
      'signed with the client’s own secret',
      (answer) => {
        answer.signedWith = 'the client’s secret'
      },
    ],
    [
      'with a failing token endpoint',
      (answer) => {
        answer.status.token = 500
      },
      'provider-down',
    ],
    [
      'with keys that cannot be fetched',
      (answer) => {
        answer.status.keys = 503
      },
      'provider-down',
    ],
  ])('an identity %s is refused with a page, and nobody is signed in', async (_, lie, fault = 'provider-lying') => {
    const answer = await signIn(lie)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/logga-in?fel=${fault}&kommun=9900`])
    expect(await me()).toBeNull()
    expect(await service.sql('select from sessions')).toEqual([])
    expect(await lines()).toEqual([{ act: 'refused', reason: fault, detail: expect.any(String) }])
    expect(service.logged).toEqual([])
  })

  test.each<[string, Answer['document'], number | undefined, string]>([
    ['names another issuer', { issuer: 'https://evil.example' }, undefined, 'provider-lying'],
    ['is not there', {}, 404, 'provider-lying'],
    ['is a fault', {}, 500, 'provider-down'],
  ])('a provider whose document %s is not asked further', async (_, document, status, fault) => {
    provider.next.document = document
    provider.next.status.document = status
    const answer = await visitor.ask('/auth/9900')
    expect(answer.headers.get('location')).toBe(`/logga-in?fel=${fault}&kommun=9900`)
  })

  test.each<[string, (answer: Answer) => void, fault: string]>([
    [
      'another’s staff id',
      ({ claims: told, userinfo }) => {
        told.employee_id = undefined
        Object.assign(userinfo, { sub: 'another', employee_id: 'HAN01' })
      },
      'provider-lying',
    ],
    [
      'a level of assurance',
      ({ claims: told, userinfo }) => {
        told.employee_id = undefined
        Object.assign(userinfo, { employee_id: 'HAN01', acr: 'loa3' })
      },
      'acr-too-low',
    ],
  ])('%s that is told beside the signed identity counts for nothing', async (_, tell, fault) => {
    await service.sql(`update identity_providers set acr_values = '["loa3"]'`)
    const answer = await signIn(tell)
    expect(answer.headers.get('location')).toBe(`/logga-in?fel=${fault}&kommun=9900`)
    expect(await me()).toBeNull()
  })

  describe('the provider’s word that somebody has signed out', () => {
    const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
    const told = (changed: JWTPayload = {}): JWTPayload => ({
      iss: provider.issuer,
      aud: clientId,
      iat: now(),
      exp: now() + 120,
      jti: crypto.randomUUID(),
      events: event,
      sub: 'hanna',
      ...changed,
    })
    const tell = async (token: string) => {
      const body = new URLSearchParams({ logout_token: token })
      return (await app.request(`${ownAddress}/auth/backchannel-logout`, { method: 'POST', body })).status
    }

    beforeEach(async () => {
      await signIn(() => {})
      expect(await me()).not.toBeNull()
    })

    test('ends every session of theirs at once, and is written down', async () => {
      expect(await tell(await provider.sign(told()))).toBe(200)
      expect(await me()).toBeNull()
      expect((await lines()).map(({ act }) => act)).toEqual(['signed_in', 'ended_by_provider'])
    })

    test('ends the named session alone', async () => {
      const first = visitor
      visitor = visitorOf(app, ownAddress)
      provider.next = honest(provider.issuer)
      await signIn((answer) => {
        answer.claims.sid = 'the second'
      })
      expect(await tell(await provider.sign(told({ sid: 'the second' })))).toBe(200)
      expect(await me()).toBeNull()
      visitor = first
      expect(await me()).not.toBeNull()
    })

    test('of another person ends nothing', async () => {
      expect(await tell(await provider.sign(told({ sub: 'siv' })))).toBe(200)
      expect(await me()).not.toBeNull()
    })

    test('is taken once', async () => {
      const token = await provider.sign(told())
      expect(await tell(token)).toBe(200)
      await signIn(() => {})
      expect(await tell(token)).toBe(400)
      expect(await me()).not.toBeNull()
    })

    test.each<[string, JWTPayload, Answer['signedWith']?]>([
      ['by another issuer', { iss: 'https://evil.example' }],
      ['for another service', { aud: 'another' }],
      ['about something else', { events: { 'http://evil.example': {} } }],
      ['about nothing', { events: undefined }],
      ['that is an identity', { nonce: 'n' }],
      ['without a name of its own', { jti: undefined }],
      ['about nobody', { sub: undefined }],
      ['from an hour ago', { iat: 1_000_000 }],
      ['that has expired', { exp: 1_000_000 }],
      ['signed by nobody', {}, 'nothing'],
      ['signed by another', {}, 'another key'],
      ['signed with the client’s own secret', {}, 'the client’s secret'],
    ])('%s is refused, and ends nothing', async (_, changed, signedWith) => {
      expect(await tell(await provider.sign(told(changed), signedWith))).toBe(400)
      expect(await me()).not.toBeNull()
    })

    test('that is no token at all is refused', async () => {
      for (const token of ['', 'x', 'a.b.c', 'x'.repeat(100_000)]) expect(await tell(token)).toBe(400)
      expect((await app.request(`${ownAddress}/auth/backchannel-logout`, { method: 'POST' })).status).toBe(400)
      expect(await me()).not.toBeNull()
    })
  })
})
