import type { Viewer } from '../domain/organisation.ts'
import { isProtected, strongestProtection } from '../domain/person.ts'
import type { Sending } from '../domain/sending.ts'
import type { Tx } from './database.ts'
import { alarm, asWorker, inheritNamings, listManagers } from './protected-access.ts'
import { markFamily, recordMarking } from './protection.ts'

export interface NewOne {
  id: string
  reference: string
  familyGroupId: string
  childIndex: string | null
}

/**
 * What a protected family's flag brings with it, in the transaction that stores it: the record of the mark, the same
 * mark on the family's earlier referrals, those already named, and an alarm to the managers who are to name somebody.
 * Answers with the units whose managers were told: their mailbox then gets no letter of its own. A unit without a
 * manager keeps its letter, so that nothing protected comes unseen.
 */
export async function keepProtected(
  tx: Tx,
  { sender, sentAt, referrals }: Sending,
  viewer: Viewer,
  submissionId: string,
  made: readonly NewOne[],
): Promise<ReadonlySet<string>> {
  const level = strongestProtection(referrals.map(({ content }) => content.protection))
  if (!isProtected(level)) return new Set()

  const flagged = referrals.some(
    ({ content: { client, child } }) => isProtected(client.protection) || isProtected(child.protection),
  )
  const marking = {
    level,
    source: flagged ? ('flag' as const) : ('family' as const),
    reason: null,
    at: sentAt,
    actor: { personId: viewer.personId, unitId: sender.id },
  }
  const keys = {
    groups: made.map(({ familyGroupId }) => familyGroupId),
    children: made.flatMap(({ childIndex }) => childIndex ?? []),
  }
  const earlier = await asWorker(tx, async () => {
    const recorded = made.map(({ id }, i) => ({
      id,
      receiverUnitId: referrals[i]?.receiver.id ?? '',
      from: 'none' as const,
      blanked: referrals[i]?.blanked ?? [],
    }))
    await recordMarking(tx, recorded, marking)
    const except = made.map(({ id }) => id)
    return markFamily(tx, keys, { ...marking, source: 'family' }, { exactly: false, except })
  })

  const fresh = made.map(({ id, reference }, i) => ({ id, reference, receiverUnitId: referrals[i]?.receiver.id ?? '' }))
  const waiting = [...fresh, ...earlier]
  const managers = await listManagers(tx, [...new Set(waiting.map(({ receiverUnitId }) => receiverUnitId))])
  const told = waiting.flatMap(({ id, reference, receiverUnitId }) =>
    managers
      .filter(({ unitId }) => unitId === receiverUnitId)
      .map(({ personId }) => ({ personId, kind: 'protected_waiting' as const, referralId: id, reference })),
  )
  await asWorker(tx, async () => {
    for (const { id, familyGroupId } of made) {
      const receiver = fresh.find((one) => one.id === id)?.receiverUnitId ?? ''
      await inheritNamings(tx, familyGroupId, { id, unitIds: [receiver, sender.id] }, sentAt)
    }
    await alarm(tx, told, submissionId, sentAt)
  })
  return new Set(managers.map(({ unitId }) => unitId))
}
