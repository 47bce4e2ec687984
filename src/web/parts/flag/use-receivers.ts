import { useQuery } from '@tanstack/react-query'
import { ageOfChild } from '../../../domain/child-age.ts'
import type { FlagDraft } from '../../../domain/flag/draft.ts'
import { acuteSigns, trackSoFar } from '../../../domain/flag/tracks.ts'
import { isProtected } from '../../../domain/person.ts'
import { trpc } from '../../api.ts'
import type { Callable, FlaggingUnit } from './answers.ts'

interface ChildReception {
  receiver: Callable
  sameBoard: boolean
  isOpen: boolean
}

/** Whether the district may be asked for: it would tell where a protected family lives. */
export function isProtectedFamily({ client, children }: FlagDraft): boolean {
  return [client, ...(children ?? [])].some((person) => person?.protection && isProtected(person.protection))
}

/**
 * The unit with those who would receive what stands in the form now, by the municipality's rules: the server says who.
 * Until it has answered, and without a network, those that the form came with.
 */
export function useReceivers(
  unit: FlaggingUnit | undefined,
  asked: FlagDraft,
  today: string,
  isRouted: boolean,
): FlaggingUnit | undefined {
  const children = (asked.children ?? []).flatMap((child) => {
    const track = trackSoFar(asked, child, today)
    if (track === 'C') return []
    const age = child.known === 'unborn' ? 0 : (ageOfChild(child, today) ?? null)
    return [{ track, acute: acuteSigns(asked, child, today).length > 0, age }]
  })
  const district = isProtectedFamily(asked) ? null : asked.district || null
  const { data } = useQuery(
    trpc.flags.receivers.queryOptions(
      { senderUnitId: unit?.unitId ?? '', district, children },
      { enabled: isRouted && unit !== undefined && children.length > 0, placeholderData: (before) => before },
    ),
  )
  if (!unit || !data || data.length !== children.length) return unit
  const ofTrack = (track: 'A' | 'B') => data.filter((_, place) => children[place]?.track === track)
  const [concern, support] = [ofTrack('A'), ofTrack('B')]
  return {
    ...unit,
    concernReceiver: together(concern) ?? unit.concernReceiver,
    supportReceiver: together(support) ?? unit.supportReceiver,
    isOpen: concern[0]?.isOpen ?? unit.isOpen,
    sameBoard: concern.length > 0 ? concern.every(({ sameBoard }) => sameBoard) : unit.sameBoard,
    supportSameBoard: support.length > 0 ? support.every(({ sameBoard }) => sameBoard) : unit.supportSameBoard,
  }
}

/** Siblings may go to different units: all are named, and the first is phoned. */
function together(receptions: readonly ChildReception[]): Callable | null {
  const [first] = receptions
  if (!first) return null
  const names = [...new Set(receptions.map(({ receiver }) => receiver.name))]
  return { name: names.join(' + '), phone: first.receiver.phone }
}
