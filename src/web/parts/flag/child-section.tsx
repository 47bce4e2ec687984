import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { DraftChild } from '../../../domain/flag/draft.ts'
import { type ChildQuestion, limits, pathTo } from '../../../domain/flag/fields.ts'
import { isBlank } from '../../../domain/flag/questions.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/language.tsx'
import { announce } from '../announce.ts'
import { goToField } from './go-to.ts'
import { QuestionField } from './question-field.tsx'
import { useFlag } from './use-flag.ts'
import { useWording } from './use-wording.ts'

/** Who the children are. Adding one leads to its first field, removing one back to the button (WEB.md 6). */
export function ChildrenSection() {
  const { children, addChild, removeChild } = useFlag()
  const { nameOf } = useWording()
  const { form } = useWords().flag
  const [added, setAdded] = useState<string | null>(null)
  const adder = useRef<HTMLButtonElement>(null)
  const addedPlace = children.findIndex(({ id }) => id === added)

  useEffect(() => {
    if (addedPlace < 0) return
    goToField(pathTo('child.givenName', addedPlace))
    setAdded(null)
  }, [addedPlace])

  const add = () => {
    setAdded(addChild())
    announce(form.childAdded(children.length + 1))
  }
  const remove = (child: DraftChild) => {
    announce(form.childRemoved(nameOf(child)))
    removeChild(child.id)
    adder.current?.focus()
  }
  return (
    <Section title={form.sections.children}>
      <p className="muted">{form.childrenHint}</p>
      {children.map((child, place) => (
        <ChildFields
          key={child.id}
          child={child}
          place={place}
          onRemove={children.length > 1 ? () => remove(child) : undefined}
        />
      ))}
      {children.length < limits.children && (
        <div className="actions">
          <Button ref={adder} icon={IconPlus} onPress={add}>
            {form.addChild}
          </Button>
        </div>
      )}
    </Section>
  )
}

interface ChildFieldsProps {
  child: DraftChild
  place: number
  onRemove?: () => void
}

function ChildFields({ child, place, onRemove }: ChildFieldsProps) {
  const { attempt } = useFlag()
  const { nameOf } = useWording()
  const { flag } = useWords()
  const heading = useId()
  // How old a child without a number is, is asked when it is said that there is no number.
  const hasNoNumber = child.known !== 'known' || !isBlank(child.identityMissing) || attempt > 0
  const questions = (...asked: readonly ChildQuestion[]) =>
    asked.map((question) => <QuestionField key={question} question={question} place={place} />)
  return (
    <fieldset className="fieldset child" aria-labelledby={heading}>
      <div className="child-head">
        <h3 id={heading}>{child.givenName?.trim() ? nameOf(child) : flag.child.nth(place + 1)}</h3>
        {onRemove && (
          <Button
            look="quiet"
            size="small"
            icon={IconTrash}
            label={flag.form.removeChild(nameOf(child))}
            onPress={onRemove}
          />
        )}
      </div>
      {questions('child.known')}
      <div className="field-row">{questions('child.givenName', 'child.familyName')}</div>
      <div className="field-row">{questions('child.identityNumber', 'child.identityMissing')}</div>
      {hasNoNumber && <div className="field-row">{questions('child.birthDate', 'child.ageGuess')}</div>}
      {questions(
        'child.expectedOn',
        'child.protection',
        'child.relation',
        'child.livesWith',
        'child.whereabouts.withWhom',
        'child.whereabouts.where',
      )}
    </fieldset>
  )
}
