import { type Icon, IconCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu'

interface Section {
  id: string
  title?: string
  /** Given when the section is a choice of one. */
  selected?: string
  items: readonly { id: string; label: string; icon?: Icon; lang?: string; onAction: () => void }[]
}

interface MenuProps {
  /** Names the menu. */
  label: string
  /** What the button shows, and is called by. */
  face: ReactNode
  className?: string
  sections: readonly Section[]
  /** For a menu that was fetched when its stand-in was pressed. */
  isOpenFromStart?: boolean
}

/** A button with a menu. Heavy (popover, collections): load it lazily where it is not the page's main matter. */
export function Menu({ label, face, className = 'button button-secondary', sections, isOpenFromStart }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    if (!isOpenFromStart) return
    button.current?.focus() // so that closing the menu has somewhere to return to
    setIsOpen(true)
  }, [isOpenFromStart])

  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button ref={button} className={className}>
        {face}
      </Button>
      <Popover className="popover" placement="bottom end">
        <AriaMenu className="menu" aria-label={label}>
          {sections.map(({ id, title, selected, items }) => (
            <MenuSection
              key={id}
              id={id}
              className="menu-section"
              aria-label={title ?? label}
              selectionMode={selected === undefined ? 'none' : 'single'}
              selectedKeys={selected === undefined ? [] : [selected]}
              disallowEmptySelection
            >
              {title && <Header className="menu-heading">{title}</Header>}
              {items.map(({ id, label, icon: Mark, lang, onAction }) => (
                <MenuItem key={id} id={id} textValue={label} onAction={onAction} className="menu-item">
                  {Mark && <Mark className="icon" aria-hidden />}
                  <span lang={lang} className="menu-word">
                    {label}
                  </span>
                  {selected === id && <IconCheck className="icon" aria-hidden />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
