import { generateCookie } from 'hono/cookie'

/** `__Host-`: from this very host, over TLS, for the whole of it; no script reads it and no other site sends it along. */
export const sessionCookie = '__Host-barnlanken'
/** From the beginning of a sign-in to its end. */
export const attemptCookie = '__Host-barnlanken-inloggning'

const sessionSeconds = 10 * 60 * 60

function cookie(name: string, value: string | null, maxAge: number): string {
  const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const
  return generateCookie(name, value ?? '', { ...attributes, maxAge: value === null ? 0 : maxAge })
}

/** The header that gives the browser its session, or with null takes it away. */
export const setSessionCookie = (sessionId: string | null) => cookie(sessionCookie, sessionId, sessionSeconds)
export const setAttemptCookie = (sealed: string | null, seconds: number) => cookie(attemptCookie, sealed, seconds)
