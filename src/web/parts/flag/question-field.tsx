import { limits, pathTo, type Question } from '../../../domain/flag/fields.ts'
import { isBlank } from '../../../domain/flag/questions.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import { CareAreas, CareCosts } from './care-fields.tsx'
import { valueAt } from './draft.ts'
import { type ChoiceGroup, kinds } from './kinds.ts'
import { useFlag } from './use-flag.ts'
import { useWording } from './use-wording.ts'

interface QuestionProps {
  question: Question
  /** The child's place, for a question about a child. */
  place?: number
}

/** Marked as optional would be half a truth: the number or the reason why there is none. */
const eitherOr: readonly Question[] = ['client.identityNumber', 'child.identityNumber']

/** One question, drawn by its kind; nothing when the answers so far do not call for it. */
export function QuestionField({ question, place }: QuestionProps) {
  const { asked, need, answer, today } = useFlag()
  const wording = useWording()
  const { questions, choices } = useWords().flag
  const wanted = need(question, place)
  if (wanted === 'hidden') return null

  const path = pathTo(question, place ?? 0)
  const value = valueAt(asked, path)
  const text = typeof value === 'string' ? value : ''
  const kind = kinds[question]
  const field = {
    name: path,
    label: wording.label(question, place),
    hint: questions.hints[question],
    error: wording.problem(path),
    optional: wanted === 'offered' && !eitherOr.includes(question),
  }
  const change = (next: unknown) => answer(path, next)

  switch (kind.as) {
    case 'line':
      return (
        <TextField
          {...field}
          value={text}
          onChange={change}
          type={kind.input ?? 'text'}
          width={kind.longest === limits.name || kind.input ? 'medium' : 'full'}
        />
      )
    case 'identity':
      return <TextField {...field} value={text} onChange={change} width="medium" inputMode="text" />
    case 'number':
      return (
        <NumberField
          {...field}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => change(next ?? undefined)}
        />
      )
    case 'text':
      return <TextArea {...field} value={text} onChange={change} rows={kind.rows} maxLength={kind.longest} />
    case 'date':
      return <DateField {...field} value={text} onChange={change} today={today} lean={kind.lean} />
    case 'tick':
      return (
        <Checkbox name={path} label={field.label} hint={field.hint} isSelected={value === true} onChange={change} />
      )
    case 'yes-no':
      return <Segments {...field} value={text} onChange={change} of={choices.answers} only={['yes', 'no']} />
    case 'choice':
      return <ChoiceField {...field} value={text} onChange={change} of={kind.of} look={kind.look} />
    case 'areas':
      return <CareAreas path={path} field={field} />
    case 'costs':
      return <CareCosts path={path} field={field} />
    case 'track':
      return null // the track has a card of its own
  }
}

interface FieldOf {
  name: string
  label: string
  hint?: string
  error?: string
  optional: boolean
  value: string
  onChange: (value: string) => void
}

function ChoiceField({ of, look, ...field }: FieldOf & { of: ChoiceGroup; look: 'segmented' | 'list' | 'select' }) {
  const { choices } = useWords().flag
  const words: Record<string, string> = choices[of]
  if (look === 'segmented') return <Segments {...field} of={words} />
  // Whether a border is crossed follows from the boards; nobody ticks that it is not.
  const values = Object.keys(words).filter((value) => of !== 'grounds' || value !== 'same_board')
  if (look === 'select') {
    const options = values.map((value) => ({ value, label: words[value] ?? value }))
    return <NativeSelect {...field} onChange={(value) => field.onChange(value)} options={options} />
  }
  const hints: Record<string, string> = of === 'grounds' ? choices.groundHints : {}
  return (
    <RadioGroup
      {...field}
      value={isBlank(field.value) ? null : field.value}
      options={values.map((value) => ({ value, label: words[value], hint: hints[value] }))}
    />
  )
}

function Segments({ of, only, ...field }: FieldOf & { of: Record<string, string>; only?: readonly string[] }) {
  const values = only ?? Object.keys(of)
  return (
    <RadioGroup
      {...field}
      look="segmented"
      value={isBlank(field.value) ? null : field.value}
      options={values.map((value) => ({ value, label: of[value] }))}
    />
  )
}
