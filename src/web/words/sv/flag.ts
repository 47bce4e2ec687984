import { flagChoices } from './flag-choices.ts'
import { flagForm } from './flag-form.ts'
import { flagQuestions } from './flag-questions.ts'
import { flagSent } from './flag-sent.ts'

export const flag = {
  tab: 'Flagga ett barn',
  questions: flagQuestions,
  choices: flagChoices,
  form: flagForm,
  ...flagSent,
}
