import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { openAddressLimits } from '../../src/api/address-limits.ts'
import { csvField } from '../../src/api/statistics-csv.ts'
import { limitsByAddress, limitsByPerson } from '../../src/domain/rate-limits.ts'
import { ownHosts } from '../../src/entry/hosts.ts'
import { logLine } from '../../src/entry/log.ts'
import { addressFrom } from '../../src/entry/node-address.ts'
import { appOn, cookie, type Log, origin, post } from '../support/app.ts'
import { canary, givenWorld } from '../support/bad-inputs.ts'
import { rowCounts } from '../support/journeys.ts'
import { aConcern } from '../support/sending.ts'
import { onBothDatabases, type Service } from '../support/service.ts'
import { wireOf } from '../support/wire.ts'

/** What the wire itself must hold, whoever asks for whatever. */

const find = (text: string, headers: Record<string, string> = {}) =>
  ['/trpc/search.find', post(JSON.stringify({ text }), headers)] as const

async function signedInCookie(service: Service, person: Parameters<typeof wireOf>[1]) {
  return cookie((await wireOf(service, person)).sessionId)
}

onBothDatabases((service) => {
  describe('every answer', () => {
    const wanted = {
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    }
    const files = new Hono().get('/assets/a.js', (http) => http.body('1', 200, { 'content-type': 'text/javascript' }))
    const page = async (path: string) =>
      new Response('<p>', { status: path === '/' ? 200 : 404, headers: { 'content-type': 'text/html' } })

    test.each([
      ['a page', '/', {}, 200],
      ['a page that is not there', '/finns-inte', {}, 404],
      ['a built file', '/assets/a.js', {}, 200],
      ['a built file that is not there', '/assets/b.js', {}, 404],
      ['data', '/trpc/session.me', {}, 200],
      ['a refusal', '/trpc/drafts.list', {}, 401],
      ['a procedure that is not there', '/trpc/nothing', {}, 404],
      ['an address that is not there', '/api/nothing', { method: 'POST' }, 404],
      ['the file for a spreadsheet, without a session', '/api/statistik.csv', {}, 401],
      ['the stream of changes', '/trpc/live.changes?input={}', {}, 200],
      ['the probe', '/health', {}, 200],
      ['a body that is too large', '/trpc/search.find', post('x'.repeat(600_000), { 'content-length': '600000' }), 413],
      ['an address that is too long', `/?${'a'.repeat(9_000)}`, {}, 414],
      ['another’s site', '/trpc/session.signOut', post('{}', { origin: 'https://evil.example' }), 403],
      ['another’s name', 'https://evil.example/trpc/session.me', {}, 421],
    ])('%s has the headers, and allows no script from elsewhere', async (_, path, init, status) => {
      const app = appOn(service.database, { service, files, page, isOwnHost: (host) => host !== 'evil.example' })
      const response = await app.request(path, init)
      await response.body?.cancel()
      expect(response.status).toBe(status)
      expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, response.headers.get(name)]))).toEqual(wanted)
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("object-src 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(response.headers.get('permissions-policy')).toContain('clipboard-read=()')
      expect(response.headers.get('cache-control')).toMatch(/^(no-store|no-cache)/)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    })

    test('a fault has them too, and tells nothing', async () => {
      const log: Log = []
      const app = appOn(service.database, {
        service,
        log,
        page: () => Promise.reject(new Error(`${canary} stands in the message`)),
      })
      const response = await app.request('/')
      expect(response.status).toBe(500)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(response.headers.get('cache-control')).toBe('no-store')
      const { incident } = await response.json()
      expect(log).toEqual([{ event: 'fault', incident, name: 'Error' }])
    })

    test('a file for a spreadsheet has them with its rows, and is no page', async () => {
      const app = appOn(service.database, { service })
      const headers = await signedInCookie(service, 'manager')
      const response = await app.request('/api/statistik.csv?fran=2026-01-01&till=2026-11-20', { headers })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('cache-control')).toBe('no-store')
    })
  })

  describe('another site', () => {
    const out = '/trpc/session.signOut'
    const json = { 'content-type': 'application/json' }
    test.each([
      ['a form that says where it comes from', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
      ['a form that does not', { 'content-type': 'application/x-www-form-urlencoded' }],
      ['a script that sends JSON', { ...json, origin: 'https://evil.example' }],
      ['a page of a neighbour in the same domain', { ...json, 'sec-fetch-site': 'same-site', origin }],
      ['a page elsewhere', { ...json, 'sec-fetch-site': 'cross-site' }],
      ['a page without an origin', { ...json, origin: 'null' }],
    ])('%s changes nothing, is told so as data, and the person stays signed in', async (_, headers) => {
      const app = appOn(service.database, { service })
      const { sessionId } = await wireOf(service, 'handler')
      const response = await app.request(out, {
        method: 'POST',
        body: '{}',
        headers: { ...headers, ...cookie(sessionId) },
      })
      expect([response.status, await response.json()]).toEqual([
        403,
        { error: { message: 'FORBIDDEN', code: -32600, data: { code: 'FORBIDDEN', httpStatus: 403 } } },
      ])
      const me = await app.request('/trpc/session.me', { headers: cookie(sessionId) })
      expect((await me.json()).result.data).not.toBeNull()
    })

    test('reads nothing either, by a script, a picture or a frame', async () => {
      const app = appOn(service.database, { service })
      const headers = { ...(await signedInCookie(service, 'manager')), 'sec-fetch-site': 'cross-site' }
      for (const path of ['/trpc/session.me', '/api/statistik.csv?fran=2026-01-01&till=2026-11-20']) {
        expect((await app.request(path, { headers })).status).toBe(403)
      }
    })

    test('signs nobody in: neither as somebody else, nor with a session of its own choosing', async () => {
      const app = appOn(service.database, { service })
      const { id: personId } = service.organisation.people.handler
      const before = await rowCounts(service)
      const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
      const refused = await app.request('/trpc/session.signInDemo', post(JSON.stringify({ personId }), foreign))
      expect([refused.status, refused.headers.get('set-cookie')]).toEqual([403, null])
      expect(await rowCounts(service)).toEqual(before)

      const chosen = 'a'.repeat(43)
      const signedIn = await app.request('/trpc/session.signInDemo', post(JSON.stringify({ personId }), cookie(chosen)))
      expect(signedIn.headers.get('set-cookie')).not.toContain(chosen)
      const withChosen = await app.request('/trpc/session.me', { headers: cookie(chosen) })
      expect((await withChosen.json()).result.data).toBeNull()
    })
  })

  test('signing out clears what the browser keeps for its back button', async () => {
    const app = appOn(service.database, { service })
    const headers = await signedInCookie(service, 'handler')
    const response = await app.request('/auth/sign-out', post('', { ...headers, origin }))
    expect(response.headers.get('clear-site-data')).toBe('"cache"')
  })

  describe('who asks too often', () => {
    test('finds no more by name until the minutes have passed, and others are not kept waiting', async () => {
      const log: Log = []
      const app = appOn(service.database, { service, log })
      const worker = await signedInCookie(service, 'worker')
      const { most, seconds } = limitsByPerson.search
      const statuses = new Set<number>()
      for (let n = 0; n < most; n++) statuses.add((await app.request(...find(canary, worker))).status)
      expect(statuses).toEqual(new Set([200]))

      service.now = service.now.add({ seconds: 10 })
      const refused = await app.request(...find(canary, worker))
      expect(refused.status).toBe(429)
      expect(refused.headers.get('retry-after')).toBe(String(seconds - 10))
      const { error } = await refused.json()
      expect(error.data).toEqual({ code: 'TOO_MANY_REQUESTS', httpStatus: 429 })
      expect(log).toEqual([{ event: 'too-many-requests', door: 'search', by: 'person' }])

      const anew = await signedInCookie(service, 'worker')
      expect((await app.request(...find(canary, anew))).status).toBe(429)
      const other = await signedInCookie(service, 'secondWorker')
      expect((await app.request(...find(canary, other))).status).toBe(200)
      service.now = service.now.add({ seconds: seconds - 10 })
      expect((await app.request(...find(canary, worker))).status).toBe(200)
    })

    test('is not signed in again and again', async () => {
      const app = appOn(service.database, { service })
      const { id: personId } = service.organisation.people.handler
      const signIn = () => app.request('/trpc/session.signInDemo', post(JSON.stringify({ personId })))
      const { most, seconds } = limitsByPerson['sign-in']
      for (let n = 0; n < most; n++) expect((await signIn()).status).toBe(200)
      const refused = await signIn()
      expect([refused.status, refused.headers.get('set-cookie')]).toEqual([429, null])
      expect(refused.headers.get('retry-after')).toBe(String(seconds))
      service.now = service.now.add({ seconds })
      expect((await signIn()).status).toBe(200)
    })

    test('is stopped by address before anything is read, however the call is written', async () => {
      const { most, seconds } = limitsByAddress.search
      const limits = openAddressLimits()
      for (let n = 0; n < most; n++) limits.take('192.0.2.1', 'search', service.now)
      const log: Log = []
      let address = '192.0.2.1'
      const app = appOn(service.database, { service, log, addresses: { addressOf: () => address, limits } })
      for (const path of [
        '/trpc/search.find',
        '/trpc/search%2Efind',
        '/trpc/session.me,search.find?batch=1',
        '/trpc/session.me%2Csearch.find?batch=1',
      ]) {
        const response = await app.request(path, post('{}'))
        expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 429, String(seconds)])
      }
      expect(new Set(log.map((entry) => JSON.stringify(entry)))).toEqual(
        new Set([JSON.stringify({ event: 'too-many-requests', door: 'search', by: 'address' })]),
      )
      expect((await app.request('/trpc/session.me')).status).toBe(200)
      address = '192.0.2.2'
      expect((await app.request(...find(canary, await signedInCookie(service, 'worker')))).status).toBe(200)
    })
  })

  describe('a key that JavaScript gives a meaning of its own', () => {
    test.each(['__proto__', 'constructor', 'prototype', 'toString'])('%s is refused or dropped', async (key) => {
      const world = await givenWorld(service)
      const wire = await wireOf(service, 'handler')
      const poison = JSON.parse(`{"${key}": {"polluted": "${canary}", "side": "${canary}"}}`)
      const asOwn = (target: object) =>
        Object.defineProperty({ ...target }, key, { enumerable: true, value: poison[key] })
      for (const [path, input] of [
        ['search.find', asOwn({ text: 'a' })],
        ['flags.send', { key: crypto.randomUUID(), draftId: null, flag: asOwn(aConcern()) }],
        ['flags.send', asOwn({ key: crypto.randomUUID(), draftId: null, flag: {} })],
        ['notices.list', asOwn({})],
        ['flags.sent', asOwn({ reference: world.reference })],
      ] as const) {
        const { status, text } = await wire.call(path, input)
        expect([path, status]).not.toEqual([path, 500])
        expect(text).not.toContain(canary)
      }
      const csv = await appOn(service.database, { service }).request(`/api/statistik.csv?${key}=1&enhet=${key}`, {
        headers: await signedInCookie(service, 'manager'),
      })
      expect(csv.status).toBe(400)
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
      const worker = await wireOf(service, 'worker')
      for (const { reference } of await service.sql<{ reference: string }>(`select reference from referrals`)) {
        const { status, text } = await worker.call('referrals.open', { reference })
        expect([status, text.includes(canary)]).toEqual([200, false])
      }
    })
  })
})

