import { sql } from 'drizzle-orm'
import {
  type ExtraConfigColumn,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { accessDoors, accessGrounds } from '../../domain/access.ts'
import { roles } from '../../domain/organisation.ts'
import { reviewMarks } from '../../domain/review-marks.ts'
import type { ReviewReason } from '../../domain/review-reasons.ts'
import { archivist, audited, managedUnits, me, myMunicipality, sealed, viewer } from './columns.ts'
import { people, units } from './organisation.ts'

const instant = () => timestamp({ withTimezone: true, mode: 'string' })
const reviewedUnit = { municipalityId: uuid().notNull(), unitId: uuid().notNull() }

/** One unit's month. A month in which nothing was read has its row too, so that it is not looked for again. */
export const accessReviews = pgTable(
  'access_reviews',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    /** YYYY-MM, in Sweden. */
    month: text().notNull(),
    drawnAt: instant().notNull(),
    reads: integer().notNull(),
    /** A keyed hash of unit and month: with the key the same sample can be drawn again. */
    sampleSeed: text().notNull(),
    sampleSize: integer().notNull(),
    /** The whole log's chain over the month, as it stood when the review was drawn. */
    chainLines: integer().notNull(),
    chainFaults: integer().notNull(),
  },
  (table) => [
    unique('access_reviews_once').on(table.unitId, table.month),
    unique('access_reviews_unit').on(table.id, table.municipalityId, table.unitId),
    pgPolicy('reviewers read', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${audited} or ${table.unitId} = ${managedUnits}`,
    }),
    pgPolicy('draw', { for: 'all', to: archivist, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** That the manager has signed the month off: once, and from then on nothing is said of its reads. */
export const accessReviewSignatures = pgTable(
  'access_review_signatures',
  {
    reviewId: uuid().primaryKey(),
    ...reviewedUnit,
    byId: uuid()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'access_review_signatures_of_review',
      columns: [table.reviewId, table.municipalityId, table.unitId],
      foreignColumns: [accessReviews.id, accessReviews.municipalityId, accessReviews.unitId],
    }),
    // Whether a month is closed is no secret within the municipality: the policies of marks ask it for everybody.
    pgPolicy('own municipality', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${myMunicipality}`,
    }),
    pgPolicy('manager signs', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.unitId} = ${managedUnits} and ${table.byId} = ${me}`,
    }),
  ],
)

/** A read that is asked about, copied from the log: reviewers see this, and never the log. Select and insert only. */
export const accessReviewItems = pgTable(
  'access_review_items',
  {
    id: uuid().primaryKey(),
    reviewId: uuid().notNull(),
    ...reviewedUnit,
    logId: uuid().notNull(),
    readerId: uuid()
      .notNull()
      .references(() => people.id),
    role: text({ enum: roles }),
    at: instant().notNull(),
    door: text({ enum: accessDoors }).notNull(),
    ground: text({ enum: accessGrounds }).notNull(),
    reference: text(),
    reasons: jsonb().$type<ReviewReason[]>().notNull(),
    reads: integer().notNull(),
  },
  (table) => [
    unique('access_review_items_once').on(table.reviewId, table.logId),
    unique('access_review_items_reader').on(
      table.id,
      table.reviewId,
      table.municipalityId,
      table.unitId,
      table.readerId,
    ),
    index('access_review_items_by_reader').on(table.readerId),
    foreignKey({
      name: 'access_review_items_of_review',
      columns: [table.reviewId, table.municipalityId, table.unitId],
      foreignColumns: [accessReviews.id, accessReviews.municipalityId, accessReviews.unitId],
    }),
    pgPolicy('reviewers read', {
      for: 'select',
      to: viewer,
      using: sql`${table.municipalityId} = ${audited} or ${table.unitId} = ${managedUnits}`,
    }),
    pgPolicy('asked see their own', {
      for: 'select',
      to: viewer,
      using: sql`${table.readerId} = ${me} and exists (select from access_review_marks m
        where m.item_id = ${table.id} and m.reader_id = ${me} and m.mark = 'asked')`,
    }),
    pgPolicy('draw', { for: 'all', to: archivist, using: sql`true`, withCheck: sql`true` }),
  ],
)

const isOpen = (reviewId: ExtraConfigColumn) =>
  sql`not exists (select from access_review_signatures s where s.review_id = ${reviewId})`

/** What was said of a read, in the order it was said. Select and insert only; the last one counts. */
export const accessReviewMarks = pgTable(
  'access_review_marks',
  {
    id: uuid().primaryKey(),
    itemId: uuid().notNull(),
    reviewId: uuid().notNull(),
    ...reviewedUnit,
    readerId: uuid().notNull(),
    mark: text({ enum: reviewMarks }).notNull(),
    /** Reviewers and the asked write freely, and may come to write of a child. */
    words: sealed().notNull(),
    byId: uuid()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
  },
  (table) => [
    index('access_review_marks_by_item').on(table.itemId, table.id),
    index('access_review_marks_by_review').on(table.reviewId),
    foreignKey({
      name: 'access_review_marks_of_item',
      columns: [table.itemId, table.reviewId, table.municipalityId, table.unitId, table.readerId],
      foreignColumns: [
        accessReviewItems.id,
        accessReviewItems.reviewId,
        accessReviewItems.municipalityId,
        accessReviewItems.unitId,
        accessReviewItems.readerId,
      ],
    }),
    // What is said of one's own reads one does not read over the reviewer's shoulder: the question and the answer alone.
    pgPolicy('reviewers read', {
      for: 'select',
      to: viewer,
      using: sql`${table.readerId} <> ${me} and (${table.municipalityId} = ${audited} or ${table.unitId} = ${managedUnits})`,
    }),
    pgPolicy('asked read', {
      for: 'select',
      to: viewer,
      using: sql`${table.readerId} = ${me} and ${table.mark} in ('asked', 'answered')`,
    }),
    pgPolicy('reviewers mark', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.byId} = ${me} and ${table.readerId} <> ${me} and ${table.mark} <> 'answered'
        and (${table.municipalityId} = ${audited} or ${table.unitId} = ${managedUnits})
        and ${isOpen(table.reviewId)}`,
    }),
    pgPolicy('asked answer', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.byId} = ${me} and ${table.readerId} = ${me} and ${table.mark} = 'answered'
        and ${isOpen(table.reviewId)}`,
    }),
    pgPolicy('count', { for: 'select', to: archivist, using: sql`true` }),
  ],
)
