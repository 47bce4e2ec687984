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
  'need-of-care-is-for-minors',
  'track-weakened-without-reason',
  'key-reused-with-other-content',
  'no-receiving-unit',
  'question-already-open',
  'own-rights',
  'last-administrator',
  'period-overlaps',
  'period-reversed',
  'roles-do-not-mix',
  'deputy-unfit',
  'nothing-to-stand-in-for',
  'qualification-date-missing',
  'staff-id-taken',
  'person-deactivated',
  'import-outdated',
  'date-in-the-future',
  'already-exists',
  'rule-never-fits',
  'unit-in-use',
  'successor-unfit',
  'issuer-not-allowed',
  'issuer-taken',
  'secret-missing',
  'not-a-private-key',
  'roles-claim-missing',
  'review-signed',
  'review-not-done',
  'own-read',
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

/** Asked for too often. No rule of the trade: it may be asked for again after the seconds. */
export class TooManyRequests extends Error {
  readonly door: string
  readonly seconds: number

  constructor(door: string, seconds: number) {
    super(`too many requests: ${door}`)
    this.name = 'TooManyRequests'
    this.door = door
    this.seconds = seconds
  }
}
