import { Link } from '@tanstack/react-router'
import { Mark } from '../../ui/mark.tsx'
import { useWords } from '../../words/language.tsx'

export function Brand() {
  const { common } = useWords()
  return (
    <Link to="/" className="brand">
      <Mark />
      {common.product}
    </Link>
  )
}
