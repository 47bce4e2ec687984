import type { Temporal } from 'temporal-polyfill'
import type { AccessDoor, AccessGround } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import type { Role } from '../domain/organisation.ts'
import type { ItemState, Review, ReviewedRead, ReviewedUnit, ReviewMark } from '../domain/review-marks.ts'
import type { ReviewReason } from '../domain/review-reasons.ts'
import { becomeArchivist, becomeViewer, type Tx } from './database.ts'
import { newId } from './ids.ts'
import { base64, bytesOfHex, isoOf, isoOrNull } from './rows.ts'
import { seal, unseal } from './seal.ts'

/** What reviewers see: who read, when, behind which door and why it is asked about. Never what was read. */

export interface ReviewSummary extends Review {
  id: string
  unitName: string
  month: string
  reads: number
  items: number
  open: number
  signerName: string | null
}

interface SummaryRow {
  id: string
  municipality_id: string
  unit_id: string
  unit_name: string
  month: string
  reads: number
  items: number
  signer_name: string | null
  signed_at: string | null
}

const summaryColumns = `r.id, r.municipality_id, r.unit_id, u.name as unit_name, r.month, r.reads,
  (select count(*)::int from access_review_items i where i.review_id = r.id) as items,
  p.name as signer_name, s.at as signed_at`
const summarySource = `access_reviews r join units u on u.id = r.unit_id
  left join access_review_signatures s on s.review_id = r.id left join people p on p.id = s.by_id`

function summaryOf(row: SummaryRow, open: number): ReviewSummary {
  return {
    id: row.id,
    municipalityId: row.municipality_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    month: row.month,
    reads: row.reads,
    items: row.items,
    open,
    signerName: row.signer_name,
    signedAt: isoOrNull(row.signed_at),
  }
}

const openText = `
  select i.review_id, count(*)::int as open from access_review_items i
  where i.review_id in (select x::uuid from jsonb_array_elements_text($1::jsonb) x)
    and coalesce((select m.mark from access_review_marks m where m.item_id = i.id order by m.id desc limit 1), '')
      not in ('explained', 'reported')
  group by i.review_id`

/**
 * How many reads of each review are neither explained nor reported. As the archivist: what is said of one's own reads
 * is not for oneself to see, and yet they count.
 */
async function countOpen(tx: Tx, reviewIds: readonly string[]): Promise<Map<string, number>> {
  await becomeArchivist(tx)
  const rows = await tx.rows<{ review_id: string; open: number }>(openText, [JSON.stringify(reviewIds)])
  await becomeViewer(tx)
  return new Map(rows.map(({ review_id, open }) => [review_id, open]))
}

/** The months that the viewer reviews, latest first; those in which nothing was read are left out. */
export async function listReviews(tx: Tx, unitIds: readonly string[] | 'all'): Promise<ReviewSummary[]> {
  const rows = await tx.rows<SummaryRow>(
    `select ${summaryColumns} from ${summarySource}
     where r.reads > 0 and ($1::jsonb is null or r.unit_id in (select x::uuid from jsonb_array_elements_text($1::jsonb) x))
     order by r.month desc, u.name`,
    [unitIds === 'all' ? null : JSON.stringify(unitIds)],
  )
  const open = await countOpen(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => summaryOf(row, open.get(row.id) ?? 0))
}

interface MarkRow {
  id: string
  mark: ReviewMark
  by: string
  at: string
  words: string
}

export interface MarkLine {
  id: string
  mark: ReviewMark
  byName: string
  at: string
  words: string
}

export interface ReviewedItem extends ReviewedRead {
  id: string
  reviewId: string
  at: string
  readerName: string
  readerTitle: string
  role: Role | null
  door: AccessDoor
  ground: AccessGround
  reference: string | null
  reasons: ReviewReason[]
  reads: number
  marks: MarkLine[]
}

interface ItemRow {
  id: string
  review_id: string
  reader_id: string
  at: string
  reader_name: string
  reader_title: string
  role: Role | null
  door: AccessDoor
  ground: AccessGround
  reference: string | null
  reasons: ReviewReason[]
  reads: number
  marks: MarkRow[]
}

const itemsText = `
  select i.id, i.review_id, i.reader_id, i.at, p.name as reader_name, p.title as reader_title, i.role, i.door, i.ground,
    i.reference, i.reasons, i.reads,
    (select coalesce(json_agg(json_build_object('id', m.id, 'mark', m.mark, 'by', b.name, 'at', m.at, 'words', m.words)
      order by m.id), '[]') from access_review_marks m join people b on b.id = m.by_id where m.item_id = i.id) as marks
  from access_review_items i join people p on p.id = i.reader_id`

