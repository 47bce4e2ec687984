import { DomainError } from './errors.ts'
import { managedUnits, partsFor, type Viewer } from './organisation.ts'

/**
 * Refuses (`not-permitted`) everybody but the person themself, who manages a unit of theirs, and the administrator:
 * absence gives no right, it only hands the cases back to the group, so one's own may be entered.
 */
export function refuseForeignAbsence(viewer: Viewer, person: { personId: string; unitIds: readonly string[] }): void {
  const isManager = managedUnits(viewer).some(({ unitId }) => person.unitIds.includes(unitId))
  if (person.personId === viewer.personId || isManager || partsFor(viewer).administer) return
  throw new DomainError('not-permitted', 'neither their own, their manager’s nor the administrator’s', 'personId')
}
