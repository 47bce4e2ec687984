import type { Hono } from 'hono'
import { type AppOptions, createApp } from '../../src/api/app.ts'
import { openChanges } from '../../src/api/changes.ts'
import { appRouter } from '../../src/api/router.ts'
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

/** Every procedure of the API by its name, and whether it only reads. */
export const procedureKinds: Record<string, string> = Object.fromEntries(
  Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>).map(
    ([path, procedure]) => [path, procedure._def.type],
  ),
)

/** A procedure called as the page calls it. */
export function calling(path: string, input: unknown, headers: Record<string, string> = {}): [string, RequestInit] {
  const body = input === undefined ? undefined : JSON.stringify(input)
  if (procedureKinds[path] === 'mutation') return [`/trpc/${path}`, post(body ?? '', headers)]
  const asked = body === undefined ? '' : `?${new URLSearchParams({ input: body })}`
  return [`/trpc/${path}${asked}`, { headers }]
}

const streamMilliseconds = 200

/** The answer's text; of a stream that may go on for ever, what comes at first. */
export async function readStart(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) return response.text()
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const enough = setTimeout(() => reader.cancel(), streamMilliseconds)
  let text = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value
  clearTimeout(enough)
  return text
}
