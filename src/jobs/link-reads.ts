import { linkReads } from '../db/access-log-chain.ts'
import { becomeArchivist, type Database } from '../db/database.ts'

const perBatch = 500
/** What is left waits for the next round. */
const batches = 20

/** Links what has been read since the last round into the access log's chain. Returns how many lines. */
export async function linkAllReads(database: Database): Promise<number> {
  let linked = 0
  for (let batch = 0; batch < batches; batch++) {
    const more = await database.transaction(async (tx) => {
      await becomeArchivist(tx)
      return linkReads(tx, perBatch)
    })
    linked += more
    if (more < perBatch) break
  }
  return linked
}
