import type { Temporal } from 'temporal-polyfill'
import type { Viewer } from '../domain/organisation.ts'
import type { StepRequest } from '../domain/step-request.ts'
import { becomeViewer, becomeWorker, type Tx } from './database.ts'
import { newId } from './ids.ts'
import { base64, uuidArray } from './rows.ts'
import { seal } from './seal.ts'
import { withPredecessors } from './unit-history.ts'

const heldText = `
  select i.referral_id as id from (${withPredecessors('$1::uuid')}) own join intakes i on i.receiver_unit_id = own.unit_id
  where i.assignee_id = any ($2::uuid[]) and (i.in_inbox or i.status = 'inquiry_open') order by i.referral_id for update of i`

const returnText = `
  with returned as (
    update intakes i set assignee_id = null, version = i.version + 1
    from jsonb_to_recordset($1::jsonb) x(referral_id uuid, event_id uuid, details text)
    where i.referral_id = x.referral_id
    returning i.referral_id, i.sender_unit_id, i.receiver_unit_id, i.is_protected, x.event_id, x.details
  )
  insert into events (id, referral_id, sender_unit_id, receiver_unit_id, is_protected, kind, at, actor_id, actor_unit_id, actor_role,
    actor_qualified, details)
  select event_id, referral_id, sender_unit_id, receiver_unit_id, is_protected, 'assigned', $2::timestamptz, $3::uuid, $4::uuid,
    'administrator', false, decode(details, 'base64')
  from returned`

/**
 * What people who have left a unit held there belongs to its whole group again, with a line in each history (DOMAIN §5).
 * The administrator sees none of it, so it is done as a job does it.
 */
export async function returnToGroup(
  tx: Tx,
  unitId: string,
  personIds: readonly string[],
  viewer: Viewer,
  now: Temporal.Instant,
): Promise<void> {
  if (personIds.length === 0) return
  const toNobody: StepRequest = { step: 'assign', assigneeId: null }
  await becomeWorker(tx)
  const held = await tx.rows<{ id: string }>(heldText, [unitId, uuidArray(personIds)])
  const lines = held.map(({ id }) => {
    const eventId = newId(now)
    const details = base64(seal(tx.keys, `events:details:${eventId}`, toNobody))
    return { referral_id: id, event_id: eventId, details }
  })
  await tx.rows(returnText, [JSON.stringify(lines), now.toString(), viewer.personId, unitId])
  await becomeViewer(tx)
}
