import { Temporal } from 'temporal-polyfill'
import { addDays, dayOf, isOrdinaryWeekday } from '../../domain/calendar.ts'
import { policyAt, swedishPolicies } from '../../domain/policy.ts'
import type { Chance } from './chance.ts'
import type { Stage } from './course.ts'
import { atMinute, minuteOf, workdayUntil } from './hours.ts'
import type { AdultUnitKey } from './organisation.ts'
import { type Pace, promptPace, supportPace, urgentPace, usualPace } from './pace.ts'
import { isUrgent, type Situation } from './situation.ts'
import { again } from './texts-again.ts'
import { disabilityUnit } from './texts-disability.ts'
import { familyLaw } from './texts-family-law.ts'
import { incomeSupport } from './texts-income-support.ts'
import { psychiatry } from './texts-psychiatry.ts'
import { substanceUse } from './texts-substance-use.ts'
import { violenceUnit } from './texts-violence.ts'

/** One form that somebody sends in the demo's year. */
export interface Planned {
  situation: Situation
  sentAt: Temporal.Instant
  pace: Pace
  until?: Stage
  /** What the sender adds, hours after sending. */
  added?: { text: string; afterHours: number }
  /** The plan's earlier form about the same family. */
  sameFamilyAs?: Planned
}

const situations: Record<AdultUnitKey, readonly Situation[]> = {
  substanceUse,
  psychiatry,
  incomeSupport,
  disability: disabilityUnit,
  violence: violenceUnit,
  familyLaw,
}

/** Flags of today, by minutes before now. */
const ofToday: readonly (readonly [AdultUnitKey, place: number, minutes: number, until: Stage])[] = [
  ['incomeSupport', 1, 18, 'sent'],
  ['psychiatry', 2, 47, 'sent'],
  ['incomeSupport', 0, 80, 'sent'],
  ['substanceUse', 4, 105, 'received'],
  ['familyLaw', 4, 150, 'assigned'],
  ['violence', 1, 205, 'assessed'],
  ['violence', 0, 240, 'sent'],
]

/** Flags of the last weeks that are still on somebody's table, by days before today. */
const ofLately: readonly (readonly [AdultUnitKey, place: number, days: number, until: Stage])[] = [
  ['psychiatry', 3, 2, 'sent'],
  ['substanceUse', 5, 2, 'sent'],
  ['incomeSupport', 5, 1, 'assessed'],
  ['disability', 2, 3, 'asked'],
  ['substanceUse', 7, 5, 'asked'],
  ['familyLaw', 2, 4, 'received'],
  ['disability', 1, 5, 'assigned'],
  ['substanceUse', 1, 6, 'answered'],
  ['incomeSupport', 3, 7, 'assessed'],
  ['violence', 5, 17, 'offered'],
  ['familyLaw', 0, 9, 'assessed'],
  ['psychiatry', 0, 10, 'decided'],
  ['disability', 0, 12, 'assessed'],
  ['substanceUse', 6, 14, 'assessed'],
  ['violence', 4, 15, 'extended'],
  ['incomeSupport', 7, 17, 'assessed'],
  ['familyLaw', 3, 18, 'decided'],
  ['psychiatry', 4, 19, 'assessed'],
  ['disability', 3, 20, 'agreed'],
  ['psychiatry', 5, 23, 'agreed'],
  ['violence', 2, 20, 'extended'],
  ['incomeSupport', 6, 16, 'decided'],
  ['substanceUse', 2, 22, 'decided'],
  ['familyLaw', 5, 24, 'decided'],
  ['violence', 0, 8, 'assessed'],
]

/** What senders added to flags that are not decided: place in `ofLately`, hours after sending. */
const addedLately: ReadonlyMap<number, { text: string; afterHours: number }> = new Map([
  [
    8,
    {
      text: 'Modern ringde nyss. Skolan har fått tag i pojken och han är på väg hem med sin morbror.',
      afterHours: 150,
    },
  ],
  [
    12,
    {
      text: 'Mormor har blivit sjuk och är inte hos familjen den här veckan. Boendestöd finns måndag och onsdag.',
      afterHours: 262,
    },
  ],
  [17, { text: 'Psykiatrin meddelar att flickans tid är flyttad till nästa månad.', afterHours: 190 }],
])

/** Families that come back: the first flag's unit and place, days until the next one, and its place in `again`. */
const comingBack: readonly (readonly [AdultUnitKey, place: number, days: number, next: number])[] = [
  ['substanceUse', 0, 31, 0],
  ['psychiatry', 0, 44, 1],
  ['violence', 3, 58, 2],
  ['familyLaw', 0, 37, 3],
  ['substanceUse', 4, 26, 4],
]

