import type { ProtectionLevel } from '../../src/domain/person.ts'
import { adultNumber, childNumber } from './flags.ts'
import type { PersonKey, UnitKey } from './organisation.ts'
import { aConcern, aConcernedChild, oneSent } from './sending.ts'
import type { Service } from './service.ts'

/** A protected family, and what would reveal it. */

export const familyName = 'Kanarieström'
export const number = childNumber(70)
/** What was typed and may neither be kept nor shown. */
export const revealing = ['Hemliga skolan', '070-174 06 05', 'Ringklockan trasig', 'hos moster i Grönby'] as const

/** The same family with and without a mark; the children differ by `n`. */
export function aFamily(
  level: ProtectionLevel | 'level_unknown' = 'secrecy_mark',
  n = 0,
  from: UnitKey = 'substanceUse',
) {
  const child = aConcernedChild(
    {
      givenName: 'Hemliga',
      familyName,
      identityNumber: childNumber(70 + n),
      protection: level,
      school: revealing[0],
      whereabouts: { withWhom: 'safe_adult', where: revealing[3] },
    },
    n,
  )
  const client = {
    name: `Karin ${familyName}`,
    identityNumber: adultNumber(40),
    protection: 'none',
    phone: revealing[1],
    contactNote: revealing[2],
  } as const
  return aConcern([child], { client }, from)
}

/** Names somebody of a unit for the referral, as that unit's manager. */
export async function named(
  service: Service,
  reference: string,
  person: PersonKey = 'worker',
  { by = 'manager', unit = 'intake', until = '2026-12-24' }: { by?: PersonKey; unit?: UnitKey; until?: string } = {},
): Promise<void> {
  const { people, units } = service.organisation
  const manager = await service.as(by)
  await manager.protectedPersons.name({
    reference,
    unitId: units[unit].id,
    personId: people[person].id,
    until,
    reason: 'Handlägger ärendet.',
  })
}

/** A protected referral that `worker` is named for. */
export async function oneProtected(service: Service, level?: ProtectionLevel): Promise<string> {
  const reference = await oneSent(service, aFamily(level))
  await named(service, reference)
  return reference
}
