import { createContext, type ReactNode, startTransition, use, useCallback, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { type Format, formatIn, type Language, locales } from './format.ts'
import { sv, type Words } from './sv.ts'

interface Spoken {
  words: Words
  format: Format
  language: Language
  setLanguage: (language: Language) => void
}

const LanguageContext = createContext<Spoken | null>(null)
const kept = 'barnlanken.language'

async function load(language: Language): Promise<Words> {
  return language === 'sv' ? sv : (await import('./en.ts')).en
}

/** What this browser last used. Holds nothing about a person, so the sign-in page may read it. */
export function remembered(): Language {
  return localStorage.getItem(kept) === 'en' ? 'en' : 'sv'
}

interface Speech {
  language: Language
  words: Words
}

/** The words to begin with, so that no page is drawn first in another language: the person's own, or the browser's. */
export async function speechOf(own: Language | undefined): Promise<Speech> {
  const language = own ?? remembered()
  try {
    return { language, words: await load(language) }
  } catch {
    return { language: 'sv', words: sv } // offline
  }
}

/** The words, dates and numbers of one language for everything below; changes without a reload. */
export function LanguageProvider({ first, children }: { first: Speech; children: ReactNode }) {
  const [{ language, words }, setSpoken] = useState(first)

  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(kept, next)
    load(next).then(
      // A transition: the page stays in its old language until the new words are here.
      (words) => startTransition(() => setSpoken({ language: next, words })),
      () => undefined, // offline: stay with the language at hand
    )
  }, [])

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const spoken = useMemo(
    () => ({ words, format: formatIn(language), language, setLanguage }),
    [words, language, setLanguage],
  )
  return (
    <I18nProvider locale={locales[language]}>
      <LanguageContext value={spoken}>{children}</LanguageContext>
    </I18nProvider>
  )
}

export function useLanguage(): Spoken {
  const spoken = use(LanguageContext)
  if (!spoken) throw new Error('useLanguage is used outside LanguageProvider')
  return spoken
}

export function useWords(): Words {
  return useLanguage().words
}

export function useFormat(): Format {
  return useLanguage().format
}
