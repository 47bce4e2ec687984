import { withoutRevealing } from '../../../domain/flag/protection.ts'
import { isProtectedFamily } from '../../../domain/flag/questions.ts'
import { Alert } from '../../ui/alert.tsx'
import { useLanguage } from '../../words/language.tsx'
import { questionAt } from './draft.ts'
import { useFlag } from './use-flag.ts'

/** Why fields are gone when somebody in the family is protected, and what the free texts must not say. */
export function ProtectionNotice({ about }: { about: 'fields' | 'texts' }) {
  const { draft } = useFlag()
  const { words, format } = useLanguage()
  const { form, questions } = words.flag
  if (!isProtectedFamily(draft)) return null
  if (about === 'texts') return <Alert tone="warn">{form.protection.texts}</Alert>

  const titles: Record<string, string> = questions.short
  const removed = withoutRevealing(draft).blanked.map((path) => titles[questionAt(path)] ?? '')
  return (
    <Alert tone="warn" title={form.protection.title} isUrgent>
      <p>{form.protection.text}</p>
      {removed.length > 0 && <p>{form.protection.removed(format.list([...new Set(removed)]))}</p>}
      <p>{form.protection.texts}</p>
    </Alert>
  )
}
