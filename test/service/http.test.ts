import { describe, expect, test } from 'vitest'
import { openServer } from '../../src/db/server.ts'
import { appOn, cookie, type Log, post } from '../support/app.ts'
import { oneSent } from '../support/sending.ts'
import { keys, onBothDatabases } from '../support/service.ts'
import { wireOf } from '../support/wire.ts'

const canary = 'zqkanarie'
const errorOf = async (response: Response) => (await response.json()).error?.data

onBothDatabases((service) => {
  test('signing in gives a cookie that no script reads and no other site sends, and it opens the service', async () => {
    const app = appOn(service.database, { service })
    const { id: personId } = service.organisation.people.handler
    const signedIn = await app.request('/trpc/session.signInDemo', post(JSON.stringify({ personId })))
    const given = signedIn.headers.get('set-cookie') ?? ''
    expect(given).toMatch(/^__Host-barnlanken=[\w-]{43}; Max-Age=36000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const me = await app.request('/trpc/session.me', { headers: { cookie: given.split(';')[0] ?? '' } })
    expect((await me.json()).result.data).toMatchObject({ personId })
    const out = await app.request('/auth/sign-out', {
      method: 'POST',
      headers: { ...post('').headers, cookie: given.split(';')[0] ?? '' },
    })
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-barnlanken=; Max-Age=0;/)
    const after = await app.request('/trpc/drafts.list', { headers: { cookie: given.split(';')[0] ?? '' } })
    expect(after.status).toBe(401)
  })

  test('where it is no demo, nobody signs in by choosing a name, and none is shown', async () => {
    const app = appOn(service.database, { service, demo: false })
    const { id: personId } = service.organisation.people.handler
    expect((await app.request('/trpc/session.signInDemo', post(JSON.stringify({ personId })))).status).toBe(404)
    expect((await app.request('/trpc/session.demoPeople')).status).toBe(404)
  })

  test('a flag that may not be seen answers to the byte as one that does not exist', async () => {
    const app = appOn(service.database, { service })
    const reference = await oneSent(service)
    for (const person of ['otherHandler', 'foreignWorker', 'administrator'] as const) {
      const { sessionId } = await wireOf(service, person)
      const open = async (asked: string) => {
        const response = await app.request(
          '/trpc/referrals.open',
          post(JSON.stringify({ reference: asked }), cookie(sessionId)),
        )
        return [response.status, await response.text()]
      }
      expect(await open(reference)).toEqual(await open('BL-2026-999999'))
    }
  })

  test('a body of a megabyte is refused as data', async () => {
    const app = appOn(service.database, { service })
    const body = JSON.stringify({ text: canary.repeat(120_000) })
    const response = await app.request('/trpc/search.find', post(body, { 'content-length': String(body.length) }))
    expect(response.status).toBe(413)
    expect(await errorOf(response)).toEqual({ code: 'PAYLOAD_TOO_LARGE', httpStatus: 413 })
  })

  test('a hundred calls in one are refused, and ten are answered', async () => {
    const app = appOn(service.database, { service })
    const batch = (n: number) => `/trpc/${Array(n).fill('session.me').join(',')}?batch=1&input={}`
    const refused = await app.request(batch(100))
    expect([refused.status >= 400, refused.status < 500]).toEqual([true, true])
    expect((await app.request(batch(10))).status).toBe(200)
  })

  test.each([
    ['a procedure that does not exist', '/trpc/nothing.here', {}, 404],
    ['a procedure named by something else', '/trpc/__proto__', {}, 404],
    ['a page that does not exist', '/api/nothing', {}, 404],
    ['a mutation by address', '/trpc/search.find?input=%7B%22text%22%3A%22zqkanarie%22%7D', {}, 405],
    ['a body that is no JSON', '/trpc/search.find', post(`{"text": "${canary}`), 400],
    ['no body', '/trpc/search.find', post(''), 400],
    [
      'a form from another site',
      '/trpc/session.endOthers',
      { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain', origin: 'https://evil.example' } },
      403,
    ],
  ])('%s is refused, and not repeated', async (_, path, init, status) => {
    const log: Log = []
    const { sessionId } = await wireOf(service, 'worker')
    const response = await appOn(service.database, { service, log }).request(path, {
      ...init,
      headers: { ...('headers' in init ? init.headers : {}), ...cookie(sessionId) },
    })
    expect(response.status).toBe(status)
    expect(await response.text()).not.toContain(canary)
    expect(log).toEqual([])
  })

  test('nothing of an answer is kept by a browser or shown in another’s frame', async () => {
    const response = await appOn(service.database, { service }).request('/trpc/session.me')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-frame-options')).toBe('DENY')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test('the probe answers that the database is there and up to date', async () => {
    const response = await appOn(service.database, { service }).request('/health')
    expect([response.status, await response.json()]).toEqual([200, { database: 'ok', migrations: 'ok', mail: 'ok' }])
  })
})

describe('while the database is down', () => {
  const down = () => openServer({ url: 'postgres://nobody@127.0.0.1:1/nothing', keys, connectSeconds: 1 })

  test('a call answers 503 without details, so that the page can try again', async () => {
    const log: Log = []
    const app = appOn(down(), { log })
    for (const path of ['/trpc/drafts.list', '/trpc/session.me']) {
      const response = await app.request(path, { headers: cookie(canary) })
      const text = await response.text()
      expect([path, response.status]).toEqual([path, 503])
      expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|nobody|zqkanarie/)
      expect(JSON.parse(text).error.data).toEqual({ code: 'SERVICE_UNAVAILABLE', httpStatus: 503 })
    }
    expect(JSON.stringify(log)).not.toMatch(/nobody|zqkanarie/)
  })

  test('the probe says so', async () => {
    const response = await appOn(down()).request('/health')
    expect([response.status, await response.json()]).toEqual([503, { database: 'down' }])
  })

  test('who is not signed in is told that, as ever', async () => {
    expect((await appOn(down()).request('/trpc/drafts.list')).status).toBe(401)
  })
})
