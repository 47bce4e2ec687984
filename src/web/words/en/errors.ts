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
    'need-of-care-is-for-minors':
      'Information about someone who has turned 18 takes consent: the need of care is a ground for children (OSL 26:9).',
    'track-weakened-without-reason': 'You chose a weaker path than the answers point to. Write why.',
    'key-reused-with-other-content': 'This was already sent with other content. Reload the page and try again.',
    'no-receiving-unit':
      'There is no intake group to send to. Telephone the out-of-hours service, and tell your administrator.',
    'question-already-open': 'A question is already waiting for an answer.',
    'own-rights': 'You cannot change your own details or rights. Ask another administrator.',
    'last-administrator':
      'Then nobody would be administrator. Give someone else the role first, from the same day or earlier.',
    'period-overlaps': 'Something is there for those days already. End that first, or choose other days.',
    'period-reversed': 'The last day cannot be before the first.',
    'roles-do-not-mix':
      'An administrator or log reviewer cannot work with cases at the same time. Choose days that do not overlap.',
    'deputy-unfit': 'That person cannot be a deputy here.',
    'nothing-to-stand-in-for': 'The person has no role to stand in for in that unit on those days.',
    'qualification-date-missing': 'Give the day on which the qualification was shown.',
    'staff-id-taken': 'Another person has that staff number.',
    'person-deactivated': 'The person is deactivated. Reactivate first.',
    'date-in-the-future': 'That day has not been yet.',
    'import-outdated': 'Something has changed since your preview. Nothing was applied. Preview the file again.',
    'already-exists': 'There is one with that name or code already.',
    'rule-never-fits': 'The rule cannot apply like this. Check the unit, the district and the ages.',
    'unit-in-use': 'The unit has cases, staff or rules. Choose a unit that takes over.',
    'successor-unfit':
      'That unit cannot take over. Choose an open unit of the same board that does the same kind of work.',
  },
}
