import { useState } from 'react'
import { adultUnitKinds, type UnitKind } from '../../../domain/organisation.ts'
import type { District, RoutingRule } from '../../../domain/routing.ts'
import { client } from '../../api.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { NativeSelect } from '../../ui/native-select.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/language.tsx'
import { sentenceFor } from '../problem.ts'
import { readAge } from './age-text.ts'
import type { RoutableUnit } from './answers.ts'
import { useSubmit } from './use-submit.ts'

interface TryPanelProps {
  units: readonly RoutableUnit[]
  districts: readonly District[]
  rules: readonly RoutingRule[]
  today: string
}

interface Outcome {
  receiver: string
  ruleId: string | null
  isOpen: boolean
  callNow: string
  alsoTold: string | null
}

/** Who would receive with the rules as they stand on the page, and why. */
export function TryPanel({ units, districts, rules, today }: TryPanelProps) {
  const words = useWords()
  const { routing } = words.organisation
  const said = routing.tryOut
  const senders = units.filter(
    ({ kind, closedAt }) => closedAt === null && (adultUnitKinds as readonly UnitKind[]).includes(kind),
  )
  const [senderUnitId, setSenderUnitId] = useState(senders[0]?.id ?? '')
  const [track, setTrack] = useState<'A' | 'B'>('A')
  const [acute, setAcute] = useState(false)
  const [district, setDistrict] = useState('')
  const [age, setAge] = useState('')
  const [day, setDay] = useState(today)
  const [time, setTime] = useState('17:00')
  const [ageProblem, setAgeProblem] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const form = useSubmit(() => {})

  const attempt = async () => {
    const years = readAge(age)
    setAgeProblem(years === undefined ? words.organisation.problems['age-impossible'] : undefined)
    if (years === undefined) return setOutcome(null)
    setOutcome(
      await client.routing.tryOut.query({
        senderUnitId,
        routed: { track, acute, age: years, district: district || null },
        at: `${day.trim()}T${time.trim()}`,
        rules: [...rules],
      }),
    )
  }
  const place = outcome ? rules.findIndex(({ id }) => id === outcome.ruleId) : -1
  return (
    <Section title={said.title}>
      <p>{said.lead}</p>
      <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
        <NativeSelect
          name="senderUnitId"
          label={said.sender}
          error={form.errors.senderUnitId}
          value={senderUnitId}
          onChange={setSenderUnitId}
          options={senders.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioGroup
          name="tryTrack"
          label={routing.fields.track}
          value={track}
          onChange={setTrack}
          options={(['A', 'B'] as const).map((value) => ({ value, label: routing.tracks[value] }))}
        />
        <Checkbox name="tryAcute" label={said.acute} isSelected={acute} onChange={setAcute} />
        <div className="field-row">
          {districts.length > 0 && (
            <NativeSelect
              name="tryDistrict"
              label={routing.fields.district}
              value={district}
              onChange={setDistrict}
              placeholder=""
              options={districts.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
          <TextField
            name="routed.age"
            label={said.age}
            hint={said.ageHint}
            error={ageProblem ?? form.errors['routed.age']}
            value={age}
            onChange={setAge}
            inputMode="numeric"
          />
        </div>
        <div className="field-row">
          <TextField name="at" label={said.day} error={form.errors.at} value={day} onChange={setDay} />
          <TextField name="tryTime" label={said.time} value={time} onChange={setTime} />
        </div>
        <div className="actions">
          <Button onPress={() => form.submit(attempt)} isPending={form.isPending}>
            {said.action}
          </Button>
        </div>
      </form>
      {form.problem && (
        <Alert tone="danger" isUrgent>
          {sentenceFor(form.problem, words)}
        </Alert>
      )}
      <div role="status">
        {outcome && (
          <Alert tone="info" title={said.receives(outcome.receiver)}>
            <p>{place >= 0 ? said.byRule(place + 1) : said.byFallback}</p>
            <p>{outcome.isOpen ? said.open : said.closed(outcome.callNow)}</p>
            {outcome.alsoTold && <p>{said.alsoTold(outcome.alsoTold)}</p>}
          </Alert>
        )}
      </div>
    </Section>
  )
}
