import { monthsAfter } from '../../../domain/day.ts'
import type { DraftChild } from '../../../domain/flag/draft.ts'
import { pathTo, type Track, tracks } from '../../../domain/flag/fields.ts'
import { leadToTrack, weakeningProblem } from '../../../domain/flag/tracks.ts'
import { Alert } from '../../ui/alert.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/language.tsx'
import { QuestionField } from './question-field.tsx'
import { Because, TrackChip, useTrack } from './track-parts.tsx'
import { useFlag } from './use-flag.ts'
import { useWording } from './use-wording.ts'

/** Where each child is led, why, and the handler's own choice. */
export function TrackSection() {
  const { children } = useFlag()
  const { form } = useWords().flag
  return (
    <Section title={form.sections.tracks}>
      {children.map((child, place) => (
        <TrackOfChild key={child.id} child={child} place={place} />
      ))}
    </Section>
  )
}

function TrackOfChild({ child, place }: { child: DraftChild; place: number }) {
  const { asked, today, unit, attempt } = useFlag()
  const { nameOf } = useWording()
  const { form } = useWords().flag
  const track = useTrack(child)
  const lead = leadToTrack(asked, child, today)
  return (
    <div className="child track-card">
      <div className="child-head">
        <h3>{nameOf(child)}</h3>
        <TrackChip track={track} />
      </div>
      <Because child={child} place={place} />
      {lead.consult && unit && (
        <Alert tone="info">{form.track.consult(unit.concernReceiver.name, unit.concernReceiver.phone)}</Alert>
      )}
      <Disclosure title={form.track.choose} isOpenFromStart={child.chosenTrack !== undefined}>
        <TrackChoice child={child} place={place} led={lead.track} />
      </Disclosure>
      {weakeningProblem(asked, child, today) === 'duty-to-report' && (
        <Alert tone="danger" title={form.track.dutyTitle} isUrgent>
          {form.track.duty}
        </Alert>
      )}
      <QuestionField question="child.weakerTrackReason" place={place} />
      {(track !== null || attempt > 0) && <AskAgain place={place} />}
    </div>
  )
}

function TrackChoice({ child, place, led }: { child: DraftChild; place: number; led: Track }) {
  const { answer } = useFlag()
  const { problem } = useWording()
  const { form, choices } = useWords().flag
  const path = pathTo('child.chosenTrack', place)
  return (
    <RadioGroup
      name={path}
      label={form.track.chooseLabel}
      error={problem(path)}
      value={child.chosenTrack ?? led}
      // To choose what the answers say is to follow them, also when they change.
      onChange={(track) => answer(path, track === led ? undefined : track)}
      options={tracks.map((track) => ({
        value: track,
        label: (
          <>
            {form.track.led(track, choices.tracks[track])} {track === led && <Badge>{form.track.led_to}</Badge>}
          </>
        ),
        hint: choices.trackHints[track],
      }))}
    />
  )
}

/** In months. */
const suggestions = { in3: 3, in6: 6 } as const

function AskAgain({ place }: { place: number }) {
  const { need, answer, today } = useFlag()
  const { track } = useWords().flag.form
  if (need('child.askAgainOn', place) === 'hidden') return null
  return (
    <div className="ask-again">
      <QuestionField question="child.askAgainOn" place={place} />
      <div className="actions">
        {(['in3', 'in6'] as const).map((when) => (
          <Button
            key={when}
            size="small"
            onPress={() => answer(pathTo('child.askAgainOn', place), monthsAfter(today, suggestions[when]))}
          >
            {track[when]}
          </Button>
        ))}
      </div>
    </div>
  )
}
