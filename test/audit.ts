import { spawnSync } from 'node:child_process'
import { verdictOf } from './support/audit.ts'

/**
 * Do the packages that run in production have known vulnerabilities of high severity? Fails when they do. A machine
 * that cannot ask the registry is told so and goes on: a build must not depend on who answers today.
 */
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0'], {
  encoding: 'utf8',
  timeout: 30_000,
})
const verdict = verdictOf(stdout ?? '')
const sentences = {
  clean: 'Audit: no known vulnerability of high severity in what runs in production.',
  'not-asked': 'Audit: COULD NOT ASK. The registry’s audit did not answer, so nothing is known of vulnerabilities.',
  vulnerable: 'Audit: known vulnerabilities of high severity in what runs in production:',
}
process.stderr.write(`${sentences[verdict.kind]}\n`)
if (verdict.kind === 'vulnerable') {
  process.stderr.write(`${verdict.packages.join('\n')}\n`)
  process.exit(1)
}
