import type { Temporal } from 'temporal-polyfill'
import { DomainError } from './errors.ts'
import type { SentTrack } from './lifecycle.ts'
import { isOpenAt } from './opening-hours.ts'
import type { Unit, UnitKind } from './organisation.ts'

/** Who receives which track, best first: a support referral goes to the intake where no support unit exists. */
const receivers: Record<SentTrack, readonly UnitKind[]> = { A: ['intake'], B: ['family_support', 'intake'] }

/** A part of the municipality, by a code of its own. Whoever lives there is not in it. */
export interface District {
  code: string
  name: string
}

/** Every condition that is not null must hold. Ages are full years, both ends included; an unborn child is 0. */
export interface RoutingRule {
  id: string
  receiverId: string
  track: SentTrack | null
  acute: boolean | null
  district: string | null
  ageFrom: number | null
  ageTo: number | null
}

/** A municipality's rules, the first that fits decides. What was sent under an older version stays where it went. */
export interface Routing {
  version: number
  districts: readonly District[]
  rules: readonly RoutingRule[]
}

/** No rules of its own: by the kinds of units alone. */
export const routingByKind: Routing = { version: 0, districts: [], rules: [] }

/** What of a child's flag decides where it goes. */
export interface Routed {
  track: SentTrack
  acute: boolean
  /** Null when nobody knows, or when it may not be asked for: a rule on age or district then does not fit. */
  age: number | null
  district: string | null
}

export interface Reception {
  /** Has the matter, and its clocks, from this instant and at any hour. */
  receiver: Unit
  /** The rule that decided; null when it was the kind of unit alone. */
  ruleId: string | null
  isOpen: boolean
  /** Who answers the telephone now: the receiver, or the socialjour outside its hours. */
  callNow: Unit
  /** The socialjour is told of what is acute outside the receiver's hours. The responsibility does not move (DOMAIN §6). */
  alsoTold: Unit | null
}

/** Whether the unit may be given referrals of the track now. */
function receives(unit: Unit, track: SentTrack): boolean {
  return unit.closedAt === null && receivers[track].includes(unit.kind)
}

function fits(rule: RoutingRule, { track, acute, age, district }: Routed): boolean {
  return (
    (rule.track === null || rule.track === track) &&
    (rule.acute === null || rule.acute === acute) &&
    (rule.district === null || rule.district === district) &&
    (rule.ageFrom === null || (age !== null && age >= rule.ageFrom)) &&
    (rule.ageTo === null || (age !== null && age <= rule.ageTo))
  )
}

/**
 * By kind alone, of the sender's own board if one is there. Of several the first, which has received the longest: a new
 * unit receives nothing until a rule says so. Always there while one intake is open.
 */
function fallbackFor(track: SentTrack, sender: Pick<Unit, 'boardId'>, units: readonly Unit[]): Unit | undefined {
  for (const kind of receivers[track]) {
    const candidates = units.filter((unit) => unit.kind === kind && receives(unit, track))
    const receiver = candidates.find((unit) => unit.boardId === sender.boardId) ?? candidates[0]
    if (receiver) return receiver
  }
  return undefined
}

/**
 * The child unit that receives, within the sender's municipality: by the first rule that fits and whose unit is open
 * for referrals, else by kind. Refuses only when the municipality has no intake at all, as the flag would be lost.
 */
export function receiverOf(
  routed: Routed,
  sender: Pick<Unit, 'boardId'>,
  units: readonly Unit[],
  { rules }: Pick<Routing, 'rules'>,
): { receiver: Unit; ruleId: string | null } {
  for (const rule of rules) {
    const receiver = fits(rule, routed) && units.find(({ id }) => id === rule.receiverId)
    if (receiver && receives(receiver, routed.track)) return { receiver, ruleId: rule.id }
  }
  const receiver = fallbackFor(routed.track, sender, units)
  if (!receiver) throw new DomainError('no-receiving-unit', `no unit receives track ${routed.track}`, 'senderUnitId')
  return { receiver, ruleId: null }
}

/** The socialjour that answers when the receiving unit does not. */
export function outOfHoursOf(units: readonly Unit[]): Unit | null {
  return units.find((unit) => unit.kind === 'out_of_hours' && unit.closedAt === null) ?? null
}

/** Who receives, and who answers at this instant. The hour decides whom to phone and never who is responsible. */
export function receptionOf(
  routed: Routed,
  sender: Pick<Unit, 'boardId'>,
  units: readonly Unit[],
  routing: Pick<Routing, 'rules'>,
  now: Temporal.Instant,
): Reception {
  const { receiver, ruleId } = receiverOf(routed, sender, units, routing)
  const isOpen = isOpenAt(receiver.openingHours, now)
  const outOfHours = isOpen ? null : outOfHoursOf(units)
  return {
    receiver,
    ruleId,
    isOpen,
    callNow: outOfHours ?? receiver,
    alsoTold: routed.acute && outOfHours ? outOfHours : null,
  }
}

/** Whether someone must be asked for the district: only where a rule looks at it. */
export function asksForDistrict({ rules }: Pick<Routing, 'rules'>): boolean {
  return rules.some(({ district }) => district !== null)
}

/**
 * Refuses, naming the rule, what could never decide or would leave a flag without receiver: a unit that is closed or
 * does not receive the track, a district that is not defined, ages in the wrong order, no intake to fall back on.
 */
export function refuseUnfitRouting({ districts, rules }: Omit<Routing, 'version'>, units: readonly Unit[]): void {
  const codes = districts.map(({ code }) => code)
  for (const [place, code] of codes.entries()) {
    if (codes.indexOf(code) < place) {
      throw new DomainError('already-exists', 'two districts have one code', `districts.${place}.code`)
    }
  }
  for (const [place, rule] of rules.entries()) {
    const refuse = (why: string, field: keyof RoutingRule): never => {
      throw new DomainError('rule-never-fits', why, `rules.${place}.${field}`)
    }
    const receiver = units.find(({ id }) => id === rule.receiverId)
    const tracks = rule.track ? [rule.track] : (['A', 'B'] as const)
    if (!receiver || !tracks.every((track) => receives(receiver, track))) {
      refuse('the unit does not receive what the rule gives it', 'receiverId')
    }
    if (rule.district !== null && !codes.includes(rule.district)) refuse('no such district', 'district')
    if (rule.ageFrom !== null && rule.ageTo !== null && rule.ageFrom > rule.ageTo) refuse('no such age', 'ageTo')
  }
  if (!units.some((unit) => receives(unit, 'A'))) {
    throw new DomainError('no-receiving-unit', 'there is no open intake to fall back on')
  }
}
