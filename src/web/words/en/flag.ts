import type { flag as sv } from '../sv/flag.ts'
import { flagChoices } from './flag-choices.ts'
import { flagForm } from './flag-form.ts'
import { flagQuestions } from './flag-questions.ts'
import { flagSent } from './flag-sent.ts'

export const flag: typeof sv = {
  tab: 'Flag a child',
  questions: flagQuestions,
  choices: flagChoices,
  form: flagForm,
  ...flagSent,
}