function itemOf(tx: Tx, row: ItemRow): ReviewedItem {
  const marks = row.marks.map(({ id, mark, by, at, words }) => ({
    id,
    mark,
    byName: by,
    at: isoOf(at),
    words: unseal<string>(tx.keys, `access_review_marks:words:${id}`, bytesOfHex(words)),
  }))
  const state: ItemState = marks.at(-1)?.mark ?? 'unmarked'
  return {
    id: row.id,
    reviewId: row.review_id,
    readerId: row.reader_id,
    at: isoOf(row.at),
    readerName: row.reader_name,
    readerTitle: row.reader_title,
    role: row.role,
    door: row.door,
    ground: row.ground,
    reference: row.reference,
    reasons: row.reasons,
    reads: row.reads,
    marks,
    state,
  }
}

export interface ReviewFile extends ReviewSummary {
  drawnAt: string
  sampleSize: number
  chainLines: number
  chainFaults: number
  reviewed: ReviewedItem[]
}

type FileRow = SummaryRow & { drawn_at: string; sample_size: number; chain_lines: number; chain_faults: number }

/** Refuses (`not-found`) alike what does not exist and what is not the viewer's to review. */
export async function getReview(tx: Tx, id: string): Promise<ReviewFile> {
  const [[row], items] = await Promise.all([
    tx.rows<FileRow>(
      `select ${summaryColumns}, r.drawn_at, r.sample_size, r.chain_lines, r.chain_faults
       from ${summarySource} where r.id = $1`,
      [id],
    ),
    tx.rows<ItemRow>(`${itemsText} where i.review_id = $1 order by i.at, i.id`, [id]),
  ])
  if (!row) throw new DomainError('not-found', 'no such review')
  const open = await countOpen(tx, [id])
  return {
    ...summaryOf(row, open.get(id) ?? 0),
    drawnAt: isoOf(row.drawn_at),
    sampleSize: row.sample_size,
    chainLines: row.chain_lines,
    chainFaults: row.chain_faults,
    reviewed: items.map((item) => itemOf(tx, item)),
  }
}

/** A read with the month that it belongs to. Refuses (`not-found`) what the viewer neither reviews nor was asked about. */
export async function getReviewedItem(tx: Tx, itemId: string): Promise<{ review: Review; item: ReviewedItem }> {
  const [[row], [review]] = await Promise.all([
    tx.rows<ItemRow>(`${itemsText} where i.id = $1`, [itemId]),
    tx.rows<{ municipalityId: string; unitId: string; signedAt: string | null }>(
      `select i.municipality_id as "municipalityId", i.unit_id as "unitId", s.at as "signedAt"
       from access_review_items i left join access_review_signatures s on s.review_id = i.review_id where i.id = $1`,
      [itemId],
    ),
  ])
  if (!row || !review) throw new DomainError('not-found', 'no such read')
  return { review: { ...review, signedAt: isoOrNull(review.signedAt) }, item: itemOf(tx, row) }
}

/** What is said of a month and its signing go one at a time, so that nothing is added to what was just signed. */
export async function takeTurn(tx: Tx, reviewId: string): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [reviewId])
}

export interface NewMark {
  item: Pick<ReviewedItem, 'id' | 'reviewId'>
  mark: ReviewMark
  words: string
  byId: string
  now: Temporal.Instant
}

const markText = `
  insert into access_review_marks (id, item_id, review_id, municipality_id, unit_id, reader_id, mark, words, by_id, at)
  select $1, i.id, i.review_id, i.municipality_id, i.unit_id, i.reader_id, $3, decode($4, 'base64'), $5, $6
  from access_review_items i
  where i.id = $2 and not exists (select from access_review_signatures s where s.review_id = i.review_id) returning id`

/** Refuses (`review-signed`) where the month was signed just before. */
export async function addMark(tx: Tx, { item, mark, words, byId, now }: NewMark): Promise<void> {
  await takeTurn(tx, item.reviewId)
  const id = newId(now)
  const sealed = base64(seal(tx.keys, `access_review_marks:words:${id}`, words))
  const added = await tx.rows(markText, [id, item.id, mark, sealed, byId, now.toString()])
  if (added.length === 0) throw new DomainError('review-signed', 'somebody signed the month just before')
}

export async function signReview(
  tx: Tx,
  review: ReviewedUnit & { id: string },
  byId: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx.rows(
    `insert into access_review_signatures (review_id, municipality_id, unit_id, by_id, at) values ($1, $2, $3, $4, $5)`,
    [review.id, review.municipalityId, review.unitId, byId, now.toString()],
  )
}

/** The reads that the viewer has been asked about, those that wait for an answer first. */
export async function listQuestions(tx: Tx, personId: string): Promise<ReviewedItem[]> {
  const rows = await tx.rows<ItemRow>(
    `${itemsText} where i.reader_id = $1 and exists (select from access_review_marks m where m.item_id = i.id)
     order by i.at desc`,
    [personId],
  )
  return rows
    .map((row) => itemOf(tx, row))
    .toSorted((a, b) => Number(b.state === 'asked') - Number(a.state === 'asked'))
}
