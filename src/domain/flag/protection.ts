/** What a flag may not hold when somebody in it is protected. */

import { isProtected, type ProtectionLevel } from '../person.ts'
import type { FlagDraft } from './draft.ts'
import { isBlank, isProtectedFamily } from './questions.ts'
import type { ReferralContent } from './referral-content.ts'

/**
 * The flag without what could reveal where a protected person is or how to reach them (OSL 21:3, 21:3 a; DOMAIN §8):
 * telephone, contact note, school, where the child is now. One mark in the family blanks the answers of all, as
 * siblings share homes; so does a mark that the family had before (`inherited`). `blanked` tells the paths that held
 * something. Free texts cannot be blanked: the form warns.
 */
export function withoutRevealing<F extends FlagDraft>(
  flag: F,
  inherited: ProtectionLevel = 'none',
): { flag: F; blanked: string[] } {
  const kept = structuredClone(flag)
  const blanked: string[] = []
  if (!isProtectedFamily(flag) && !isProtected(inherited)) return { flag: kept, blanked }

  const blank = <Key extends string>(holder: { [K in Key]?: string } | undefined, key: Key, path: string) => {
    if (!holder || !(key in holder)) return
    if (!isBlank(holder[key])) blanked.push(`${path}.${key}`)
    delete holder[key]
  }
  blank(kept.client, 'phone', 'client')
  blank(kept.client, 'contactNote', 'client')
  kept.children?.forEach((child, i) => {
    blank(child, 'school', `children.${i}`)
    blank(child.whereabouts, 'where', `children.${i}.whereabouts`)
  })
  return { flag: kept, blanked }
}

/** What was sent, as it is kept once it is marked: the level, and nothing of what reveals. `blanked` as above. */
export function contentMarked(
  content: ReferralContent,
  level: ProtectionLevel,
): { content: ReferralContent; blanked: string[] } {
  const { client, child } = content
  const { flag, blanked } = withoutRevealing({ client, children: [child] }, level)
  const [keptChild = child] = flag.children
  return {
    content: { ...content, client: flag.client, child: keptChild, protection: level },
    blanked: blanked.map((path) => path.replace('children.0', 'child')),
  }
}
