import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { DisclosedClock, ReferralPage } from '../../../domain/confidentiality.ts'
import { Button } from '../../ui/button.tsx'
import { DueChip } from '../../ui/due-chip.tsx'
import { useLanguage } from '../../words/language.tsx'
import { type FormStep, groupsOf } from './step-groups.ts'

const loadDialog = () => import('./step-dialog.tsx')
const StepDialog = lazy(loadDialog)

/** Of the clocks that run for the child unit itself, the one due soonest. The server lists them in the trade's order. */
export function dueFirst(clocks: readonly DisclosedClock[]): DisclosedClock | null {
  const own = clocks.filter(({ kind, metAt }) => kind !== 'information_answer' && metAt === null)
  return own.toSorted((a, b) => a.strictDueOn.localeCompare(b.strictDueOn))[0] ?? null
}

/** What is due, and what this viewer may do about it now: the buttons are the server's `stepsOpen` and nothing else. */
export function NowPanel({ page }: { page: ReferralPage }) {
  const { words, format } = useLanguage()
  const { steps, referral, inbox } = words
  const [step, setStep] = useState<FormStep | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const due = dueFirst(page.clocks)
  const { assignee, assigneeAway } = page
  const whose = assigneeAway
    ? referral.now.away(assignee?.name ?? '', assigneeAway.until && format.day(assigneeAway.until))
    : assignee
      ? referral.now.assignee(assignee.name)
      : referral.now.nobody
  const groups = groupsOf(page.stepsOpen, due?.kind ?? null, page.violence)
  useEffect(() => {
    const timer = setTimeout(loadDialog, 1_500) // ahead of the first press, after the page itself
    return () => clearTimeout(timer)
  }, [])

  const close = () => {
    setStep(null)
    // The opener may be gone with its step: then the focus comes here and not to nowhere.
    setTimeout(() => {
      if (document.activeElement === document.body) heading.current?.focus()
    }, 60)
  }
  return (
    <section className="card section now" aria-labelledby="now">
      <div className="section-head">
        <h2 id="now" ref={heading} tabIndex={-1}>
          {referral.now.title}
        </h2>
        <p className="now-who">{whose}</p>
      </div>
      <p className="now-due">
        {due ? (
          <>
            <span className="muted">{referral.now.due}</span>
            <strong>{inbox.clocks[due.kind]}</strong>
            <DueChip dueOn={due.strictDueOn} today={page.today} />
          </>
        ) : (
          <span className="muted">{referral.now.nothingDue}</span>
        )}
      </p>
      {groups.length === 0 && <p className="muted">{referral.now.noSteps}</p>}
      {due && groups.length > 0 && !groups.some(({ isNext }) => isNext) && (
        <p className="muted">{referral.now.notYours}</p>
      )}
      <div className="step-groups no-print">
        {groups.map((group) => (
          <div key={group.group} className={group.isNext ? 'step-group step-group-next' : 'step-group'}>
            <h3 className="step-group-title">
              {steps.groups[group.group]}
              {group.isNext && <span className="step-group-mark">{steps.nextGroup}</span>}
            </h3>
            <div className="actions">
              {group.steps.map((name) => (
                <Button
                  key={name}
                  look={name === group.primary ? 'primary' : 'secondary'}
                  onPress={() => setStep(name)}
                >
                  {steps.steps[name]}
                </Button>
              ))}
            </div>
          </div>
        ))}
      </div>
      {step && (
        <Suspense>
          <StepDialog key={step} step={step} page={page} onClose={close} />
        </Suspense>
      )}
    </section>
  )
}
