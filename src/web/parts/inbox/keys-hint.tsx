import { useWords } from '../../words/language.tsx'

/** What the keys do here. Not for fingers. */
export function KeysHint() {
  const { keys } = useWords().inbox
  return (
    <p className="keys-hint no-print">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {keys.arrows}
      </span>
      <span>
        <kbd>Enter</kbd> {keys.enter}
      </span>
      <span>
        <kbd>/</kbd> {keys.slash}
      </span>
    </p>
  )
}