describe('the name that one is asked by', () => {
  const real = ownHosts({ BASE_URL: 'https://barnlanken.example', HOST: '0.0.0.0', demo: false })
  const demo = ownHosts({ BASE_URL: undefined, HOST: '127.0.0.1', demo: true })

  test.each([
    ['barnlanken.example', true],
    ['BARNLANKEN.example', true],
    ['barnlanken.example:443', true],
    ['barnlanken.example:8443', false],
    ['evil.example', false],
    ['barnlanken.example.evil.example', false],
    ['evil.example/barnlanken.example', false],
    ['evil@barnlanken.example', false],
    ['127.0.0.1', false],
    ['localhost', false],
    ['', false],
  ])('with a BASE_URL, %s is ours: %s', (host, isOurs) => {
    expect(real(host)).toBe(isOurs)
  })

  test.each([
    ['127.0.0.1:3000', true],
    ['localhost:5173', true],
    ['[::1]:3000', true],
    ['rebound.example:3000', false],
    ['127.0.0.1.evil.example', false],
  ])('in the demo, %s is ours: %s', (host, isOurs) => {
    expect(demo(host)).toBe(isOurs)
  })
})

describe('who asks', () => {
  const askedBy = async (named: string | undefined, headers: Record<string, string>) => {
    const addressOf = addressFrom({ TRUSTED_PROXY_HEADER: named })
    const app = new Hono().get('/', (http) => http.text(addressOf(http) ?? 'unknown'))
    const connection = { incoming: { socket: { remoteAddress: '192.0.2.7' } } }
    return (await app.request('/', { headers }, connection)).text()
  }

  test.each([
    ['the connection’s other end, where no proxy is named, whatever a header says', undefined, '192.0.2.7'],
    ['what the proxy added last, and not what the asker wrote before it', 'X-Forwarded-For', '198.51.100.1'],
    ['nobody known, where the proxy says nothing', 'x-real-ip', 'unknown'],
  ])('is %s', async (_, named, address) => {
    expect(await askedBy(named, { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' })).toBe(address)
  })

  test('takes no endless memory or time, however many they are', () => {
    const limits = openAddressLimits()
    const now = Temporal.Instant.from('2026-11-20T09:00:00Z')
    const before = process.memoryUsage().heapUsed
    for (let n = 0; n < 60_000; n++) limits.take(`2001:db8::${n.toString(16)}`, 'search', now)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60 * 1024 * 1024)
  })
})

test.each([
  ['=1+1', `'=1+1`],
  ['+46', `'+46`],
  ['-1', `'-1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['\r=1', `"'\r=1"`],
  ['\n=1', `"'\n=1"`],
  ['\0=1', `'\0=1`],
  ['＝1', `'＝1`],
  ['a;b', '"a;b"'],
  ['"=1"', '"""=1"""'],
  ['Mottagningen', 'Mottagningen'],
])('in a file for a spreadsheet %j is text, as %j', (text, field) => {
  expect(csvField(text)).toBe(field)
})

test('one entry of the log is one line that no terminal obeys, whatever stands in it', () => {
  const evil = `a\r\n{"event":"forged"}\u001b[2J\u009b31m\u2028\u202e\u007f`
  const line = logLine({ event: 'fault', name: evil })
  expect(line.trimEnd().split(/[\r\n\u2028]/)).toHaveLength(1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that must not be there
  expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e]/)
  expect(JSON.parse(line)).toEqual({ event: 'fault', name: evil })
})
