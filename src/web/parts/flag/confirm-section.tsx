import { isDay } from '../../../domain/day.ts'
import type { DraftChild } from '../../../domain/flag/draft.ts'
import { trackSoFar } from '../../../domain/flag/tracks.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { useLanguage } from '../../words/language.tsx'
import { type Problem, sentenceFor } from '../problem.ts'
import { isSettled } from './draft.ts'
import { TrackChip, useTrack } from './track-parts.tsx'
import { useFlag } from './use-flag.ts'
import { useWording } from './use-wording.ts'

interface ConfirmProps {
  phase: 'idle' | 'sending' | 'retrying'
  problem: Problem | null
  onSend: () => void
}

/** What goes where, for each child, and the button. */
export function ConfirmSection({ phase, problem, onSend }: ConfirmProps) {
  const { asked, children, today } = useFlag()
  const { words } = useLanguage()
  const { send, sections } = words.flag.form
  // Until the answers say otherwise, a child is on its way to the child unit.
  const leaving = children.filter(
    (child) => trackSoFar(asked, child, today) !== 'C' || !(child.chosenTrack || isSettled(asked, child, today)),
  ).length
  return (
    <Section title={sections.send}>
      <h3 className="sr-only">{send.title}</h3>
      <ul className="goes">
        {children.map((child) => (
          <Goes key={child.id} child={child} />
        ))}
      </ul>
      <p>{leaving > 0 ? send.final : send.finalNote}</p>
      {problem && <SendingProblem problem={problem} />}
      <div className="actions">
        <Button look="primary" size="large" onPress={onSend} isPending={phase !== 'idle'}>
          {phase === 'idle' ? send.action(leaving) : words.common.sending}
        </Button>
        <p role="status" className="muted">
          {phase === 'retrying' && send.retrying}
        </p>
      </div>
    </Section>
  )
}

function Goes({ child }: { child: DraftChild }) {
  const { asked, unit } = useFlag()
  const { nameOf } = useWording()
  const { words, format } = useLanguage()
  const { send } = words.flag.form
  const track = useTrack(child)
  const basis = asked.openness?.basis?.kind
  return (
    <li className="goes-child">
      <div className="child-head">
        <strong>{nameOf(child)}</strong>
        <TrackChip track={track} />
      </div>
      {track === 'A' && unit && (
        <p>
          {send.to(unit.concernReceiver.name)}. {send[unit.sameBoard ? 'other_information' : 'concern_report']}.
        </p>
      )}
      {track === 'B' && unit && (
        <p>
          {send.to(unit.supportReceiver.name)}. {send.support}.{' '}
          {unit.supportSameBoard
            ? send.basis(words.flag.choices.grounds.same_board)
            : basis
              ? send.basis(words.flag.choices.grounds[basis])
              : send.noBasis}
          .
        </p>
      )}
      {track === 'C' && (
        <p>
          {send.nothing}{' '}
          {child.askAgainOn && isDay(child.askAgainOn) ? send.askAgain(format.day(child.askAgainOn)) : send.noDate}.
        </p>
      )}
    </li>
  )
}

function SendingProblem({ problem }: { problem: Problem }) {
  const { unit } = useFlag()
  const { words } = useLanguage()
  const { send } = words.flag.form
  const isAlreadySent = problem.kind === 'refused' && problem.refusal === 'key-reused-with-other-content'
  const cannotReach = problem.kind === 'offline' || problem.kind === 'unavailable' || problem.kind === 'fault'
  if (isAlreadySent) {
    return (
      <Alert tone="warn" isUrgent actions={<Link to="/mina-flaggor">{send.alreadyLink}</Link>}>
        {send.already}
      </Alert>
    )
  }
  return (
    <Alert tone="danger" title={cannotReach ? send.failed : sentenceFor(problem, words)} isUrgent>
      {cannotReach && unit && send.failedCall(unit.concernReceiver.name, unit.concernReceiver.phone)}
    </Alert>
  )
}
