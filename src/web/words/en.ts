import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { flag } from './en/flag.ts'
import { identityProvider } from './en/identity-provider.ts'
import { inbox } from './en/inbox.ts'
import { manager } from './en/manager.ts'
import { notices } from './en/notices.ts'
import { organisation } from './en/organisation.ts'
import { people } from './en/people.ts'
import { emergency, protectedPersons } from './en/protected.ts'
import { referral } from './en/referral.ts'
import { refusals } from './en/refusals.ts'
import { review } from './en/review.ts'
import { shell } from './en/shell.ts'
import { signIns } from './en/sign-ins.ts'
import { start } from './en/start.ts'
import { steps } from './en/steps.ts'
import type { Words } from './sv.ts'

/** Loaded when someone asks for English. A key that is missing here is a type error. */
export const en: Words = {
  common,
  emergency,
  errors,
  flag,
  identityProvider,
  inbox,
  manager,
  notices,
  organisation,
  people,
  protectedPersons,
  referral,
  refusals,
  review,
  shell,
  signIns,
  start,
  steps,
}
