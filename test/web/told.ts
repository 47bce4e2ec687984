import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'

/**
 * What the service and its pages told outside the pages themselves, in the whole run: addresses, titles, refusals and
 * the log. And what was typed, which must stand in none of them; `told-check.ts` looks when the last test has ended.
 */
const kinds = ['address', 'title', 'refusal', 'typed'] as const
type Kind = (typeof kinds)[number]

interface Places {
  log: string
  started: string
  collected: string
}

function placesOf(port: string): Places {
  const folder = join(tmpdir(), `barnlanken-told-${port}`)
  return { log: join(folder, 'log'), started: join(folder, 'started'), collected: join(folder, 'collected') }
}

/** An empty place for a service that starts now. */
export function newTold(port: string): Places {
  const places = placesOf(port)
  const folder = join(places.log, '..')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(places.started, String(Date.now()))
  return places
}

const port = () => process.env.WEB_PORT_IN_USE ?? ''

/** Collects what the context's pages ask for, are called and are refused, and what is typed in them. */
export async function collectTold(context: BrowserContext): Promise<void> {
  const { collected } = placesOf(port())
  const keep = (kind: Kind, text: string) => appendFileSync(collected, `${JSON.stringify({ kind, text })}\n`)

  context.on('request', (request) => keep('address', request.url()))
  context.on('page', (page) => page.on('framenavigated', (frame) => keep('address', frame.url())))
  context.on('response', async (response) => {
    const isRefusal = response.status() >= 400 || response.status() === 207
    if (isRefusal && response.url().includes('/trpc/')) keep('refusal', await response.text().catch(() => ''))
  })
  await context.exposeBinding('keepTold', (_, kind: Kind, text: string) => keep(kind, text))
  await context.addInitScript(() => {
    const tell = (kind: string, text: string) => (globalThis as unknown as Teller).keepTold(kind, text)
    let title = ''
    new MutationObserver(() => {
      if (document.title === title) return
      title = document.title
      tell('title', title)
    }).observe(document, { subtree: true, childList: true, characterData: true })
    addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) tell('typed', target.value)
    })
  })
}

interface Teller {
  keepTold(kind: string, text: string): void
}

export interface Told extends Record<Kind, Set<string>> {
  log: string
  startedAt: number
}

/** All that has been collected since the service started. Null where it was started by other means. */
export function readTold(): Told | null {
  const { log, started, collected } = placesOf(port())
  if (!existsSync(started) || !existsSync(collected)) return null
  const told: Told = {
    address: new Set(),
    title: new Set(),
    refusal: new Set(),
    typed: new Set(),
    log: existsSync(log) ? readFileSync(log, 'utf8') : '',
    startedAt: Number(readFileSync(started, 'utf8')),
  }
  for (const line of readFileSync(collected, 'utf8').split('\n').filter(Boolean)) {
    const { kind, text } = JSON.parse(line) as { kind: Kind; text: string }
    told[kind].add(text)
  }
  return told
}
