import type { Icon } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useWords } from '../words/language.tsx'

export interface ButtonProps {
  children?: ReactNode
  look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'large'
  icon?: Icon
  /** For a button with an icon only. */
  label?: string
  type?: 'button' | 'submit'
  /** Keeps the button's place and focus while its work is under way. */
  isPending?: boolean
  isDisabled?: boolean
  isExpanded?: boolean
  onPress?: () => void
  autoFocus?: boolean
  id?: string
  describedBy?: string
  ref?: Ref<HTMLButtonElement>
}

export function Button({
  children,
  look = 'secondary',
  size = 'medium',
  icon: Mark,
  label,
  type = 'button',
  isPending = false,
  isExpanded,
  describedBy,
  ...rest
}: ButtonProps) {
  const { common } = useWords()
  return (
    <AriaButton
      {...rest}
      type={type}
      isPending={isPending}
      aria-label={label}
      aria-expanded={isExpanded}
      aria-describedby={describedBy}
      className={`button button-${look} button-${size}${children ? '' : ' button-icon'}`}
    >
      {isPending ? (
        // React Aria announces this by its name; a mere picture would be announced without one.
        <ProgressBar isIndeterminate aria-label={common.working} className="spinner" />
      ) : (
        Mark && <Mark className="icon" aria-hidden />
      )}
      {children}
    </AriaButton>
  )
}
