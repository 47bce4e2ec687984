import type { Words } from '../../words/sv.ts'

interface AdministrationSection {
  to: string
  word: (words: Words) => string
}

/** The parts of administration, in the order of its menu. */
export const administrationSections: readonly AdministrationSection[] = [
  { to: '/administration/personal', word: ({ people }) => people.sectionNames.staff },
  { to: '/administration/andringar', word: ({ people }) => people.sectionNames.changes },
]
