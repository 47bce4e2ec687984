import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isPage } from '../../src/entry/pages.ts'

const tree = readFileSync(new URL('../../src/web/routeTree.gen.ts', import.meta.url), 'utf8')
const routes = [...new Set([...tree.matchAll(/fullPath: '([^']+)'/g)].map(([, path = '']) => path))]

test('every page of the web is answered with a page, and what is no page is not', () => {
  const filled = routes.map((route) =>
    route.replace('$reference', 'BL-2026-000123').replace(/\$\w+/, crypto.randomUUID()),
  )
  expect(filled.length).toBeGreaterThan(20)
  expect(filled.filter((path) => !isPage(path))).toEqual([])
  expect(['/finns-inte', '/administration/finns-inte', '/orosanmalan/1'].filter(isPage)).toEqual([])
})
