import { fork } from 'node:child_process'
import { newKeySettings, readKeyRing } from '../../src/db/seal.ts'

const settings = newKeySettings()
export const keys = readKeyRing(settings.fieldKeys, settings.indexKey)

export interface Server {
  port: number
  stop(): Promise<void>
}

/** A server under measurement, in a process of its own; it ends with this one. */
export function start(file: 'server.ts' | 'bare.ts', url: string, as?: 'owner'): Promise<Server> {
  const env = { ...process.env, BENCH_URL: url, FIELD_KEYS: settings.fieldKeys, INDEX_KEY: settings.indexKey }
  const child = fork(new URL(file, import.meta.url), { env: as ? { ...env, BENCH_AS: as } : env })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${file} did not start`)))
    child.once('message', ({ port }: { port: number }) => resolve({ port, stop }))
  })
}
