import { z } from 'zod'

const report = z.object({
  metadata: z.object({ vulnerabilities: z.object({ high: z.number(), critical: z.number() }) }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
})

export type AuditVerdict = { kind: 'clean' } | { kind: 'vulnerable'; packages: string[] } | { kind: 'not-asked' }

/** What `npm audit --json` said. Anything but a whole report means that the registry could not be asked. */
export function verdictOf(said: string): AuditVerdict {
  const read = report.safeParse(jsonOf(said))
  if (!read.success) return { kind: 'not-asked' }
  const { metadata, vulnerabilities } = read.data
  if (metadata.vulnerabilities.high + metadata.vulnerabilities.critical === 0) return { kind: 'clean' }
  const grave = Object.entries(vulnerabilities).filter(([, { severity }]) => ['high', 'critical'].includes(severity))
  return { kind: 'vulnerable', packages: grave.map(([name, { range, severity }]) => `${name} ${range} (${severity})`) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
