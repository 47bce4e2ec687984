import { type Status, statuses } from '../../src/domain/lifecycle.ts'
import { adultNumber, childNumber } from './flags.ts'
import { aWishForSupport, isOnTrackB, marks, paths, toMyself, walk } from './journeys.ts'
import type { PersonKey } from './organisation.ts'
import { aConcern, aConcernedChild } from './sending.ts'
import type { Service } from './service.ts'

export type Side = 'sender' | 'receiver' | 'nobody'

export const viewers: PersonKey[] = [
  'handler',
  'colleague',
  'adultManager',
  'otherHandler',
  'disabilityHandler',
  'administrator',
  'auditor',
  'foreignHandler',
  'foreignWorker',
  'otherIntakeWorker',
  'supporter',
  'unqualified',
  'lead',
  'manager',
  'onDuty',
  'worker',
]
export const senders: PersonKey[] = ['handler', 'colleague', 'adultManager']
const intakeStaff: PersonKey[] = ['worker', 'unqualified', 'lead', 'manager', 'onDuty']

export function sideOf(person: PersonKey, status: Status): Side {
  if (senders.includes(person)) return 'sender'
  return (isOnTrackB(status) ? ['supporter'] : intakeStaff).includes(person) ? 'receiver' : 'nobody'
}

export interface Sent {
  status: Status
  reference: string
  referralId: string
  submissionId: string
  unitId: string
}

export const familyName = 'Kanarieström'
const nameOf = (n: number) => `Barn${String.fromCharCode(97 + n)}`

/** One referral in every status, each about a child of its own, and a draft and a note of the sender's. */
export async function givenEveryStatus(service: Service): Promise<{ sent: Sent[]; draftId: string }> {
  const handler = await service.as('handler')
  const handlers = { A: await service.as('worker'), B: await service.as('supporter') }
  const { people, units } = service.organisation
  const sent: Sent[] = []
  for (const [n, status] of statuses.entries()) {
    const track = isOnTrackB(status) ? 'B' : 'A'
    const child = {
      id: `0198c0de-0000-7000-8000-0000000000${String(n + 10)}`,
      givenName: nameOf(n),
      familyName,
      identityNumber: childNumber(60 + n),
    }
    const texts = { observed: `${marks.sender} såg`, assessment: `${marks.sender} bedömde` }
    const client = { name: `Förälder ${familyName}`, identityNumber: adultNumber(40), protection: 'none' as const }
    const flag =
      track === 'A'
        ? aConcern([aConcernedChild(child)], { texts, client })
        : { ...aWishForSupport(child), texts, client }
    const receipt = await handler.flags.send({ key: crypto.randomUUID(), draftId: null, flag })
    const reference = receipt.referrals[0]?.reference ?? ''
    const path = paths[status]
    const assignee = track === 'A' ? people.worker.id : people.supporter.id
    if (path) await walk(handlers[track], reference, [toMyself(assignee), ...path])
    const [row] = await service.sql<{ id: string }>(`select id from referrals where reference = $1`, [reference])
    sent.push({
      status,
      reference,
      referralId: row?.id ?? '',
      submissionId: receipt.submissionId,
      unitId: track === 'A' ? units.intake.id : units.familySupport.id,
    })
  }
  const draftId = crypto.randomUUID()
  await handler.drafts.save({ id: draftId, version: 0, content: { texts: { observed: `${marks.sender} utkast` } } })
  return { sent, draftId }
}
