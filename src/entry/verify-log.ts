import { type ChainFault, verifyChain } from '../db/access-log-chain.ts'
import { readConfig } from './config.ts'
import { openDatabase, readKeys } from './databases.ts'

/**
 * `npm run verify-log`, with the owner's `DATABASE_URL`: walks the access log's chain and says what has been altered or
 * taken away. `-- --head 123:abc…`, from an earlier run and kept elsewhere, shows also that the end has not been cut.
 */
const shown = 20
const given = process.argv[process.argv.indexOf('--head') + 1]
const noted = process.argv.includes('--head') ? /^(\d+):([0-9a-f]{64})$/.exec(given ?? '') : null
if (process.argv.includes('--head') && !noted) {
  process.stderr.write('--head: write it as it was printed, place:hash\n')
  process.exit(2)
}

const words: Record<ChainFault['kind'], string> = {
  altered: 'has been altered',
  removed: 'is gone, and its link stands',
  gap: 'follows on links that are gone',
  'head-lost': 'was the end, and is not in the chain any more',
}

const config = readConfig(process.env)
const database = await openDatabase(config, readKeys(config))
const from = performance.now()
const report = await verifyChain(database, noted && { place: Number(noted[1]), mac: noted[2] ?? '' })
const seconds = ((performance.now() - from) / 1000).toFixed(1)

for (const fault of report.faults.slice(0, shown)) {
  process.stdout.write(`Line ${fault.place} ${words[fault.kind]}${'logId' in fault ? ` (${fault.logId})` : ''}\n`)
}
if (report.faults.length > shown) process.stdout.write(`and ${report.faults.length - shown} more\n`)
if (report.foreign > 0) process.stdout.write(`${report.foreign} lines were added past the service\n`)
process.stdout.write(
  `${report.linked} lines walked in ${seconds} s. Keep elsewhere: --head ${report.head.place}:${report.head.mac}\n`,
)
await database.close()
process.exit(report.faults.length + report.foreign > 0 ? 1 : 0)
