import type { Temporal } from 'temporal-polyfill'

export type Log = (entry: Record<string, string | number | null>) => void

/** JSON leaves these as they are: a terminal would obey some, and a log reader break its line at others. */
const unprintable = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** One entry is one line, whatever stands in it. */
export function logLine(entry: Record<string, string | number | null>): string {
  return `${JSON.stringify(entry).replaceAll(unprintable, escaped)}\n`
}

/** To standard error, where whoever runs the service collects it. */
export function openLog(clock: () => Temporal.Instant): Log {
  return (entry) => void process.stderr.write(logLine({ at: clock().toString(), ...entry }))
}
