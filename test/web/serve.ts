import { newDataDir } from '../support/processes.ts'

/** The service as `npm start` runs it, in a folder of its own. */
process.env.PORT = process.argv[2]
process.env.DATA_DIR = newDataDir()
await import('../../src/entry/node.ts')
