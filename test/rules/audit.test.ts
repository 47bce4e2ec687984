import { expect, test } from 'vitest'
import { verdictOf } from '../support/audit.ts'

const reportOf = (high: number, vulnerabilities: object) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high, critical: 0, total: high } },
  })

test('a package with a known vulnerability of high severity is named', () => {
  const found = {
    hono: { name: 'hono', severity: 'high', range: '<4' },
    postgres: { name: 'postgres', severity: 'low', range: '<3' },
  }
  expect(verdictOf(reportOf(1, found))).toEqual({ kind: 'vulnerable', packages: ['hono <4 (high)'] })
})

test('a report without one is clean', () => {
  expect(verdictOf(reportOf(0, {}))).toEqual({ kind: 'clean' })
})

test.each([
  ['nothing', ''],
  ['a page of a proxy', '<html>'],
  ['npm’s own error', JSON.stringify({ error: { code: 'ENOAUDIT', summary: '' } })],
  ['a message in place of a report', JSON.stringify({ message: 'request failed', statusCode: 404 })],
])('%s in place of a report is never taken for a clean one', (_, said) => {
  expect(verdictOf(said)).toEqual({ kind: 'not-asked' })
})
