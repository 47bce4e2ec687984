import { IconCircleCheck, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { announcement } from '../parts/announce.ts'
import { useWords } from '../words/language.tsx'

const shownMs = 12_000

/** The page's polite voice: one for the whole service. `announce(text)` speaks in it. */
export function StatusRegion() {
  const { common } = useWords()
  const said = announcement.use()
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => announcement.set(null), shownMs)
    return () => clearTimeout(timer)
  }, [said])

  return (
    <div className="voice">
      <div role="status">
        {said && (
          <p key={said.id} className="voice-text">
            <IconCircleCheck className="icon" aria-hidden />
            {said.text}
          </p>
        )}
      </div>
      {said && (
        <button type="button" className="voice-close" aria-label={common.close} onClick={() => announcement.set(null)}>
          <IconX className="icon" aria-hidden />
        </button>
      )}
    </div>
  )
}
