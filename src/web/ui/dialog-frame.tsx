import { IconX } from '@tabler/icons-react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '../words/language.tsx'
import { Button } from './button.tsx'
import type { DialogProps } from './dialog.tsx'

/** What `Dialog` opens. Fetched when the first dialog opens: most visits to a page open none. */
export default function DialogFrame({
  isOpen,
  onClose,
  title,
  children,
  actions,
  role = 'dialog',
  size = 'medium',
}: DialogProps) {
  const { common } = useWords()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose?.()}
      isDismissable={onClose !== undefined && role === 'dialog'}
      isKeyboardDismissDisabled={onClose === undefined}
      className="overlay"
    >
      <Modal className={`modal modal-${size}`}>
        <AriaDialog role={role} className="dialog">
          <header className="dialog-head">
            <Heading slot="title" level={2} className="dialog-title">
              {title}
            </Heading>
            {onClose && <Button look="quiet" icon={IconX} label={common.close} onPress={onClose} />}
          </header>
          <div className="dialog-body">{children}</div>
          {actions && <footer className="actions dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
