import { lazy, type ReactNode, Suspense, useState } from 'react'

const DialogFrame = lazy(() => import('./dialog-frame.tsx'))

export interface DialogProps {
  isOpen: boolean
  /** Called when the person leaves it: Esc, the cross, a press outside. Absent: it cannot be left undone. */
  onClose?: () => void
  title: string
  children: ReactNode
  /** Buttons, the most likely first. */
  actions?: ReactNode
  /** `alertdialog` for what must be answered before anything else. */
  role?: 'dialog' | 'alertdialog'
  size?: 'medium' | 'wide'
}

/** A modal dialog. Focus moves in, stays in, and returns to the opener. */
export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.isOpen)
  if (props.isOpen && !wasOpened) setWasOpened(true)
  if (!wasOpened) return null
  return (
    <Suspense>
      <DialogFrame {...props} />
    </Suspense>
  )
}
