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
  refused: 'That cannot be done now. Load the page again.',
  readAgain: 'Load again',
}
