import { useWords } from '../../words/language.tsx'

export function Footer() {
  const { common, shell } = useWords()
  return (
    <footer className="foot">
      <div className="foot-inner">
        <p>
          <strong>{common.product}</strong> · {shell.tagline}
        </p>
        <p>
          <strong>{shell.footer.accessibility}.</strong> {shell.footer.accessibilityHint}
        </p>
        <p className="foot-emergency">{shell.footer.emergency}</p>
      </div>
    </footer>
  )
}
