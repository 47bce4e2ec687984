import { IconAlertTriangle, IconCircleDashed, IconHeartHandshake, IconNotes } from '@tabler/icons-react'
import type { DraftChild } from '../../../domain/flag/draft.ts'
import { pathTo, type Track } from '../../../domain/flag/fields.ts'
import { leadToTrack, trackSoFar } from '../../../domain/flag/tracks.ts'
import { Status } from '../../ui/status.tsx'
import { useWords } from '../../words/language.tsx'
import { isSettled } from './draft.ts'
import { linkToField } from './go-to.ts'
import { useFlag } from './use-flag.ts'
import { useWording } from './use-wording.ts'

const faces = {
  A: { tone: 'danger', icon: IconAlertTriangle },
  B: { tone: 'info', icon: IconHeartHandshake },
  C: { tone: 'neutral', icon: IconNotes },
} as const

/** The track in its words; null while the answers do not say yet. */
export function TrackChip({ track }: { track: Track | null }) {
  const { choices, form } = useWords().flag
  return (
    <Status {...(track ? faces[track] : { icon: IconCircleDashed })}>
      <span className="track-letter" aria-hidden>
        {track ?? '?'}
      </span>
      <span className="track-word">{track ? form.track.led(track, choices.tracks[track]) : form.track.pending}</span>
    </Status>
  )
}

export function useTrack(child: DraftChild): Track | null {
  const { asked, today } = useFlag()
  return isSettled(asked, child, today) || child.chosenTrack ? trackSoFar(asked, child, today) : null
}

/** Why the answers lead where they lead, each reason a way back to its question. */
export function Because({ child, place }: { child: DraftChild; place: number }) {
  const { asked, today } = useFlag()
  const { form, questions } = useWords().flag
  const { because } = leadToTrack(asked, child, today)
  if (because.length === 0) {
    return <p className="muted">{isSettled(asked, child, today) ? form.track.none : form.track.pendingText}</p>
  }
  return (
    <ul className="because" aria-label={form.track.because}>
      {because.map(({ code, field }) => (
        <li key={code}>
          <a {...linkToField(pathTo(field, place))}>{questions.reasons[code]}</a>
        </li>
      ))}
    </ul>
  )
}

/** Where the answers lead for each child, while the form is being written. */
export function LiveTracks() {
  const { children } = useFlag()
  return (
    <ul className="live-tracks">
      {children.map((child, place) => (
        <LiveTrack key={child.id} child={child} place={place} />
      ))}
    </ul>
  )
}

function LiveTrack({ child, place }: { child: DraftChild; place: number }) {
  const { nameOf } = useWording()
  return (
    <li>
      <p className="live-track-name">{nameOf(child)}</p>
      <TrackChip track={useTrack(child)} />
      <Because child={child} place={place} />
    </li>
  )
}
