import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import postgres from 'postgres'
import type { AppRouter } from '../../src/api/router.ts'
import { serverUrl } from './server-url.ts'

const entry = new URL('../../src/entry/node.ts', import.meta.url).pathname
const addition = new URL('../../src/entry/add-municipality.ts', import.meta.url).pathname
const rotation = new URL('../../src/entry/rotate-keys.ts', import.meta.url).pathname

export interface RunningServer {
  url: string
  pid: number
  /** SIGKILL: nothing is said goodbye to. Resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM, as an operator would. Resolves with the exit code. */
  stop(): Promise<number | null>
  output(): string
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', resolve))
}

/** The real entry in a process of its own, on a free loopback port. Resolves when it listens; refuses if it exits first. */
export async function startNode(settings: Record<string, string> = {}): Promise<RunningServer> {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: newDataDir(), ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const found = /"address":"(http:[^"]+)"/.exec(output)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`exited with ${code}: ${output}`)))
  })
  return {
    url: address,
    pid: child.pid ?? -1,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
    stop: async () => {
      child.kill('SIGTERM')
      return ended(child)
    },
  }
}

/** A script of `package.json`'s that ends by itself: its exit code and what it said. */
async function runScript(
  script: string,
  settings: Record<string, string>,
  args: readonly string[] = [],
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env.PATH, ...settings } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return { code: await ended(child), said }
}

/** `npm run keys:rotate`. */
export const rotateKeysBy = (settings: Record<string, string>) => runScript(rotation, settings)

/** `npm run municipality:add -- --code …`. */
export const addMunicipalityBy = (settings: Record<string, string>, told: Record<string, string>) =>
  runScript(
    addition,
    settings,
    Object.entries(told).flatMap(([name, value]) => [`--${name}`, value]),
  )

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'barnlanken-'))
}

/** A database of its own; `drop` when the test is over. */
export async function newDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `barnlanken_run_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

export type Client = ReturnType<typeof createTRPCClient<AppRouter>>

/** The API over HTTP as a browser would use it, signed in as the first demo person that fits. */
export async function signedIn(
  url: string,
  fits: (person: { name: string; kinds: string[]; roles: string[] }) => boolean,
): Promise<Client> {
  let cookie = ''
  const client = createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url}/trpc`,
        headers: () => ({ cookie }),
        fetch: async (input, init) => {
          const response = await fetch(input, init as RequestInit)
          const set = response.headers.getSetCookie().at(-1)
          if (set) cookie = set.split(';')[0] ?? ''
          return response
        },
      }),
    ],
  })
  const person = (await client.session.demoPeople.query()).find(fits)
  if (!person) throw new Error('no such person in the demo')
  await client.session.signInDemo.mutate({ personId: person.personId })
  return client
}
