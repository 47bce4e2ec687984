import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { openChanges } from '../../src/api/changes.ts'
import { appRouter } from '../../src/api/router.ts'
import { startSession } from '../../src/db/sessions.ts'
import { openKeptMail } from '../../src/mail/kept.ts'
import type { PersonKey } from './organisation.ts'
import type { Service } from './service.ts'

export interface Answer {
  status: number
  /** The body as it travels. */
  text: string
  data: {
    code?: string
    refusal?: string
    field?: string
    issues?: { path: string; problem: string }[]
    incident?: string
  }
}

/** The API as a browser meets it, for what only the wire shows: codes and the exact words of a refusal. */
export interface Wire {
  sessionId: string
  call(path: string, input: unknown): Promise<Answer>
}

/** A wire with a session of that person's own. */
export async function wireOf(service: Service, person: PersonKey): Promise<Wire> {
  const { id } = service.organisation.people[person]
  const sessionId = await service.database.transaction((tx) => startSession(tx, id, service.now))
  return wireWith(service, sessionId)
}

export function wireWith(service: Service, sessionId: string): Wire {
  const kinds = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
  return {
    sessionId,
    async call(path, input) {
      const type = kinds[path]?._def.type
      const url = new URL(`http://localhost/trpc/${path}`)
      const body = input === undefined ? undefined : JSON.stringify(input)
      if (type !== 'mutation' && body !== undefined) url.searchParams.set('input', body)
      const req =
        type === 'mutation'
          ? new Request(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
          : new Request(url)
      const response = await fetchRequestHandler({
        endpoint: '/trpc',
        req,
        router: appRouter,
        createContext: () => ({
          database: service.database,
          now: service.now,
          sessionId,
          background: false,
          demo: true,
          changes: openChanges(),
          keptMail: openKeptMail(() => service.now),
          setSession: () => {},
          log: (entry) => void service.logged.push(entry),
        }),
      })
      const text = await response.text()
      return { status: response.status, text, data: dataOf(text) }
    },
  }
}

function dataOf(text: string): Answer['data'] {
  try {
    return JSON.parse(text)?.error?.data ?? {}
  } catch {
    return {}
  }
}
