/** From one form to one referral per child (SoL 20:1). */

import { DomainError } from '../errors.ts'
import { type ProtectionLevel, strongestProtection } from '../person.ts'
import type { Track } from './fields.ts'
import type { Flag, FlaggedChild } from './flag.ts'
import { withoutRevealing } from './protection.ts'
import { trackOf } from './tracks.ts'

/** What one child's referral holds: the client, this child, and what was answered for the family as a whole. */
export interface ReferralContent {
  /** A: concern referral. B: support referral. */
  track: Exclude<Track, 'C'>
  /** The family's, inherited by every referral in the group (DOMAIN §8). */
  protection: ProtectionLevel
  client: Flag['client']
  child: Omit<FlaggedChild, 'chosenTrack' | 'askAgainOn'>
  everyday?: Flag['everyday']
  safety: Flag['safety']
  network?: Flag['network']
  openness?: Flag['openness']
  texts?: Flag['texts']
}

/**
 * The child's own part of the flag. Nothing of a sibling follows, save what the shared texts say; nothing that reveals a
 * protected person, also where the mark is one that the family had before (`inherited`); and a ground for support only where support is what is asked for, as a concern needs no consent.
 * Refuses a child that is not in the flag, and track C: nothing reaches the child unit (DOMAIN §3).
 */
export function referralContentOf(
  flag: Flag,
  childId: string,
  today: string,
  inherited: ProtectionLevel = 'none',
): ReferralContent {
  const { children, senderUnitId: _, ...shared } = withoutRevealing(flag, inherited).flag
  const found = flag.children.find(({ id }) => id === childId)
  const kept = children.find(({ id }) => id === childId)
  if (!found || !kept) throw new DomainError('not-found', 'the child is not in the flag')
  const track = trackOf(flag, found, today)
  if (track === 'C') throw new DomainError('not-permitted', 'a child without need now is no referral', 'chosenTrack')

  const { chosenTrack, askAgainOn, ...child } = kept
  const people = [flag.client, ...flag.children]
  return {
    track,
    protection: strongestProtection([inherited, ...people.map(({ protection }) => protection)]),
    client: shared.client,
    child,
    everyday: shared.everyday,
    safety: shared.safety,
    network: shared.network,
    openness: track === 'B' ? shared.openness : withoutBasis(shared.openness),
    texts: shared.texts,
  }
}

function withoutBasis(openness: Flag['openness']): Flag['openness'] {
  if (!openness) return undefined
  const { basis, ...rest } = openness
  return rest
}
