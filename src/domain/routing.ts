import { DomainError } from './errors.ts'
import type { SentTrack } from './lifecycle.ts'
import type { Unit, UnitKind } from './organisation.ts'

/** Who receives which track, best first: a support referral goes to the intake where no support unit exists. */
const receivers: Record<SentTrack, readonly UnitKind[]> = { A: ['intake'], B: ['family_support', 'intake'] }

/**
 * The child unit that receives the track, within the sender's municipality; of its own board if one is there.
 * Refuses when the municipality has none, as a flag without a receiver would be lost.
 */
export function receiverOf(track: SentTrack, sender: Pick<Unit, 'boardId'>, units: readonly Unit[]): Unit {
  for (const kind of receivers[track]) {
    const candidates = units.filter((unit) => unit.kind === kind)
    const receiver = candidates.find((unit) => unit.boardId === sender.boardId) ?? candidates[0]
    if (receiver) return receiver
  }
  throw new DomainError('no-receiving-unit', `no unit receives track ${track}`, 'senderUnitId')
}

/** The socialjour that answers when the receiving unit does not. */
export function outOfHoursOf(units: readonly Unit[]): Unit | null {
  return units.find((unit) => unit.kind === 'out_of_hours') ?? null
}
