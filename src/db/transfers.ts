import type { Temporal } from 'temporal-polyfill'
import type { ReferralFile } from '../domain/confidentiality.ts'
import type { Viewer } from '../domain/organisation.ts'
import { transferredReferral } from '../domain/sending.ts'
import type { Tx } from './database.ts'
import { listUnits } from './organisation.ts'
import { saveSending } from './sending.ts'

/**
 * Sends the matter on to another child unit of the municipality, once: the referral's own id is the key.
 * Refuses a unit that takes nothing in, or that the viewer cannot see.
 */
export async function saveTransfer(
  tx: Tx,
  file: ReferralFile,
  toUnitId: string,
  viewer: Viewer,
  now: Temporal.Instant,
): Promise<void> {
  const sending = transferredReferral(file, viewer, toUnitId, await listUnits(tx), now)
  const { id } = file.referral
  await saveSending(tx, sending, viewer, {
    key: id,
    draftId: null,
    fingerprint: id,
    transferredFrom: id,
  })
}
