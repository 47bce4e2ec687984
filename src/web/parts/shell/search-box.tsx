import { IconSearch } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link } from '../../ui/link.tsx'
import { useWords } from '../../words/language.tsx'
import { searchText } from '../search-text.ts'

const takesText = 'input, select, textarea, [contenteditable], [role=dialog] *, [role=menu] *'

/** The field in the bar; `/` leads to it. Where there is no room for a field, to the search page, which has one. */
export function SearchBox() {
  const { shell } = useWords()
  const { history } = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches(takesText)
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      if (field.current?.checkVisibility()) field.current.focus()
      else history.push('/sok')
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [history])

  const search = (event: FormEvent) => {
    event.preventDefault()
    searchText.set(text.trim())
    setText('')
    history.push('/sok')
  }
  return (
    <>
      <search className="bar-search">
        <form onSubmit={search}>
          <IconSearch className="icon" aria-hidden />
          <input
            ref={field}
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-label={shell.search.label}
            aria-keyshortcuts="/"
            placeholder={shell.search.placeholder}
            autoComplete="off"
            enterKeyHint="search"
          />
          <kbd aria-hidden>/</kbd>
        </form>
      </search>
      <Link to="/sok" look="plain" className="bar-tool bar-search-link" label={shell.search.open}>
        <IconSearch className="icon" aria-hidden />
      </Link>
    </>
  )
}
