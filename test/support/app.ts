import type { Hono } from 'hono'
import { type AppOptions, createApp } from '../../src/api/app.ts'
import { openChanges } from '../../src/api/changes.ts'
import type { Database } from '../../src/db/database.ts'
import { type Service, start } from './service.ts'

export type Log = Record<string, string | number | null>[]

export const origin = 'https://barnlanken.example'

/** The whole HTTP service without a socket, as the entries make it. */
export function appOn(
  database: Database,
  { service, log, ...options }: { service?: Service; log?: Log } & Partial<Omit<AppOptions, 'log'>> = {},
): Hono {
  return createApp({
    database,
    clock: () => service?.now ?? start,
    demo: true,
    origin,
    changes: openChanges(),
    keptMail: null,
    log: (entry) => void log?.push(entry),
    ...options,
  })
}

export const cookie = (sessionId: string) => ({ cookie: `__Host-barnlanken=${sessionId}` })

export const post = (body: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/json', origin, ...headers },
})
