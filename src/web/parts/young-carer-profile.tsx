import { careAreas, profileOf, type YoungCarerAnswers } from '../../domain/young-carer.ts'
import { useWords } from '../words/language.tsx'

/** A bar and a word for each area. Nothing is added up: it is a description, never a score (DOMAIN §9). */
export function YoungCarerProfile({ answers }: { answers: YoungCarerAnswers }) {
  const { flag } = useWords()
  const { bars } = profileOf(answers)
  return (
    <ul className="profile" aria-label={flag.profile.label}>
      {careAreas.map((area) => (
        <li key={area} className="profile-area">
          <span className="profile-name">{flag.choices.areas[area]}</span>
          <span className="profile-word">{flag.choices.frequencies[answers.areas?.[area] ?? 'unknown']}</span>
          <span className="profile-bar" data-length={bars[area] ?? 'unknown'} aria-hidden>
            <span />
            <span />
          </span>
        </li>
      ))}
    </ul>
  )
}
