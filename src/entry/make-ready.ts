import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { builtWeb, emptyDatabase } from './made.ts'

/**
 * Makes what a first start would otherwise wait for, at install and again where its sources are newer: the built pages,
 * and an embedded database that is migrated and empty.
 */

const root = new URL('../..', import.meta.url).pathname
const vite = `${root}node_modules/.bin/vite`

function isOlder(made: string, sources: string): boolean {
  if (!existsSync(made)) return true
  const { mtimeMs } = statSync(made)
  return globSync([sources, 'package-lock.json'], { cwd: root }).some((path) => statSync(root + path).mtimeMs > mtimeMs)
}

function buildPages(): void {
  const built = spawnSync(vite, ['build', '--config', 'src/web/vite.config.ts', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (built.status !== 0) process.exit(built.status ?? 1)
}

// An installation without the development packages brings its pages along.
if (existsSync(vite) && isOlder(`${builtWeb}/index.html`, 'src/{web,domain,api}/**/*.{ts,tsx,css,html,svg}'))
  buildPages()
if (isOlder(emptyDatabase, 'drizzle/**/*.{sql,json}')) {
  const { makeEmptyDatabase } = await import('./empty-database.ts') // a start that needs none does not wait for it
  await makeEmptyDatabase(emptyDatabase)
}
