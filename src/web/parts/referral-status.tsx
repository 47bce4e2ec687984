import {
  type Icon,
  IconArrowsJoin,
  IconCircleCheck,
  IconCircleX,
  IconFolderOpen,
  IconHeartHandshake,
  IconHelpCircle,
  IconInbox,
  IconMailbox,
  IconTransfer,
} from '@tabler/icons-react'
import type { Status as ReferralStatusName } from '../../domain/lifecycle.ts'
import { Status } from '../ui/status.tsx'
import type { Tone } from '../ui/tone.ts'
import { useWords } from '../words/language.tsx'

const faces: Record<ReferralStatusName, { tone: Tone; icon: Icon }> = {
  sent: { tone: 'info', icon: IconMailbox },
  received: { tone: 'info', icon: IconInbox },
  awaiting_information: { tone: 'warn', icon: IconHelpCircle },
  inquiry_open: { tone: 'success', icon: IconFolderOpen },
  no_inquiry: { tone: 'neutral', icon: IconCircleX },
  joined: { tone: 'success', icon: IconArrowsJoin },
  transferred: { tone: 'neutral', icon: IconTransfer },
  offered: { tone: 'info', icon: IconHeartHandshake },
  accepted: { tone: 'success', icon: IconHeartHandshake },
  declined: { tone: 'neutral', icon: IconCircleX },
  closed: { tone: 'neutral', icon: IconCircleCheck },
}

/** Where a referral stands, in the trade's words. */
export function ReferralStatus({ status, size }: { status: ReferralStatusName; size?: 'medium' | 'large' }) {
  const { steps } = useWords()
  const { tone, icon } = faces[status]
  return (
    <Status tone={tone} icon={icon} size={size}>
      {steps.statuses[status]}
    </Status>
  )
}
