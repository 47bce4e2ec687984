import { initTRPC, TRPCError } from '@trpc/server'
import type { Temporal } from 'temporal-polyfill'
import { ZodError } from 'zod'
import { type Database, sqlStateOf, type Tx } from '../db/database.ts'
import { enterAsViewer, type Language } from '../db/sessions.ts'
import { DomainError, type Refusal, TooManyRequests } from '../domain/errors.ts'
import { fieldProblems } from '../domain/flag/fields.ts'
import type { Viewer } from '../domain/organisation.ts'
import type { KeptMail } from '../mail/kept.ts'
import type { Changes } from './changes.ts'

/** What a request brings. `now` is read once, by the entry; `sessionId` is the cookie's secret. */
export interface Context {
  database: Database
  now: Temporal.Instant
  sessionId: string | null
  /** A poll: it does not count as the person being there. */
  background: boolean
  demo: boolean
  changes: Changes
  keptMail: KeptMail | null
  setSession(sessionId: string | null): void
  /** For the operator: codes and ids, never a message of a failed query or anything that was typed. */
  log(entry: Record<string, string | number | null>): void
}

/** A field at fault, as the form's words know it. */
export interface Issue {
  path: string
  problem: string
}

const codes: Partial<Record<Refusal, TRPCError['code']>> = {
  'not-found': 'NOT_FOUND',
  'not-permitted': 'FORBIDDEN',
  'not-qualified': 'FORBIDDEN',
  'stale-version': 'CONFLICT',
  'import-outdated': 'CONFLICT',
  'key-reused-with-other-content': 'CONFLICT',
}

const downCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|CONNECT_TIMEOUT|CONNECTION_|57P0|08|53300)/

function issuesOf(error: ZodError): Issue[] {
  return error.issues.map(({ path, message, code }) => ({
    path: path.join('.'),
    problem: (fieldProblems as readonly string[]).includes(message)
      ? message
      : code === 'too_big'
        ? 'too-long'
        : 'malformed',
  }))
}

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const { cause } = error
    const refused = cause instanceof DomainError ? cause : null
    const isFault = error.code === 'INTERNAL_SERVER_ERROR'
    return {
      code: shape.code,
      message: refused ? refused.refusal : error.code,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        refusal: refused?.refusal,
        field: refused?.field,
        issues: cause instanceof ZodError ? issuesOf(cause) : undefined,
        incident: isFault && ctx ? incidentOf(ctx, error) : undefined,
      },
    }
  },
})

/** A fault is logged by code and id, and the reader is given the id to quote. */
function incidentOf(ctx: Context, error: TRPCError): string {
  const incident = crypto.randomUUID()
  ctx.log({ event: 'fault', incident, name: error.cause?.name ?? error.name, sqlState: sqlStateOf(error.cause) })
  return incident
}

function asAnswer(error: unknown): TRPCError {
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error
  const cause = error instanceof TRPCError ? error.cause : error
  if (cause instanceof DomainError) {
    return new TRPCError({ code: codes[cause.refusal] ?? 'UNPROCESSABLE_CONTENT', cause })
  }
  if (cause instanceof TooManyRequests) return new TRPCError({ code: 'TOO_MANY_REQUESTS', cause })
  if (cause instanceof ZodError) return new TRPCError({ code: 'BAD_REQUEST', cause })
  if (downCodes.test(sqlStateOf(cause) ?? '')) return new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause })
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause })
}

export const router = t.router

/** Refusals, bad shapes and faults get their code here and nowhere else. */
const answering = t.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok) throw asAnswer(result.error)
  return result
})

/** For the few procedures that come before sign-in. */
export const publicProcedure = t.procedure.use(answering)

export interface ViewerContext {
  tx: Tx
  viewer: Viewer
  language: Language
  /** After the commit, when what happened is true. */
  afterCommit(effect: () => void): void
}

/**
 * Signed in, in one transaction in which Postgres shows only what this viewer may see. What `ask` reads goes down the
 * wire together with who asks, and without a live session it sees nothing, and nobody sees it.
 */
export async function asViewer<Asked, Answer extends { ok: boolean }>(
  ctx: Context,
  ask: (tx: Tx) => Promise<Asked>,
  act: (added: ViewerContext & { asked: Asked }) => Promise<Answer>,
): Promise<Answer> {
  const { sessionId } = ctx
  if (!sessionId) throw new TRPCError({ code: 'UNAUTHORIZED' })
  const effects: (() => void)[] = []
  const result = await ctx.database.transaction(async (tx) => {
    const [entered, asked] = await Promise.allSettled([enterAsViewer(tx, sessionId, ctx.now, !ctx.background), ask(tx)])
    if (entered.status === 'rejected') throw entered.reason
    if (!entered.value) throw new TRPCError({ code: 'UNAUTHORIZED' })
    if (asked.status === 'rejected') throw asked.reason
    const answer = await act({
      tx,
      ...entered.value,
      asked: asked.value,
      afterCommit: (effect) => void effects.push(effect),
    })
    // tRPC returns errors, and only a throw rolls back.
    if (!answer.ok) throw 'error' in answer ? answer.error : new TRPCError({ code: 'INTERNAL_SERVER_ERROR' })
    return answer
  })
  for (const effect of effects) effect()
  return result
}

const nothing = async () => undefined

export const viewerProcedure = publicProcedure.use(({ ctx, next }) =>
  asViewer(ctx, nothing, ({ asked: _, ...added }) => next({ ctx: added })),
)
