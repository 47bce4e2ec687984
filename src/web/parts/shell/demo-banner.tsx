import { IconFlask } from '@tabler/icons-react'
import { Link } from '../../ui/link.tsx'
import { useWords } from '../../words/language.tsx'

export function DemoBanner() {
  const { shell } = useWords()
  return (
    <aside className="demo-banner" aria-label={shell.demo}>
      <IconFlask className="icon" aria-hidden />
      <strong>{shell.demo}</strong>
      <Link to="/post">{shell.demoMail}</Link>
    </aside>
  )
}