/** Days before today on which the finished part of the year ends. */
const settledDays = 26
const daysOfYear = 362
/** Forms that a second family sends in nearly the same words, as they do in life. */
const repeats = 16
/** More than 1: more flags each month, as more handlers begin to ask. */
const growth = 1.3

/** All forms of the demo's year, the first one first. */
export function planOf(now: Temporal.Instant, chance: Chance): Planned[] {
  const settled = settledPlan(now, chance)
  const plan = [...settled, ...returning(settled, now, chance), ...latelyPlan(now, chance), ...todaysPlan(now)]
  return plan.sort((a, b) => Temporal.Instant.compare(a.sentAt, b.sentAt))
}

function settledPlan(now: Temporal.Instant, chance: Chance): Planned[] {
  const all = Object.values(situations).flat()
  const more = chance.shuffled(all.filter(({ outcome }) => outcome.kind !== 'note')).slice(0, repeats)
  const order = [...chance.shuffled(all), ...more]
  const today = dayOf(now)
  const earliest = swedishPolicies[0]?.validFrom ?? policyAt(today).validFrom
  const year = Math.min(daysOfYear, earliest.until(today, { largestUnit: 'days' }).days)
  const span = Math.max(0, year - settledDays)
  const paceOf = paceByKind()
  return order.map((situation, n) => {
    const ago = settledDays + Math.round(span * (1 - n / order.length) ** growth) - chance.between(0, 3)
    const day = addDays(today, -Math.max(settledDays, Math.min(year, ago)))
    return { situation, sentAt: sendingTime(situation, day, n, chance), pace: paceOf(situation) }
  })
}

/** How each kind of matter went, counted by kind so that the shares hold whatever the order. */
function paceByKind(): (situation: Situation) => Pace {
  const counts = { support: 0, urgent: 0, usual: 0 }
  const paces = { support: supportPace, urgent: urgentPace, usual: usualPace }
  return (situation) => {
    const kind = situation.outcome.kind === 'support' ? 'support' : isUrgent(situation) ? 'urgent' : 'usual'
    counts[kind] += 1
    return paces[kind](counts[kind])
  }
}

/** Most are written in office hours; the units that work evenings write some of theirs then. */
function sendingTime({ from }: Situation, day: Temporal.PlainDate, n: number, chance: Chance): Temporal.Instant {
  const worksEvenings = from === 'violence' || from === 'psychiatry' || from === 'substanceUse'
  if (worksEvenings && n % 5 === 0) return atMinute(day, chance.between(17 * 60 + 20, 22 * 60))
  const workday = isOrdinaryWeekday(day) ? day : workdayUntil(day)
  return atMinute(workday, chance.between(8 * 60 + 10, 16 * 60 + 20))
}

function returning(settled: readonly Planned[], now: Temporal.Instant, chance: Chance): Planned[] {
  return comingBack.flatMap(([unit, place, days, next], n) => {
    const first = settled.find(({ situation }) => situation === situations[unit][place])
    const situation = again[next]
    if (!first || !situation) return []
    const day = addDays(dayOf(first.sentAt), days)
    const sentAt = sendingTime(situation, day, n + 1, chance)
    if (Temporal.Instant.compare(sentAt, now.subtract({ hours: 24 * 3 })) > 0) return []
    return { situation, sentAt, pace: promptPace, sameFamilyAs: first }
  })
}

function latelyPlan(now: Temporal.Instant, chance: Chance): Planned[] {
  return ofLately.flatMap(([unit, place, days, until], n) => {
    const situation = situations[unit][place]
    if (!situation) return []
    const day = addDays(dayOf(now), -days)
    const sentAt = atMinute(isOrdinaryWeekday(day) ? day : workdayUntil(day), chance.between(8 * 60 + 20, 14 * 60 + 40))
    return { situation, sentAt, pace: promptPace, until, added: addedLately.get(n) }
  })
}

const earliestMinute = 7 * 60
const latestMinute = 20 * 60

/** Within today, and by day when the day has come so far. */
function todaysPlan(now: Temporal.Instant): Planned[] {
  const today = dayOf(now)
  const last = Math.min(minuteOf(now), latestMinute)
  return ofToday.flatMap(([unit, place, minutes, until]) => {
    const situation = situations[unit][place]
    if (!situation) return []
    const first = last > earliestMinute ? earliestMinute : 0
    const sentAt = atMinute(today, Math.max(first + Math.floor(minutes / 20), last - minutes))
    return Temporal.Instant.compare(sentAt, now) < 0 ? { situation, sentAt, pace: promptPace, until } : []
  })
}
