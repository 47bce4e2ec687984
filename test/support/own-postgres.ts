import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { freePort } from './free-port.ts'

/** A Postgres of the test's own, to be killed: the one that others use is not. */
export interface OwnPostgres {
  url: string
  /** SIGKILL to all of its processes at once, as when the power goes. */
  kill(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

/** Where `initdb` and `postgres` are, or null where Postgres is on another machine. */
export function postgresPrograms(): string | null {
  const folders = [...(process.env.PATH ?? '').split(':'), ...globSync('/usr/lib/postgresql/*/bin')]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
}

/** Postgres refuses to run as root; the distribution's package brings the account that it runs as. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const client = postgres(url, { max: 1, connect_timeout: 1, onnotice: () => {} })
    const answered = await client`select 1`.then(
      () => true,
      () => false,
    )
    await client.end({ timeout: 1 })
    if (answered) return
    await wait(100)
  }
  throw new Error('the Postgres of the test did not start')
}

export async function newPostgres(programs: string): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'barnlanken-postgres-'))
  const as = account()
  if (as) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], {
    ...as,
    cwd: folder,
    stdio: 'ignore',
  })
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  let running: ChildProcess | undefined

  const start = async () => {
    running = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
      detached: true, // a group of its own, so that its children are killed with it
    })
    await untilItAnswers(url)
  }
  const kill = async () => {
    if (!running?.pid) return
    const gone = new Promise((resolve) => running?.once('exit', resolve))
    process.kill(-running.pid, 'SIGKILL')
    await gone
    running = undefined
  }
  await start()
  return {
    url,
    kill,
    start,
    remove: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
