import type { Icon } from '@tabler/icons-react'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDot,
  IconExclamationCircle,
  IconInfoCircle,
} from '@tabler/icons-react'

/** What a thing means to the reader. Colour is never alone: a tone brings its icon, the caller its word. */
export type Tone = 'neutral' | 'info' | 'warn' | 'danger' | 'success'

export const toneIcons: Record<Tone, Icon> = {
  neutral: IconCircleDot,
  info: IconInfoCircle,
  warn: IconAlertTriangle,
  danger: IconExclamationCircle,
  success: IconCircleCheck,
}
