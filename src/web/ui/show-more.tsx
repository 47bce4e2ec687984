import { useWords } from '../words/language.tsx'
import { Button } from './button.tsx'

interface ShowMoreProps {
  shown: number
  total: number
  onMore: () => void
  isPending?: boolean
}

/** The end of a list that goes on. */
export function ShowMore({ shown, total, onMore, isPending }: ShowMoreProps) {
  const { common } = useWords()
  return (
    <div className="show-more">
      <p className="show-more-count">{common.shown(shown, total)}</p>
      {shown < total && (
        <Button onPress={onMore} isPending={isPending}>
          {common.showMore}
        </Button>
      )}
    </div>
  )
}
