import { useBlocker, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { Alert } from '../../ui/alert.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useWords } from '../../words/language.tsx'
import type { Problem } from '../problem.ts'
import type { FormGround, KeptDraft } from './answers.ts'
import { CallFirst } from './call-first.tsx'
import type { Faults } from './check.ts'
import { ChildrenSection } from './child-section.tsx'
import { ConfirmSection } from './confirm-section.tsx'
import { DistrictField } from './district-field.tsx'
import { newDraft } from './draft.ts'
import { ProtectionNotice } from './protection-notice.tsx'
import { SavingStatus } from './saving-status.tsx'
import {
  CarriesSections,
  ClientSection,
  EverydaySection,
  NetworkSection,
  OpennessSection,
  SafetySection,
  TextsSection,
  UnitSection,
} from './sections.tsx'
import { LiveTracks } from './track-parts.tsx'
import { TrackSection } from './track-section.tsx'
import { useDraftSaving } from './use-draft-saving.ts'
import { FlagContext, faultFromServer, useFlag, useFlagInHand } from './use-flag.ts'
import { useSending } from './use-sending.ts'
import { useWording } from './use-wording.ts'

// Seldom needed, and then perhaps without a network: fetched apart, and before it is called for.
const dialogs = () => import('./draft-dialogs.tsx')
const ConflictDialog = lazy(async () => ({ default: (await dialogs()).ConflictDialog }))
const LeaveDialog = lazy(async () => ({ default: (await dialogs()).LeaveDialog }))

interface FlagFormProps {
  draftId: string
  ground: FormGround
  kept: KeptDraft | null
}

/** The form as a whole: the flag in hand, its saving and its sending. */
export function FlagForm({ draftId, ground, kept }: FlagFormProps) {
  const initial = useMemo(() => kept?.content ?? newDraft(), [kept])
  const flag = useFlagInHand(initial, ground)
  const draft = useDraftSaving(draftId, flag.draft, kept)
  const sending = useSending(draftId)
  const navigate = useNavigate()
  const leaving = useBlocker({
    shouldBlockFn: async () => draft.isUnsaved() && !(await draft.flush()),
    enableBeforeUnload: draft.isUnsaved,
    withResolver: true,
  })

  useEffect(() => {
    dialogs().catch(() => undefined)
  }, [])

  const send = async () => {
    const result = await flag.check().catch(sending.fail)
    if (!result) return
    if (!result.ok) return flag.blame(result.faults)
    await draft.flush()
    if (draft.hasConflict()) return
    draft.stop() // the sent draft is gone; a late save would bring it back
    const outcome = await sending.send(result.flag)
    if (!('submissionId' in outcome)) {
      draft.resume()
      return flag.blame(faultsOf(outcome))
    }
    await navigate({
      to: '/kvittens/$submissionId',
      params: { submissionId: outcome.submissionId },
      replace: true,
      ignoreBlocker: true,
    })
  }

  return (
    <FlagContext value={flag}>
      <form
        className="flag"
        noValidate
        autoComplete="off"
        onSubmit={(event) => event.preventDefault()}
        onBlur={draft.flushIfUnsaved}
      >
        <FormPage
          isSending={sending.phase !== 'idle'}
          isOverdue={kept?.overdue ?? false}
          saving={<SavingStatus saving={draft.saving} />}
          confirm={<ConfirmSection phase={sending.phase} problem={sending.problem} onSend={send} />}
        />
      </form>
      <Suspense>
        {draft.saving.kind === 'conflict' && (
          <ConflictDialog loadNewer={async () => flag.replace(await draft.loadNewer())} keepMine={draft.keepMine} />
        )}
        {leaving.status === 'blocked' && <LeaveDialog onStay={leaving.reset} onLeave={leaving.proceed} />}
      </Suspense>
    </FlagContext>
  )
}

/** The fields that the server found at fault, by their paths in the form. */
function faultsOf(problem: Problem): Faults {
  if (problem.kind === 'refused' && problem.field) return { [problem.field]: faultFromServer(problem.refusal) }
  if (problem.kind !== 'invalid') return {}
  return Object.fromEntries(
    problem.issues.map(({ path, problem }) => [path.replace(/^flag\./, ''), faultFromServer(problem)]),
  )
}

interface FormPageProps {
  saving: ReactNode
  confirm: ReactNode
  isSending: boolean
  isOverdue: boolean
}

function FormPage({ saving, confirm, isSending, isOverdue }: FormPageProps) {
  const { form, tab } = useWords().flag
  const { faults, attempt } = useFlag()
  const { mistake } = useWording()
  const mistakes = Object.keys(faults).map((path) => ({ name: path, text: mistake(path) }))
  return (
    <>
      <PageHeader tab={tab} title={form.title}>
        <p>{form.lead}</p>
      </PageHeader>
      <div className="page-split flag-split">
        <div className="flag-column">
          <ErrorSummary mistakes={mistakes} attempt={attempt} />
          {isOverdue && (
            <Alert tone="danger" title={form.overdueTitle}>
              {form.overdueText}
            </Alert>
          )}
          <CallFirst />
          {/* What is typed while it is on its way would not be in it. */}
          <div className="flag-fields" inert={isSending}>
            <UnitSection />
            <ProtectionNotice about="fields" />
            <ClientSection />
            <ChildrenSection />
            <DistrictField />
            <SafetySection />
            <EverydaySection />
            <CarriesSections />
            <NetworkSection />
            <OpennessSection />
            <TextsSection />
            <TrackSection />
          </div>
          {confirm}
        </div>
        <aside className="page-side flag-side" aria-label={form.track.live}>
          {saving}
          <div className="card section flag-live">
            <h2>{form.track.live}</h2>
            <LiveTracks />
          </div>
        </aside>
      </div>
    </>
  )
}
