import type { DraftChild } from '../../../domain/flag/draft.ts'
import { useLanguage } from '../../words/language.tsx'
import { childAt, isChildQuestion, questionAt } from './draft.ts'
import { kinds } from './kinds.ts'
import { codeOf, useFlag } from './use-flag.ts'

interface Wording {
  label: (question: keyof typeof kinds, place?: number) => string
  /** The child's first name, or what else there is to call it by. */
  nameOf: (child: DraftChild) => string
  /** The sentence beside the field at fault. */
  problem: (path: string) => string | undefined
  /** The same, with what field it is: for the summary. */
  mistake: (path: string) => string
}

/** The form's words about the flag in hand. */
export function useWording(): Wording {
  const { words } = useLanguage()
  const { children, faults } = useFlag()
  const { questions, form, child: said } = words.flag

  const isQuestion = (question: string): question is keyof typeof kinds => question in kinds
  const nameOf = (child: DraftChild) => {
    if (child.givenName?.trim()) return child.givenName.trim()
    if (children.length > 1) return said.nth(children.findIndex(({ id }) => id === child.id) + 1)
    return child.known === 'unborn' ? form.theUnborn : form.thisChild
  }

  const sentence = (path: string): string => {
    const code = codeOf(faults[path] ?? 'required')
    const question = questionAt(path)
    if (code === 'required' && isQuestion(question)) {
      const { as } = kinds[question]
      if (as === 'choice' || as === 'yes-no') return form.required.choose
      return as === 'date' ? form.required.date : form.required.write
    }
    const told: Record<string, string> = { ...questions.problems, ...words.refusals }
    return told[code] ?? questions.problems.malformed
  }
  return {
    label(question, place) {
      const isUnborn = place !== undefined && children[place]?.known === 'unborn'
      return (isUnborn && isChildQuestion(question) && questions.unborn[question]) || questions.labels[question]
    },
    nameOf,
    problem: (path) => (path in faults ? sentence(path) : undefined),
    mistake(path) {
      const question = questionAt(path)
      const field = isQuestion(question) ? questions.short[question] : path === 'senderUnitId' ? form.unit : form.title
      const place = childAt(path)
      const child = place === undefined ? undefined : children[place]
      return child && children.length > 1
        ? form.mistakeOf(nameOf(child), field, sentence(path))
        : form.mistake(field, sentence(path))
    },
  }
}
