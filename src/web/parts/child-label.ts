import type { ChildLabel } from '../../domain/confidentiality.ts'
import type { Format } from '../words/format.ts'
import type { Words } from '../words/sv.ts'

/** Elsa Lindqvist, 9 år · Väntat barn, beräknad 3 mars 2027 · Okänt barn, 4 år */
export function childLabel(
  { known, givenName, familyName, age, expectedOn, isHidden }: ChildLabel,
  { flag }: Words,
  format: Format,
): string {
  const said = flag.child
  if (isHidden) return said.hidden
  const name = [givenName, familyName].filter(Boolean).join(' ')
  if (known === 'unborn') return expectedOn ? `${said.unborn}, ${said.expected(format.day(expectedOn))}` : said.unborn
  const called = name || said.unknown
  return age === null ? called : `${called}, ${said.years(age)}`
}
