import type { DisclosedEvent, ReferralPage } from '../../../domain/confidentiality.ts'
import type { Format } from '../../words/format.ts'
import type { FieldWords } from '../../words/sv/step-forms.ts'
import type { Words } from '../../words/sv.ts'

type Details = NonNullable<DisclosedEvent['details']>
type Told = { term: string; detail: string }

function nameOf(assigneeId: string | null, page: ReferralPage, { story }: Words['referral']): string {
  if (assigneeId === null) return story.toGroup
  const colleague = page.colleagues.find(({ personId }) => personId === assigneeId)
  return colleague ? story.to(colleague.name) : story.toColleague
}

/** A coded answer in words: the list is named after its field, save that two steps have a `reason` of their own. */
function wordOf(step: string, field: string, value: string, coded: Words['steps']['coded']): string {
  const lists: Record<string, Record<string, string> | undefined> = coded
  const list = field === 'reason' ? (step === 'extend' ? 'extension' : 'refusal') : field
  return lists[list]?.[value] ?? value
}

/** What the one who acted wrote, field by field in the form's own order; nothing for what was left empty. */
export function toldIn(details: Details, page: ReferralPage, words: Words, format: Format): Told[] {
  if (!('step' in details)) return []
  const { forms, coded } = words.steps
  const { step } = details
  const labels: Record<string, FieldWords> = forms[step].fields
  const given: Record<string, string | string[] | null | undefined> = { ...details }

  const say = (field: string): string => {
    const value = given[field]
    if (field === 'assigneeId') return nameOf(typeof value === 'string' ? value : null, page, words.referral)
    if (value === undefined || value === null || value.length === 0) return ''
    if (field === 'toUnitId') {
      return page.transferTargets.find(({ unitId }) => unitId === value)?.name ?? words.referral.story.toOtherUnit
    }
    if (field === 'answerBy' || field === 'newDueOn') return format.longDay(String(value))
    if (Array.isArray(value)) return format.list(value.map((one) => wordOf(step, field, one, coded)))
    return wordOf(step, field, value, coded)
  }
  return Object.entries(labels)
    .map(([field, { label }]) => ({ term: label, detail: say(field) }))
    .filter(({ detail }) => detail !== '')
}
