import { Temporal } from 'temporal-polyfill'
import { linkReads } from '../../db/access-log-chain.ts'
import { addMark, signReview } from '../../db/access-reviews.ts'
import type { Database, Tx } from '../../db/database.ts'
import { tellReader } from '../../db/notices.ts'
import { drawReview, listUndrawn } from '../../db/review-drawing.ts'
import type { ReviewMark } from '../../domain/review-marks.ts'
import { boundsOf } from '../../domain/review-month.ts'
import type { ReviewReason } from '../../domain/review-reasons.ts'
import { type PersonKey, people, type UnitKey, units } from './organisation.ts'

/** The year's reviews: all signed, but for the intake's last month, which is on its way. */

const managers: Record<UnitKey, PersonKey> = {
  intake: 'karin',
  youngIntake: 'karin',
  childGroup: 'karin',
  familySupport: 'karin',
  outOfHours: 'karin',
  substanceUse: 'gunilla',
  incomeSupport: 'gunilla',
  violence: 'gunilla',
  familyLaw: 'gunilla',
  disability: 'thomas',
  psychiatry: 'thomas',
}

const explanations: Record<ReviewReason, string> = {
  break_glass:
    'Nödöppning när familjen hörde av sig på kvällen. Larmet gick till båda cheferna, och öppningen var befogad.',
  left_unit: 'Flyttad mellan enheterna den dagen. Rollen är rättad.',
  same_name: 'Namnlikhet. Ingen släkt.',
  no_relation: 'Tog emot samtal från skolan om familjen och läste för att kunna lotsa rätt.',
  repeated: 'Förberedde överlämning till barngruppen, och var i ärendet flera gånger.',
  burst: 'Genomgång av inkorgen efter semestern.',
  off_hours: 'Kvällsarbete enligt överenskommelse.',
  sample: 'Ordinarie handläggning.',
}

interface DrawnItem {
  id: string
  reviewId: string
  readerId: string
  reasons: ReviewReason[]
}

interface DrawnReview {
  id: string
  municipalityId: string
  unitId: string
  month: string
  items: DrawnItem[]
}

const drawnText = `
  select r.id, r.municipality_id as "municipalityId", r.unit_id as "unitId", r.month,
    (select coalesce(json_agg(json_build_object('id', i.id, 'reviewId', r.id, 'readerId', i.reader_id,
      'reasons', i.reasons) order by i.at, i.id), '[]') from access_review_items i where i.review_id = r.id) as items
  from access_reviews r where r.reads > 0 order by r.month, r.unit_id`

const mostLinks = 5_000
const mostReviews = 1_000

function earlier(at: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(at, now) < 0 ? at : now
}

/** As the owner, once however many start at a time: where a month has been drawn already there is nothing to seed. */
export function seedReviews(database: Database, now: Temporal.Instant): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.rows(`select pg_advisory_xact_lock(hashtext('demo reviews'))`)
    const [before] = await tx.rows<{ drawn: boolean }>(`select exists (select from access_reviews) as drawn`)
    if (before?.drawn) return
    while ((await linkReads(tx, mostLinks)) > 0);
    for (const unitMonth of await listUndrawn(tx, now, mostReviews)) {
      await drawReview(tx, unitMonth, earlier(boundsOf(unitMonth.month).until.add({ hours: 2 }), now))
    }
    const drawn = await tx.rows<DrawnReview>(drawnText)
    const lastMonth = drawn.at(-1)?.month
    for (const review of drawn) {
      const isUnderWay = review.month === lastMonth && review.unitId === units.intake.id
      if (isUnderWay) await begin(tx, review, now)
      else await finish(tx, review, now)
    }
  })
}

function managerOf(unitId: string): string {
  const key = (Object.keys(units) as UnitKey[]).find((one) => units[one].id === unitId)
  return people[key ? managers[key] : 'karin'].id
}

interface Said {
  mark: ReviewMark
  words: string
  at: Temporal.Instant
  /** Absent: the one who reviews it. */
  byId?: string
}

function say(tx: Tx, { unitId }: DrawnReview, item: DrawnItem, { mark, words, at, byId }: Said): Promise<void> {
  const manager = managerOf(unitId)
  const reviewer = item.readerId === manager ? people.bjorn.id : manager
  return addMark(tx, { item, mark, words, byId: byId ?? reviewer, now: at })
}

const explanationOf = ({ reasons: [first = 'sample'] }: DrawnItem) => explanations[first]

async function finish(tx: Tx, review: DrawnReview, now: Temporal.Instant): Promise<void> {
  const signed = earlier(boundsOf(review.month).until.add({ hours: 8 * 24 + 13 }), now)
  const marked = signed.subtract({ hours: 1 })
  for (const item of review.items) {
    await say(tx, review, item, { mark: 'explained', words: explanationOf(item), at: marked })
  }
  await signReview(tx, review, managerOf(review.unitId), signed)
}

/** Some are explained, one has answered, one is asked, and the rest are left. */
async function begin(tx: Tx, review: DrawnReview, now: Temporal.Instant): Promise<void> {
  const at = earlier(boundsOf(review.month).until.add({ hours: 4 * 24 + 10 }), now.subtract({ hours: 3 }))
  const others = review.items.filter(({ readerId }) => readerId !== managerOf(review.unitId))
  const toAsk = others.filter(({ reasons }) => reasons.includes('no_relation')).slice(0, 2)
  const plain = others.filter((item) => !toAsk.includes(item) && item.reasons[0] === 'sample')
  for (const item of plain.slice(0, Math.ceil(plain.length / 2))) {
    await say(tx, review, item, { mark: 'explained', words: explanationOf(item), at })
  }
  for (const [place, item] of toAsk.entries()) {
    await say(tx, review, item, { mark: 'asked', words: 'Vad gällde det? Du hade inte ärendet då.', at })
    await tellReader(tx, item.readerId, at)
    if (place > 0) continue
    const words = 'Mamman ringde växeln sent och bad oss höra av oss. Jag läste för att veta vem som hade ärendet.'
    await say(tx, review, item, { mark: 'answered', words, at: at.add({ hours: 2 }), byId: item.readerId })
  }
}
