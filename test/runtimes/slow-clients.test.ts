import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startNode } from '../support/processes.ts'

/** Connections that keep a server busy by saying next to nothing. */

let server: RunningServer
let port: number
beforeAll(async () => {
  server = await startNode()
  port = Number(new URL(server.url).port)
})
afterAll(() => server.stop())

const host = () => `host: 127.0.0.1:${port}\r\n`

function opened(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}

/** Says the first words, then one more letter each second. Resolves with the answer and the seconds until it was cut. */
async function trickle(first: string): Promise<{ said: string; seconds: number }> {
  const socket = await opened()
  const from = performance.now()
  let said = ''
  socket.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  socket.on('error', () => {}) // the server may cut while a letter is under way
  socket.write(first)
  const letters = setInterval(() => socket.write('a'), 1_000)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(letters)
  return { said, seconds: (performance.now() - from) / 1_000 }
}

test('who trickles is cut off, and nobody else waits for it', { timeout: 90_000 }, async () => {
  const slowHeads = Array.from({ length: 200 }, () => trickle(`GET / HTTP/1.1\r\n${host()}x-slow: `))
  const slowBody = trickle(
    `POST /trpc/session.signOut HTTP/1.1\r\n${host()}content-type: application/json\r\ncontent-length: 5000\r\n\r\n{"`,
  )
  for (let n = 0; n < 20; n++) {
    const asked = performance.now()
    expect((await fetch(`${server.url}/trpc/session.me`)).status).toBe(200)
    expect(performance.now() - asked).toBeLessThan(5_000)
  }
  for (const { said, seconds } of await Promise.all(slowHeads)) {
    expect(seconds).toBeLessThan(25)
    expect(said).toMatch(/^(HTTP\/1\.1 408 |$)/)
  }
  expect((await slowBody).seconds).toBeLessThan(45)
  expect((await fetch(`${server.url}/health`)).status).toBe(200)
})

test.each([
  [
    'a head of many kilobytes',
    () => `GET / HTTP/1.1\r\n${host()}x-long: ${'a'.repeat(20_000)}\r\n\r\n`,
    /^HTTP\/1\.1 431 /,
  ],
  ['an address of many kilobytes', () => `GET /?${'a'.repeat(9_000)} HTTP/1.1\r\n${host()}\r\n`, /^HTTP\/1\.1 414 /],
  ['no name at all', () => 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['another’s name', () => 'GET /trpc/session.me HTTP/1.1\r\nhost: rebound.example\r\n\r\n', /^HTTP\/1\.1 421 /],
  [
    'two lengths',
    () => `POST /trpc/session.signOut HTTP/1.1\r\n${host()}content-length: 1\r\ncontent-length: 2\r\n\r\na`,
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a length and a transfer coding at once',
    () => `POST / HTTP/1.1\r\n${host()}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    /^HTTP\/1\.1 400 /,
  ],
  ['a trace', () => `TRACE / HTTP/1.1\r\n${host()}x-canary: zqkanarie\r\n\r\n`, /^HTTP\/1\.1 4(?!.*zqkanarie)/s],
])('%s is refused', async (_, request, answer) => {
  const socket = await opened()
  socket.write(request())
  const said = await new Promise<string>((resolve) => socket.setEncoding('utf8').once('data', resolve))
  expect(said).toMatch(answer)
  socket.destroy()
})

test('no map of the sources and no folder of the repository is served', async () => {
  const shell = await (await fetch(server.url)).text()
  const [, script] = /src="([^"]+\.js)"/.exec(shell) ?? []
  const code = await fetch(`${server.url}${script}`)
  expect([code.status, (await code.text()).includes('sourceMappingURL')]).toEqual([200, false])
  expect(code.headers.get('content-security-policy')).toContain("default-src 'none'")
  for (const path of [`${script}.map`, '/.git/config', '/assets/', '/assets/../../../package.json', '/package.json']) {
    const response = await fetch(`${server.url}${path}`)
    expect([path, response.status]).toEqual([path, 404])
  }
})

test('the files that Workers serves past the service have the headers that the service gives them', async () => {
  const listed = (await readFile(new URL('../../src/web/public/_headers', import.meta.url), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim().split(/: (.*)/, 2))
  expect(listed.length).toBeGreaterThan(7)
  const [, script] = /src="([^"]+\.js)"/.exec(await (await fetch(server.url)).text()) ?? []
  const { headers } = await fetch(`${server.url}${script}`)
  expect(listed).toEqual(listed.map(([name = '']) => [name, headers.get(name)]))
})
