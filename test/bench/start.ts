import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ask, get } from './load.ts'

const root = new URL('../..', import.meta.url).pathname
const longest = 60_000

export interface Start {
  /** Seconds from `npm start` until the page and its first questions are answered. */
  usable: number
  /** Megabytes, just started; null where there is no /proc. */
  resident: number | null
}

/** `npm start` on an installed copy, the first time: on an empty folder, with demo data. */
export async function firstStart(): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), 'barnlanken-bench-'))
  try {
    if (spawnSync('npm', ['run', 'prepare'], { cwd: root }).status !== 0) throw new Error('the install failed')
    return await startOn(join(folder, 'data'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function startOn(dataDir: string): Promise<Start> {
  const from = performance.now()
  const { DATABASE_URL: _, ...environment } = process.env
  const env = { ...environment, DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'development' }
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(npm, 'exit')
  let pid: number | null = null
  try {
    const port = await portOf(npm.stderr)
    pid = Number(await readFile(join(dataDir, 'pid'), 'utf8'))
    await ask(port, get('/'))
    await ask(port, get('/trpc/session.demoPeople'))
    const usable = (performance.now() - from) / 1000
    return { usable, resident: await residentOf(pid) }
  } finally {
    if (pid) process.kill(pid, 'SIGTERM')
    await Promise.race([ended, wait(10_000, undefined, { ref: false })])
    npm.kill('SIGKILL')
  }
}

function portOf(log: NodeJS.ReadableStream): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    const late = setTimeout(() => reject(new Error(`not listening: ${text.slice(-300)}`)), longest)
    log.on('end', () => reject(new Error(`did not start: ${text.slice(-300)}`)))
    log.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const [, port] = /"port":(\d+)|127\.0\.0\.1:([1-9]\d+)/.exec(text)?.filter(Boolean) ?? []
      if (!port) return
      clearTimeout(late)
      resolve(Number(port))
    })
  })
}

async function residentOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? []
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : null
}
