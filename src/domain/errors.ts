/** Why a rule says no. Each has its sentence in `web/words`; the API maps it once to a code. */
export const refusals = [
  'not-found',
  'not-permitted',
  'not-qualified',
  'wrong-status',
  'stale-version',
  'protection-not-assessed',
  'violence-forces-inquiry',
  'reasons-missing',
  'child-heard-missing',
  'assignee-outside-unit',
  'receiver-outside-reach',
  'date-not-later',
  'date-in-the-past',
  'feedback-before-decision',
  'feedback-already-given',
  'feedback-value-contradicts-decision',
  'consent-or-ground-missing',
  'track-weakened-without-reason',
  'key-reused-with-other-content',
  'no-receiving-unit',
  'question-already-open',
  'level-unchanged',
  'access-too-long',
  'too-many-lookups',
  'within-reach',
] as const
export type Refusal = (typeof refusals)[number]

/** A rule of the trade refused. `field` names the input that the reader should look at, when there is one. */
export class DomainError extends Error {
  readonly refusal: Refusal
  readonly field?: string

  constructor(refusal: Refusal, message: string, field?: string) {
    super(message)
    this.name = 'DomainError'
    this.refusal = refusal
    this.field = field
  }
}
