import type { ReferralContent } from '../domain/flag/referral-content.ts'
import { becomeWorker, type Database } from './database.ts'
import { childIndexOf } from './protection.ts'
import { unseal } from './seal.ts'

interface StoredRow {
  id: string
  content: Uint8Array
  child_index: string | null
  municipality_id: string
}

/** The first and the last that were sent, and the last with a number: what a ring must open, old keys and new. */
const storedText = `
  with sent as (select r.id, r.content, r.child_index, u.municipality_id from referrals r
    join units u on u.id = r.receiver_unit_id)
  (select * from sent order by id limit 1) union all (select * from sent order by id desc limit 1)
  union all (select * from sent where child_index is not null order by id desc limit 1)`

/**
 * Refuses, naming the setting and quoting nothing, a ring that does not open what is stored, and an index key that
 * another than filed it: better no service than one that shows nothing and finds nobody.
 */
export async function refuseForeignKeys(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await becomeWorker(tx)
    for (const { id, content, child_index, municipality_id } of await tx.rows<StoredRow>(storedText)) {
      let opened: ReferralContent
      try {
        opened = unseal<ReferralContent>(tx.keys, `referrals:content:${id}`, content)
      } catch {
        throw new Error(`FIELD_KEYS: no key of the ring opens what is stored (referral ${id}).`)
      }
      if (child_index !== null && child_index !== childIndexOf(tx, municipality_id, opened.child.identityNumber)) {
        throw new Error(`INDEX_KEY: it is not the key that this database was filed with (referral ${id}).`)
      }
    }
  })
}
