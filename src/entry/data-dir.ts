import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newKeySettings } from '../db/seal.ts'

interface KeySettings {
  fieldKeys: string
  indexKey: string
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Takes the data folder for this process: two on one folder lose data. Refuses while another living process holds it;
 * what a killed one left behind is taken over. Answers with the release.
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'pid')
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch {
    const holder = Number(readFileSync(path, 'utf8'))
    if (holder !== process.pid && isAlive(holder)) {
      throw new Error(`DATA_DIR: ${dataDir} is in use by process ${holder}`)
    }
    writeFileSync(path, String(process.pid))
  }
  return () => rmSync(path, { force: true })
}

/**
 * Where the embedded database lives. It is new, and empty, also when an earlier start ended before the database stood:
 * nothing had then been stored in it. Call `stands` when it does.
 */
export function databaseFolder(dataDir: string): { path: string; isNew: boolean; stands(): void } {
  const path = join(dataDir, 'postgres')
  const begun = join(dataDir, 'begun')
  const isNew = existsSync(begun) || !existsSync(path)
  if (isNew) {
    writeFileSync(begun, '')
    rmSync(path, { recursive: true, force: true })
  }
  return { path, isNew, stands: () => rmSync(begun, { force: true }) }
}

/** The demo's own keys, made once and kept beside its database. Sharp data has its keys in the environment. */
export function demoKeys(dataDir: string): KeySettings {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'demo-keys.json')
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(newKeySettings()), { mode: 0o600, flag: 'wx' })
  return JSON.parse(readFileSync(path, 'utf8'))
}
