import { IconAlertOctagon, IconEye, IconHeartHandshake, IconPhoneOff, IconShieldLock } from '@tabler/icons-react'
import { createFileRoute } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ReferralPage } from '../../domain/confidentiality.ts'
import { client } from '../api.ts'
import { PrintButton } from '../parts/print-button.tsx'
import { problemOf } from '../parts/problem.ts'
import { childName } from '../parts/referral/child-name.ts'
import { ClocksPanel } from '../parts/referral/clocks-panel.tsx'
import { dueFirst, NowPanel } from '../parts/referral/now-panel.tsx'
import { ReferralSide } from '../parts/referral/referral-side.tsx'
import { Story } from '../parts/referral/story.tsx'
import { useReferral } from '../parts/referral/use-referral.ts'
import { ReferralContent } from '../parts/referral-content.tsx'
import { ReferralStatus } from '../parts/referral-status.tsx'
import { NotFoundPage } from '../parts/shell/not-found-page.tsx'
import { Alert } from '../ui/alert.tsx'
import { DueChip } from '../ui/due-chip.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Status } from '../ui/status.tsx'
import { useLanguage, useWords } from '../words/language.tsx'

export const Route = createFileRoute('/orosanmalan/$reference')({ component: Opened })

/** What happened, what is due, what may I do now. Nothing is fetched ahead of the visit: opening is receiving. */
function Opened() {
  const { reference } = Route.useParams()
  const { referral } = useWords()
  const opened = useReferral(reference)
  if (opened.isError && !opened.data) {
    if (problemOf(opened.error).kind === 'invalid') return <NotFoundPage /> // not even the shape of a reference
    throw opened.error
  }
  if (opened.data) return <OpenReferral key={reference} page={opened.data} />
  return (
    <>
      <PageHeader
        tab={reference}
        back={{ to: '/inkorg', label: referral.back }}
        eyebrow={reference}
        title={referral.tab}
      />
      <Skeleton lines={8} />
    </>
  )
}

function OpenReferral({ page }: { page: ReferralPage }) {
  const { words, format } = useLanguage()
  const { referral } = words
  const { reference } = page
  const logPrint = useCallback(() => client.referrals.print.mutate({ reference }), [reference])
  return (
    <>
      <PageHeader
        tab={page.reference}
        back={{ to: '/inkorg', label: referral.back }}
        eyebrow={`${page.reference} · ${referral.natures[page.nature]} · ${page.sender.unit.name}`}
        title={childName(page.child, words, format)}
        chips={<Chips page={page} />}
        actions={
          <>
            <Link look="quiet" icon={IconEye} to={`/orosanmalan/${reference}/lasningar`}>
              {referral.readers}
            </Link>
            <PrintButton look="quiet" log={logPrint} />
          </>
        }
      />
      <p className="print-only">{referral.printed}</p>
      <div className="referral">
        <div className="referral-top stack">
          <Alerts page={page} />
          <NowPanel page={page} />
          <ClocksPanel clocks={page.clocks} />
        </div>
        <ReferralSide page={page} />
        <div className="referral-rest stack">
          <h2 className="referral-heading">{referral.content}</h2>
          <ReferralContent content={page.content} side="receiver" />
          <Story page={page} />
        </div>
      </div>
    </>
  )
}

function Chips({ page }: { page: ReferralPage }) {
  const { referral, inbox } = useWords()
  const due = dueFirst(page.clocks)
  return (
    <>
      <ReferralStatus status={page.status} size="large" />
      {due && <DueChip what={inbox.clocks[due.kind]} dueOn={due.strictDueOn} today={page.today} />}
      {page.acute && (
        <Status tone="danger" icon={IconAlertOctagon}>
          {inbox.marks.acute}
        </Status>
      )}
      {page.protection !== 'none' && (
        <Status tone="warn" icon={IconShieldLock}>
          {referral.protections[page.protection]}
        </Status>
      )}
      {page.content.client.doNotCallHome && (
        <Status tone="warn" icon={IconPhoneOff}>
          {referral.alerts.doNotCall}
        </Status>
      )}
      {page.track === 'B' && (
        <Status tone="neutral" icon={IconHeartHandshake}>
          {referral.tracks.B}
        </Status>
      )}
    </>
  )
}

/** What must be read before anything is done. */
function Alerts({ page }: { page: ReferralPage }) {
  const words = useWords()
  const { alerts, protections } = words.referral
  return (
    <>
      {page.ground === 'break_glass' && (
        <Alert tone="danger" title={words.emergency.banner.title}>
          {words.emergency.banner.text}
        </Alert>
      )}
      {page.acute && isProtectionDue(page) && (
        <Alert tone="danger" title={alerts.acute}>
          {alerts.acuteText}
        </Alert>
      )}
      {page.violence && (
        <Alert tone="warn" title={alerts.violence}>
          {alerts.violenceText}
        </Alert>
      )}
      {page.protection !== 'none' && (
        <Alert tone="warn" title={protections[page.protection]}>
          {alerts.protectionText}
        </Alert>
      )}
    </>
  )
}

/** The call to phone first stands until the need of protection has been assessed. */
function isProtectionDue({ clocks }: ReferralPage): boolean {
  return clocks.some(({ kind, metAt }) => kind === 'protection_assessment' && metAt === null)
}
