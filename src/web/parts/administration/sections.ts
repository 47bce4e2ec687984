import type { Words } from '../../words/sv.ts'

interface AdministrationSection {
  to: string
  word: (words: Words) => string
}

/** The parts of administration, in the order of its menu. */
export const administrationSections: readonly AdministrationSection[] = [
  { to: '/administration/personal', word: ({ people }) => people.sectionNames.staff },
  { to: '/administration/enheter', word: ({ people }) => people.sectionNames.units },
  { to: '/administration/vagar', word: ({ people }) => people.sectionNames.routing },
  { to: '/administration/inloggning', word: ({ people }) => people.sectionNames.signIn },
  { to: '/administration/andringar', word: ({ people }) => people.sectionNames.changes },
]
