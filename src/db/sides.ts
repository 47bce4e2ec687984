import type { Tx } from './database.ts'
import { uuidArray } from './rows.ts'

/** On which side of a referral the viewer's units stand; null when on neither. */
export async function findSideOf(
  tx: Tx,
  referralId: string,
  unitIds: readonly string[],
): Promise<{ side: 'receiver' | 'sender'; reference: string } | null> {
  const [row] = await tx.rows<{ reference: string; receives: boolean }>(
    `select reference, receiver_unit_id = any ($2::uuid[]) as receives from referrals where id = $1`,
    [referralId, uuidArray(unitIds)],
  )
  return row ? { side: row.receives ? 'receiver' : 'sender', reference: row.reference } : null
}
