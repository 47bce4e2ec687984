import { useWords } from '../words/language.tsx'

export function SkipLink() {
  const { shell } = useWords()
  return (
    <a className="skip-link" href="#main">
      {shell.skip}
    </a>
  )
}
