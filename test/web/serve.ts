import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { newDataDir } from '../support/processes.ts'
import { newTold } from './told.ts'

/** The service as `npm start` runs it, in a folder of its own; what it logs is kept for the check after the run. */
const port = process.argv[2] ?? ''
const { log } = newTold(port)
const entry = new URL('../../src/entry/node.ts', import.meta.url).pathname
const service = spawn(process.execPath, [entry], {
  env: { ...process.env, PORT: port, DATA_DIR: newDataDir() },
  stdio: ['ignore', 'inherit', 'pipe'],
})
service.stderr.pipe(createWriteStream(log))
service.stderr.pipe(process.stderr)
service.once('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => service.kill(signal))
