import { z } from 'zod'
import {
  addMark,
  getReview,
  getReviewedItem,
  listQuestions,
  listReviews,
  type ReviewedItem,
  type ReviewSummary,
  signReview,
  takeTurn,
} from '../db/access-reviews.ts'
import { tellReader } from '../db/notices.ts'
import { dayOf } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import { managedUnits, type Viewer } from '../domain/organisation.ts'
import { mayReview, refuseAnswer, refuseMark, refuseSigning, reviewersMarks } from '../domain/review-marks.ts'
import { signedBy } from '../domain/review-month.ts'
import { type Context, router, type ViewerContext, viewerProcedure } from './trpc.ts'

const words = z.string().trim().min(1, 'required').max(2000, 'too-long')

type Acting = Pick<Context & ViewerContext, 'tx' | 'viewer' | 'now'>

function shownTo({ viewer, now }: Acting, review: ReviewSummary) {
  const { id, unitId, unitName, month, reads, items, open, signerName, signedAt } = review
  const dueOn = signedBy(month)
  return {
    id,
    unitName,
    month,
    reads,
    items,
    open,
    dueOn,
    isLate: signedAt === null && dayOf(now).toString() > dueOn,
    signed: signedAt && signerName ? { at: signedAt, by: signerName } : null,
    maySign: signedAt === null && open === 0 && managedUnits(viewer).some((managed) => managed.unitId === unitId),
  }
}

/** Who read is told by name to the reviewer; of oneself, nothing of what others have said. */
function itemFor(viewer: Viewer, isSigned: boolean, { readerId, reviewId: _, ...item }: ReviewedItem) {
  const isOwn = readerId === viewer.personId
  return { ...item, isOwn, mayMark: !isOwn && !isSigned }
}

/** Refuses (`not-found`) alike what does not exist and what is not the viewer's to review. */
async function reviewFor(ctx: Acting, id: string) {
  const { reviewed, drawnAt, sampleSize, chainLines, chainFaults, ...summary } = await getReview(ctx.tx, id)
  if (!mayReview(ctx.viewer, summary)) throw new DomainError('not-found', 'no such review')
  const isSigned = summary.signedAt !== null
  return {
    ...shownTo(ctx, summary),
    drawnAt,
    sampleSize,
    chain: { lines: chainLines, faults: chainFaults },
    items: reviewed.map((item) => itemFor(ctx.viewer, isSigned, item)),
  }
}

async function questionsTo({ tx, viewer }: Acting) {
  const asked = await listQuestions(tx, viewer.personId)
  return asked.map(({ id, at, door, reference, marks, state }) => ({
    id,
    at,
    door,
    reference,
    marks: marks.filter(({ mark }) => mark === 'asked' || mark === 'answered'),
    waits: state === 'asked',
  }))
}

export const reviewsRouter = router({
  /** The months of the units that the viewer reviews: a manager's own units, an auditor's whole municipality. */
  list: viewerProcedure.query(async ({ ctx }) => {
    const reviews = await listReviews(ctx.tx, 'all')
    const reviewed = reviews.filter((review) => mayReview(ctx.viewer, review))
    return { reviews: reviewed.map((review) => shownTo(ctx, review)) }
  }),

  get: viewerProcedure.input(z.strictObject({ id: z.uuid() })).query(({ ctx, input }) => reviewFor(ctx, input.id)),

  /** What the reviewer finds. Who is asked is told in the service, by a notice that says nothing of the read. */
  mark: viewerProcedure
    .input(z.strictObject({ itemId: z.uuid(), mark: z.enum(reviewersMarks), words }))
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer, now } = ctx
      const { review, item } = await getReviewedItem(tx, input.itemId)
      refuseMark(viewer, review, item)
      await addMark(tx, { item, mark: input.mark, words: input.words, byId: viewer.personId, now })
      if (input.mark === 'asked') await tellReader(tx, item.readerId, now)
      return reviewFor(ctx, item.reviewId)
    }),

  sign: viewerProcedure.input(z.strictObject({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
    const { tx, viewer, now } = ctx
    await takeTurn(tx, input.id)
    const review = await getReview(tx, input.id)
    refuseSigning(viewer, review, review.open)
    await signReview(tx, review, viewer.personId, now)
    return reviewFor(ctx, input.id)
  }),

  /** What the viewer has been asked about their own reads. */
  questions: viewerProcedure.query(async ({ ctx }) => ({ questions: await questionsTo(ctx) })),

  answer: viewerProcedure.input(z.strictObject({ itemId: z.uuid(), words })).mutation(async ({ ctx, input }) => {
    const { tx, viewer, now } = ctx
    const { item } = await getReviewedItem(tx, input.itemId)
    refuseAnswer(viewer, item)
    await addMark(tx, { item, mark: 'answered', words: input.words, byId: viewer.personId, now })
    return { questions: await questionsTo(ctx) }
  }),

  /** For the manager's alarm: months of own units that should have been signed by now. */
  late: viewerProcedure.query(async ({ ctx }) => {
    const own = managedUnits(ctx.viewer).map(({ unitId }) => unitId)
    if (own.length === 0) return { months: [] }
    const reviews = (await listReviews(ctx.tx, own)).map((review) => shownTo(ctx, review))
    return {
      months: reviews.filter(({ isLate }) => isLate).map(({ id, month, unitName }) => ({ id, month, unitName })),
    }
  }),
})
