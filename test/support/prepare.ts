import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrateServer } from '../../src/db/migrate.ts'
import { makeEmptyDatabase } from '../../src/entry/empty-database.ts'
import { serverUrl } from './server-url.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A file that holds an embedded database, migrated and empty. */
    emptyEmbedded: string
    /** A database on the server to be copied, migrated and empty; '' where there is no server. */
    emptyOnServer: string
    /** A login as the service has in production: in the role `service`, and nothing more. */
    login: { user: string; password: string }
  }
}

/** Migrates once on each database; every file then begins from a copy. */
export default async function prepare({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'barnlanken-'))
  const emptyEmbedded = join(folder, 'empty.tar')
  await makeEmptyDatabase(emptyEmbedded)
  provide('emptyEmbedded', emptyEmbedded)

  const removeFolder = () => rmSync(folder, { recursive: true })
  if (process.env.WITHOUT_POSTGRES) {
    provide('emptyOnServer', '')
    provide('login', { user: '', password: '' })
    return async () => removeFolder()
  }
  const emptyOnServer = `barnlanken_empty_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${emptyOnServer}`)
  const url = new URL(serverUrl)
  url.pathname = `/${emptyOnServer}`
  await migrateServer(url.href)
  provide('emptyOnServer', emptyOnServer)
  const login = { user: emptyOnServer.replace('empty', 'login'), password: crypto.randomUUID() }
  await admin.unsafe(`create role ${login.user} login password '${login.password}' in role service`)
  provide('login', login)

  return async () => {
    await admin.unsafe(`drop database ${emptyOnServer} with (force)`)
    await admin.unsafe(`drop role ${login.user}`)
    await admin.end()
    removeFolder()
  }
}
