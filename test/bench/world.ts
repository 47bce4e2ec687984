/** Who and what the measured world holds: 20 municipalities of two boards, each with an intake and four adult units. */

export const boards = 40
export const unitsOfBoard = 5
export const peopleOfBoard = 12
export const intakeStaff = 8

export type Kind = 'municipality' | 'board' | 'unit' | 'person' | 'submission' | 'referral' | 'event'
const kinds: Kind[] = ['municipality', 'board', 'unit', 'person', 'submission', 'referral', 'event']

/** The n-th id of its kind; `key` in the filling statements makes the same. Ids of a kind grow with n. */
export function id(kind: Kind, n: number): string {
  return `${prefix(kind)}${n.toString(16).padStart(12, '0')}`
}

export function prefix(kind: Kind): string {
  return `01900000-000${kinds.indexOf(kind)}-7000-8000-`
}

/** The first board's intake is the one whose list, search and referrals are measured. */
export const ordinary = { unitId: id('unit', 0), board: 0, workerId: id('person', 2) }

/** The intake that has fallen behind. */
export const behind = { unitId: id('unit', 2 * unitsOfBoard), board: 2, workerId: id('person', 2 * peopleOfBoard + 2) }

/** Flags are sent within the second board, so that no measured list grows while it is measured. */
export const sender = {
  unitId: id('unit', unitsOfBoard + 1),
  receiverUnitId: id('unit', unitsOfBoard),
  handlerId: id('person', peopleOfBoard + intakeStaff),
}
