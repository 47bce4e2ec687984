import { usePersonsLanguage } from '../../session.ts'
import { useLanguage } from '../../words/language.tsx'

/** Offers the other language, in that language. */
export function LanguageSwitch() {
  const { words, language } = useLanguage()
  const choose = usePersonsLanguage()
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <button type="button" lang={other} className="bar-tool language-switch" onClick={() => choose(other)}>
      {words.shell.languages[other]}
    </button>
  )
}
