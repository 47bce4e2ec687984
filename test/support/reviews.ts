import { Temporal } from 'temporal-polyfill'
import { drawReviews } from '../../src/jobs/draw-reviews.ts'
import { linkAllReads } from '../../src/jobs/link-reads.ts'
import type { PersonKey, UnitKey } from './organisation.ts'
import type { Caller, Service } from './service.ts'

/** Moves the service's clock to an instant that is written as a Swedish wall shows it: `2026-10-05T21:30`. */
export function at(service: Service, wall: string): void {
  service.now = Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Stockholm').toInstant()
}

/** The person opens the referral at each of the moments, with a session of that moment. */
export async function opened(service: Service, by: PersonKey, reference: string, ...walls: string[]): Promise<void> {
  for (const wall of walls) {
    at(service, wall)
    await (await service.as(by)).referrals.open({ reference })
  }
}

/** What the jobs do, at the moment. Returns how many reviews were drawn. */
export async function draw(service: Service, wall = '2026-11-02T09:00'): Promise<number> {
  at(service, wall)
  await linkAllReads(service.database)
  return drawReviews(service.database, service.now)
}

type ReviewPage = Awaited<ReturnType<Caller['reviews']['get']>>

/** The unit's month as that reviewer sees it. */
export async function reviewOf(
  service: Service,
  by: PersonKey,
  unit: UnitKey = 'intake',
  month = '2026-10',
): Promise<ReviewPage> {
  const caller = await service.as(by)
  const { reviews } = await caller.reviews.list()
  const { name } = service.organisation.units[unit]
  const found = reviews.find((review) => review.unitName === name && review.month === month)
  if (!found) throw new Error('no such review')
  return caller.reviews.get({ id: found.id })
}
