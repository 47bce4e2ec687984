import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** ARCHITECTURE, “Who may import whom”, held by reading the source. */

const root = new URL('../../src', import.meta.url).pathname
const files = globSync('**/*.{ts,tsx}', { cwd: root, exclude: (name) => name.endsWith('.gen.ts') }).toSorted()

interface Import {
  from: string
  /** A path inside src, or a package. */
  to: string
  inside: boolean
  typeOnly: boolean
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},]+?\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/g

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(importPattern)].flatMap(([, type, path, dynamic]) => {
    const spoken = path ?? dynamic ?? ''
    const inside = spoken.startsWith('.')
    const to = inside ? relative(root, join(root, dirname(file), spoken)) : spoken
    return [{ from: file, to, inside, typeOnly: type !== undefined }]
  })
}

const imports = files.flatMap(importsOf)
const told = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`)
const layerOf = (path: string) => path.split('/')[0] ?? ''
const packageOf = (path: string) => (path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0])

test('the test sees the whole house', () => {
  expect(files.length).toBeGreaterThan(150)
  expect(told(imports)).toContain('api/referrals.ts → domain/referral.ts')
})

test('each layer uses only the layers below it', () => {
  const below: Record<string, string[]> = {
    domain: ['domain'],
    db: ['db', 'domain', '../drizzle'],
    mail: ['mail', 'domain'],
    jobs: ['jobs', 'domain', 'db', 'mail'],
    api: ['api', 'db', 'domain', 'mail'],
    web: ['web', 'domain', 'api'],
    entry: ['entry', 'domain', 'db', 'mail', 'jobs', 'api', 'web'],
  }
  const inside = imports.filter((one) => one.inside)
  const outside = inside.filter(({ from, to }) => {
    const allowed = below[layerOf(from)] ?? []
    return !allowed.includes(to.startsWith('..') ? to.split('/').slice(0, 2).join('/') : layerOf(to))
  })
  expect(told(outside)).toEqual([])
})

test('the rules know no framework: domain uses Temporal and zod, and nothing else from outside', () => {
  const foreign = imports.filter(
    ({ from, to, inside }) => layerOf(from) === 'domain' && !inside && !['temporal-polyfill', 'zod'].includes(to),
  )
  expect(told(foreign)).toEqual([])
})

test.each([
  ['drizzle-orm', /^db\//],
  ['postgres', /^db\//],
  ['@electric-sql/pglite', /^db\//],
  ['nodemailer', /^mail\/smtp\.ts$/],
  ['hono', /^(api|entry)\//],
  ['openid-client', /^api\/provider\.ts$/],
  ['jose', /^api\/provider\.ts$/],
  ['react', /^web\//],
])('%s is used only where it belongs', (name, where) => {
  expect(
    told(imports.filter(({ from, to, inside }) => !inside && packageOf(to) === name && !where.test(from))),
  ).toEqual([])
})

test('the web takes from tRPC’s server its types, and the observable that links are made of', () => {
  const used = imports.filter(({ from, to }) => packageOf(to) === '@trpc/server' && layerOf(from) !== 'api')
  const light = ({ to, typeOnly }: Import) => typeOnly || to === '@trpc/server/observable'
  expect(told(used.filter((one) => layerOf(one.from) !== 'web' || !light(one)))).toEqual([])
})

test('what belongs to Node stays in the entry and the databases; elsewhere only its cryptography', () => {
  const node = imports.filter(({ to }) => to.startsWith('node:'))
  const cryptography = ['db/ids.ts', 'db/seal.ts', 'db/sessions.ts']
  const tools = ['web/vite.config.ts', 'web/size-budget.ts']
  const stray = node.filter(({ from, to }) => {
    if (layerOf(from) === 'entry' || ['db/embedded.ts', 'db/server.ts', 'db/migrate.ts', ...tools].includes(from))
      return false
    return !(to === 'node:crypto' && cryptography.includes(from))
  })
  expect(told(stray)).toEqual([])
})

test('the web knows the server by one type, and of the rules only what holds no secret', () => {
  const fromApi = imports.filter(({ from, to }) => layerOf(from) === 'web' && layerOf(to) === 'api')
  expect(told(fromApi.filter(({ to, typeOnly }) => to !== 'api/router.ts' || !typeOnly))).toEqual([])
  const secret = [
    'domain/confidentiality.ts',
    'domain/referral.ts',
    'domain/sending.ts',
    'domain/access.ts',
    'domain/routing.ts',
  ]
  const values = imports.filter(({ from, to, typeOnly }) => layerOf(from) === 'web' && secret.includes(to) && !typeOnly)
  expect(told(values)).toEqual([])
})

test('a Worker never bundles the embedded database', () => {
  const onNodeOnly = ['db/embedded.ts', 'entry/empty-database.ts']
  const users = imports.filter(({ to }) => onNodeOnly.includes(to)).map(({ from }) => from)
  expect(new Set(users)).toEqual(new Set(['entry/databases.ts', 'entry/empty-database.ts', 'entry/make-ready.ts']))
})

test('there are no barrels, and no drawer called utils', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?)[^/]*(\/|\.)/.test(file))).toEqual([])
  const reexports = files.filter((file) =>
    /\nexport\s+(type\s+)?(\*|\{[^}]*\})[^\n]*\sfrom\s+'\./.test(`\n${readFileSync(join(root, file), 'utf8')}`),
  )
  expect(reexports).toEqual([])
})

test('no file needs itself', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      imports.filter(({ from, inside, typeOnly }) => from === file && inside && !typeOnly).map(({ to }) => to),
    ]),
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(cycles).toEqual([])
})

test('the clock and the dice are only in the entry', () => {
  const clocks = /Temporal\.Now|Date\.now\(|new Date\(\)|Math\.random/
  /** Times on screen and on paper that are counted from the reader's own clock: no rule rests on them. */
  const screens: string[] = ['web/parts/shell/print-mark.tsx']
  const readers = files.filter(
    (file) => !file.startsWith('entry/') && clocks.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(readers).toEqual(screens)
})
