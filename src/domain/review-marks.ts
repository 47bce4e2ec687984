import { DomainError } from './errors.ts'
import type { Viewer } from './organisation.ts'

/** What a reviewer may say of a read, and what the one who read may answer. Lines are added, never changed. */

export const reviewMarks = ['explained', 'asked', 'answered', 'reported'] as const
export type ReviewMark = (typeof reviewMarks)[number]
/** The marks that a reviewer sets; `answered` is the asked person's. */
export const reviewersMarks = ['explained', 'asked', 'reported'] as const
export type ReviewersMark = (typeof reviewersMarks)[number]

/** Where a read stands: its latest mark, or that it has none. */
export type ItemState = ReviewMark | 'unmarked'

/** A question and its answer are on the way to something; a review ends with an explanation or a report. */
export function isSettled(state: ItemState): boolean {
  return state === 'explained' || state === 'reported'
}

export interface ReviewedUnit {
  unitId: string
  municipalityId: string
}

export interface Review extends ReviewedUnit {
  signedAt: string | null
}

export interface ReviewedRead {
  readerId: string
  state: ItemState
}

function manages(viewer: Viewer, { unitId }: ReviewedUnit): boolean {
  return viewer.memberships.some((held) => held.role === 'unit_manager' && held.unitId === unitId)
}

/** Reviews are for the unit's manager and for the municipality's auditor, of reads that are not their own. */
export function mayReview(viewer: Viewer, unit: ReviewedUnit): boolean {
  const audits =
    viewer.memberships.some(({ role }) => role === 'auditor') && viewer.municipalityId === unit.municipalityId
  return audits || manages(viewer, unit)
}

function refuseSigned({ signedAt }: Review): void {
  if (signedAt !== null) throw new DomainError('review-signed', 'a signed month is not changed')
}

/**
 * Refuses (`not-permitted`) who does not review the unit, (`own-read`) the one who read, and (`review-signed`) a month
 * that is signed.
 */
export function refuseMark(viewer: Viewer, review: Review, { readerId }: ReviewedRead): void {
  if (!mayReview(viewer, review)) throw new DomainError('not-permitted', 'only the manager and the auditor review')
  if (readerId === viewer.personId) throw new DomainError('own-read', 'nobody reviews their own reads')
  refuseSigned(review)
}

/** Refuses (`not-found`) all but the one who read, and (`wrong-status`) where no question waits. */
export function refuseAnswer(viewer: Viewer, { readerId, state }: ReviewedRead): void {
  if (readerId !== viewer.personId) throw new DomainError('not-found', 'the question is somebody else’s')
  if (state !== 'asked') throw new DomainError('wrong-status', 'no question waits for an answer')
}

/**
 * The manager signs the month off. Refuses (`not-permitted`) everybody else, (`review-signed`) what is signed, and
 * (`review-not-done`) while a read is neither explained nor reported.
 */
export function refuseSigning(viewer: Viewer, review: Review, open: number): void {
  if (!manages(viewer, review)) throw new DomainError('not-permitted', 'only the unit’s manager signs')
  refuseSigned(review)
  if (open > 0) throw new DomainError('review-not-done', 'some reads are neither explained nor reported')
}
