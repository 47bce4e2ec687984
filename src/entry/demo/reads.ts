import { Temporal } from 'temporal-polyfill'
import { type Access, logAccess } from '../../db/access-log.ts'
import type { Tx } from '../../db/database.ts'
import type { AccessDoor, AccessGround } from '../../domain/access.ts'
import { dayOf } from '../../domain/calendar.ts'
import { atMinute, workdayFrom } from './hours.ts'
import { type PersonKey, type UnitKey, units, viewerOf } from './organisation.ts'

/** Reads that did not lead to anything, in the months that are reviewed: what a reviewer would ask about, and why not. */

/** One read: who, the day of the month, the minute, and which of the unit's resting cases. */
type OddRead = readonly [who: PersonKey, day: number, minute: number, place: number, told?: Partial<Access>]

const evening = 21 * 60 + 40
const morning = 9 * 60
const emergency: { ground: AccessGround } = { ground: 'break_glass' }
const printed: { door: AccessDoor } = { door: 'print' }

const inIntake: readonly OddRead[] = [
  ['elin', 7, evening, 0],
  ['elin', 7, evening + 6, 0, printed],
  ...[3, 6, 9, 12, 15].map((day): OddRead => ['fatima', day, morning + 12 * day, 1]),
  ['karin', 10, morning + 80, 2],
  ['johan', 16, morning + 45, 3],
  ['marko', 18, evening + 90, 0],
  ['nadia', 20, evening + 30, 2, emergency],
]
const inSubstanceUse: readonly OddRead[] = [
  ['yusuf', 11, evening - 60, 0],
  ['mikael', 13, morning + 30, 1],
]

const restingText = `
  select id from referrals
  where case when $2::boolean then receiver_unit_id else sender_unit_id end = $1 and sent_at < $3::timestamptz
  order by sent_at desc, reference limit 4`

async function addMonth(tx: Tx, first: Temporal.PlainDate, now: Temporal.Instant): Promise<void> {
  const monthsBefore = atMinute(first.subtract({ days: 10 }), 0).toString()
  const add = async (key: UnitKey, isReceiver: boolean, reads: readonly OddRead[]) => {
    const unitId = units[key].id
    const resting = await tx.rows<{ id: string }>(restingText, [unitId, isReceiver, monthsBefore])
    for (const [who, day, minute, place, told] of reads) {
      const on = first.with({ day })
      const at = atMinute(minute < evening - 60 ? workdayFrom(on) : on, minute)
      const referralId = resting[place]?.id
      if (!referralId || Temporal.Instant.compare(at, now) > 0) continue
      const usual = isReceiver
        ? { door: 'referral' as const, ground: who === 'karin' ? ('manager' as const) : ('group' as const) }
        : { door: 'sent_referral' as const, ground: 'sender_unit' as const }
      logAccess(tx, viewerOf(who), at, [{ referralId, unitId, isProtected: false, ...usual, ...told }])
    }
  }
  await add('intake', true, inIntake)
  await add('substanceUse', false, inSubstanceUse)
  const search = {
    referralId: null,
    unitId: units.intake.id,
    door: 'search',
    ground: 'group',
    isProtected: false,
    searchedFor: 'name',
  } as const
  const at = atMinute(workdayFrom(first.with({ day: 4 })), morning + 130)
  if (Temporal.Instant.compare(at, now) < 0) logAccess(tx, viewerOf('anna'), at, [search])
}

/** In this month and the three before it. */
export async function addOddReads(tx: Tx, now: Temporal.Instant): Promise<void> {
  const thisMonth = dayOf(now).with({ day: 1 })
  for (const months of [3, 2, 1, 0]) await addMonth(tx, thisMonth.subtract({ months }), now)
}
