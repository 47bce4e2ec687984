import type { ReactNode } from 'react'
import type { Question } from '../../../domain/flag/fields.ts'
import { trackSoFar } from '../../../domain/flag/tracks.ts'
import { Alert } from '../../ui/alert.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/language.tsx'
import { isChildQuestion } from './draft.ts'
import { ProtectionNotice } from './protection-notice.tsx'
import { QuestionField } from './question-field.tsx'
import { useFlag } from './use-flag.ts'
import { useWording } from './use-wording.ts'

interface QuestionsProps {
  questions: readonly Question[]
  place?: number
}

function Questions({ questions, place }: QuestionsProps) {
  return questions.map((question) => <QuestionField key={question} question={question} place={place} />)
}

/** A part of the form; gone when none of its questions is called for. */
function QuestionSection({ title, before, ...asked }: QuestionsProps & { title: string; before?: ReactNode }) {
  const { need } = useFlag()
  if (asked.questions.every((question) => need(question, asked.place) === 'hidden')) return null
  return (
    <Section title={title}>
      {before}
      <Questions {...asked} />
    </Section>
  )
}

export function UnitSection() {
  const { units, asked, answer } = useFlag()
  const { problem } = useWording()
  const { form } = useWords().flag
  if (units.length < 2) return null
  return (
    <div className="card">
      <RadioGroup
        name="senderUnitId"
        label={form.unit}
        error={problem('senderUnitId')}
        value={asked.senderUnitId ?? null}
        onChange={(unitId) => answer('senderUnitId', unitId)}
        options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      />
    </div>
  )
}

export function ClientSection() {
  const { form } = useWords().flag
  return (
    <Section title={form.sections.client}>
      <Questions questions={['client.name']} />
      <div className="field-row">
        <Questions questions={['client.identityNumber', 'client.identityMissing']} />
      </div>
      <Questions questions={['client.protection']} />
    </Section>
  )
}

export function SafetySection() {
  const { form } = useWords().flag
  return (
    <QuestionSection
      title={form.sections.safety}
      questions={[
        'safety.violence',
        'safety.afraidOfSomeone',
        'safety.selfHarmOrHarmTalk',
        'safety.incapacity',
        'safety.ongoingSubstanceMisuse',
        'safety.dangerWithinReach',
        'safety.riskNow',
      ]}
    />
  )
}

export function EverydaySection() {
  const { form } = useWords().flag
  return (
    <QuestionSection
      title={form.sections.everyday}
      questions={['everyday.schoolAbsence', 'everyday.evictionRisk', 'everyday.lacksBasics', 'everyday.worksWell']}
    />
  )
}

const ofTheChild: readonly Question[] = [
  'child.concern',
  'child.needOfSupport',
  'child.youngCarer.areas',
  'child.youngCarer.costs',
  'child.youngCarer.adultToTurnTo',
  'child.youngCarer.planIfWorse',
  'child.childWords',
]
const aroundTheChild: readonly Question[] = [
  'child.guardians.clientIsGuardian',
  'child.guardians.otherGuardian',
  'child.school',
]

/** How each child fares, and what it carries. */
export function CarriesSections() {
  const { children } = useFlag()
  const { nameOf } = useWording()
  const { sections } = useWords().flag.form
  return children.map((child, place) => (
    <QuestionSection key={child.id} title={sections.carries(nameOf(child))} questions={ofTheChild} place={place} />
  ))
}

export function NetworkSection() {
  const { children, need } = useFlag()
  const { nameOf } = useWording()
  const { sections } = useWords().flag.form
  const asked = children
    .map((child, place) => ({ child, place }))
    .filter(({ place }) =>
      aroundTheChild.some((question) => isChildQuestion(question) && need(question, place) !== 'hidden'),
    )
  if (asked.length === 0 && need('network') === 'hidden') return null
  return (
    <Section title={sections.network}>
      <Questions questions={['network']} />
      {asked.map(({ child, place }) => (
        <div key={child.id} className="child">
          <h3>{sections.around(nameOf(child))}</h3>
          <Questions questions={aroundTheChild} place={place} />
        </div>
      ))}
    </Section>
  )
}

export function OpennessSection() {
  const { asked, children, need, today, unit } = useFlag()
  const { form } = useWords().flag
  if (need('openness.parentInformed') === 'hidden') return null
  const asksForSupport = children.some((child) => trackSoFar(asked, child, today) === 'B')
  return (
    <>
      <Section title={form.sections.openness}>
        <Alert tone="info" title={form.reporter.title}>
          <p>{form.reporter.text}</p>
          <p>{form.reporter.danger}</p>
        </Alert>
        <Questions questions={['openness.parentInformed', 'openness.whyNot']} />
        {children.map((child, place) => (
          <ChildInformed key={child.id} place={place} />
        ))}
        {asksForSupport && unit?.supportSameBoard && <p>{form.sameBoard}</p>}
        {asksForSupport && unit && !unit.supportSameBoard && (
          <Questions
            questions={[
              'openness.basis.kind',
              'openness.basis.note',
              'openness.basis.consentScope',
              'openness.basis.consentUntil',
            ]}
          />
        )}
      </Section>
      <Section title={form.sections.contact}>
        <Questions
          questions={[
            'client.phone',
            'client.contactNote',
            'client.doNotCallHome',
            'client.interpreterNeeded',
            'client.language',
            'openness.feedbackWanted',
            'openness.meetingWilling',
          ]}
        />
      </Section>
    </>
  )
}

function ChildInformed({ place }: { place: number }) {
  const { children, need } = useFlag()
  const { nameOf } = useWording()
  const child = children[place]
  if (!child || need('child.childInformed', place) === 'hidden') return null
  return (
    <div className={children.length > 1 ? 'child' : undefined}>
      {children.length > 1 && <h3>{nameOf(child)}</h3>}
      <Questions questions={['child.childInformed']} place={place} />
    </div>
  )
}

export function TextsSection() {
  const { form } = useWords().flag
  return (
    <QuestionSection
      title={form.sections.texts}
      before={
        <>
          <p className="muted">{form.textsHint}</p>
          <ProtectionNotice about="texts" />
        </>
      }
      questions={['texts.observed', 'texts.told', 'texts.assessment', 'texts.since']}
    />
  )
}
