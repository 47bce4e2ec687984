import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import postgres from 'postgres'
import { chromiumPath } from './support/chromium.ts'
import { serverUrl } from './support/server-url.ts'

/** Everything, in the order in which it is cheapest to fail. What the machine lacks is said first and last. */

const missing: string[] = []

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    await client`select 1`
    return true
  } catch {
    return false
  } finally {
    await client.end({ timeout: 1 })
  }
}

function say(sentence: string): void {
  process.stderr.write(`\n${'!'.repeat(80)}\n${sentence}\n${'!'.repeat(80)}\n\n`)
}

function run(command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

if (!(await answers(serverUrl)))
  missing.push('No Postgres answers at TEST_DATABASE_URL: half of the service and all runtimes are untested.')
if (!existsSync(chromiumPath))
  missing.push(`No Chromium at ${chromiumPath}: the web is untested. Set CHROMIUM, or install it.`)
for (const sentence of missing) say(sentence)
if (missing.length > 0 && process.env.CI === 'true') process.exit(1)

const withPostgres = !missing.some((sentence) => sentence.includes('Postgres'))
if (!withPostgres) process.env.WITHOUT_POSTGRES = 'true'
run('npm', 'run', 'check')
run('npm', 'run', 'build')
run('npm', 'run', 'prepare')
const projects = ['rules', 'service', ...(withPostgres ? ['runtimes'] : [])]
run('vitest', 'run', '-c', 'test/vitest.config.ts', ...projects.flatMap((project) => ['--project', project]))
if (existsSync(chromiumPath)) run('playwright', 'test', '-c', 'test/web/playwright.config.ts')
for (const sentence of missing) say(sentence)
