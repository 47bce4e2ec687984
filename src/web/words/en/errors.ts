import { pluralIn } from '../plural.ts'
import type { errors as sv } from '../sv/errors.ts'

const count = pluralIn('en-GB')

export const errors: typeof sv = {
  summary: (problems) => count(problems, { one: 'One thing to put right', other: '# things to put right' }),
  problems: {
    required: 'Fill in this field',
    tooLong: 'The text is too long',
    tooShort: 'Write a little more',
    invalid: 'Check this field',
    date: 'Write the date like this: 2026-12-03',
    number: 'Write a number',
    choose: 'Choose an answer',
  },
  offline: 'No connection to the service. What you wrote is still here. Try again in a while.',
  unavailable: 'The service cannot reach its database right now. What you wrote is still here. Try again in a while.',
  sessionEnded: 'Your session has ended. Sign in again; what you wrote is still here.',
  stale: 'Someone else changed it first. Load the new version before you go on.',
  invalid: 'Something in the form needs to be put right.',
  fault: 'Something went wrong on our side. What you wrote is still here.',
  tooLarge: 'What you are sending is too large.',
  tooMany: 'Too many attempts in a short time. Wait a while.',
  readAgain: 'Load again',
  refusals: {
    'not-found': 'It does not exist, or you do not have access to it.',
    'not-permitted': 'Your role may not do this.',
    'not-qualified': 'Only someone with a degree in social work may do this (SoL 25:1).',
    'wrong-status': 'That cannot be done where the case stands now.',
    'stale-version': 'Someone else changed it first. Load the new version before you go on.',
    'protection-not-assessed': 'Make the protection assessment first (SoL 20:1).',
    'violence-forces-inquiry': 'Violence has been reported. An inquiry is then opened, unless you say why not.',
    'reasons-missing': 'Write the reasons for the decision.',
    'child-heard-missing': 'Say whether the child has been heard, or why not.',
    'assignee-outside-unit': 'That person does not work in the receiving unit.',
    'receiver-outside-reach': 'Choose another receiver than your own unit.',
    'date-not-later': 'The new date must be later than the old one.',
    'date-in-the-past': 'The date has already been.',
    'feedback-before-decision': 'Feedback can be given once the decision is made.',
    'feedback-already-given': 'Feedback has already been given.',
    'feedback-value-contradicts-decision': 'The feedback does not agree with the decision.',
    'consent-or-ground-missing': 'Give consent, or another ground for handing over the information.',
    'track-weakened-without-reason': 'You chose a weaker path than the answers point to. Write why.',
    'key-reused-with-other-content': 'This was already sent with other content. Reload the page and try again.',
    'no-receiving-unit':
      'There is no intake group to send to. Telephone the out-of-hours service, and tell your administrator.',
    'question-already-open': 'A question is already waiting for an answer.',
    'level-unchanged': 'The referral has that mark already.',
    'access-too-long': 'Somebody can be named for six months at the most.',
    'too-many-lookups':
      'You have asked five questions within an hour. Your manager has been told. Telephone your lead.',
    'within-reach': 'The referral belongs to your own unit. Open it as usual.',
  },
}
