import type { ChildLabel } from '../../../domain/confidentiality.ts'
import type { Format } from '../../words/format.ts'
import type { Words } from '../../words/sv.ts'

/** The child as a heading or a row names it: "Elsa Lindqvist, 9 år", "Väntat barn, beräknat 3 mars 2027". */
export function childName(child: ChildLabel, { referral }: Words, format: Format): string {
  const said = referral.child
  if (child.isHidden) return said.protected
  if (child.known === 'unborn') return child.expectedOn ? said.unbornOn(format.day(child.expectedOn)) : said.unborn
  const name = [child.givenName, child.familyName].filter(Boolean).join(' ')
  const who = name || (child.known === 'unknown' ? said.unknown : said.hidden)
  return child.age === null ? who : `${who}, ${said.age(child.age)}`
}
