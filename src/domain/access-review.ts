import type { Temporal } from 'temporal-polyfill'
import type { AccessDoor, AccessGround } from './access.ts'
import { dayOf, hourOf, isOrdinaryWeekday } from './calendar.ts'
import type { Role } from './organisation.ts'
import { type ReviewReason, reviewReasons } from './review-reasons.ts'

/**
 * Which reads of a month are looked at afterwards (lag 2001:454 10 §: systematic and recurrent): a random sample, and
 * every read that a rule finds worth asking about. A hit is no suspicion; it is a question that somebody answers.
 *
 * Two things are not known here and so not asked: addresses, which are never stored, and staff's own identity numbers.
 * One's own family is therefore looked for by surname alone.
 */

export const reviewPolicy = {
  /** Of each unit's reads in a month: so many at the least, or this share where that is more. */
  leastSample: 10,
  sampleShare: 0.02,
  /** Office hours on ordinary weekdays, by the clock on a Swedish wall. */
  opensHour: 7,
  closesHour: 18,
  /** A case in which somebody did something within so many days, before or after, is one that a unit reads. */
  aliveDays: 7,
  /** So many look-ups of one referral without doing anything in it; reloading the page is no new look-up. */
  repeats: 5,
  apartMinutes: 15,
  /** So many different referrals and searches within so many minutes. */
  burst: 30,
  burstMinutes: 60,
  /** The day of the next month after which an unsigned review is an alarm. */
  dueDay: 15,
} as const
export type ReviewPolicy = { readonly [Setting in keyof typeof reviewPolicy]: number }

/** A line of the log with what the case and the organisation tell about it; nothing of what the case is about. */
export interface LoggedRead {
  id: string
  at: Temporal.Instant
  readerId: string
  role: Role | null
  /** Null: a search itself, or figures. */
  referralId: string | null
  door: AccessDoor
  ground: AccessGround
  /** The reader was assigned it, sent it or did something in it, at any time. Opening it is no doing. */
  isConcerned: boolean
  hasActed: boolean
  /** Somebody did something in the case within `aliveDays` of the read. */
  isCaseAlive: boolean
  /** A part of the reader's surname is a name of the child's or the client's. */
  sharesName: boolean
  /** The reader belonged to the unit when it was read. */
  isMember: boolean
}

/** What the reviewer is asked about: a reader's reads of one referral on one day. */
export interface ReviewItem {
  /** The line that it is told by: the first. */
  logId: string
  reasons: ReviewReason[]
  /** How many times that reader read that referral, or searched, in the month. */
  reads: number
}

/** Behind these the content is shown. A hit of a search shows a name, and `related` is shown without being asked for. */
const contentDoors: readonly AccessDoor[] = ['referral', 'sent_referral', 'receipt', 'print', 'extract']

const isContent = ({ door }: LoggedRead) => contentDoors.includes(door)
const isSearch = ({ door, referralId }: LoggedRead) => door === 'search' && referralId === null
const isHit = ({ door, referralId }: LoggedRead) => door === 'search' && referralId !== null
/** What a person did by themselves, and can be asked about. The sample is drawn among these. */
const isLookUp = (read: LoggedRead) => isContent(read) || isSearch(read)

/** Whether the instant lies in the policy's office hours: never on a Saturday, a holiday or one of the eves. */
export function isOfficeHours(at: Temporal.Instant, { opensHour, closesHour }: ReviewPolicy = reviewPolicy): boolean {
  const hour = hourOf(at)
  return isOrdinaryWeekday(dayOf(at)) && hour >= opensHour && hour < closesHour
}

/** How many of the reads are drawn: never more than there are. */
export function sampleSize(reads: number, { leastSample, sampleShare }: ReviewPolicy = reviewPolicy): number {
  return Math.min(reads, Math.max(leastSample, Math.ceil(reads * sampleShare)))
}

/**
 * The sample: the reads whose rank is lowest. `rank` is a keyed hash of the line's id, so that nobody can tell
 * beforehand what will be drawn, and anybody with the key can draw the same again.
 */
export function sampleOf(reads: readonly LoggedRead[], rank: (logId: string) => string, size: number): LoggedRead[] {
  const ranked = reads.filter(isLookUp).map((read) => ({ read, rank: rank(read.id) }))
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1))
  return ranked.slice(0, size).map(({ read }) => read)
}

/** How many of the lines somebody can be asked about. */
export function countLookUps(reads: readonly LoggedRead[]): number {
  return reads.filter(isLookUp).length
}

/** The rules that one line answers by itself. The out-of-hours service works when others do not. */
function reasonsOfLine(read: LoggedRead, policy: ReviewPolicy): ReviewReason[] {
  const reasons: ReviewReason[] = []
  if (read.ground === 'break_glass') reasons.push('break_glass')
  if (!read.isMember && read.ground !== 'break_glass') reasons.push('left_unit')
  if (isLookUp(read) && read.role !== 'out_of_hours' && !isOfficeHours(read.at, policy)) reasons.push('off_hours')
  return reasons
}

/** The rules about a reader and a referral: said once a month for the two, of the first read. */
function reasonsOfPair(read: LoggedRead): ReviewReason[] {
  const reasons: ReviewReason[] = []
  if (read.sharesName && (isContent(read) || isHit(read))) reasons.push('same_name')
  const isStranger = isContent(read) && read.referralId !== null && !read.isConcerned && !read.isCaseAlive
  if (isStranger && read.ground !== 'break_glass') reasons.push('no_relation')
  return reasons
}

function minutesBetween(a: LoggedRead, b: LoggedRead): number {
  return (b.at.epochMilliseconds - a.at.epochMilliseconds) / 60_000
}

/** The look-up with which it became too many, of one referral by one reader who did nothing in it. Reads in order. */
function repeatedLookUp(reads: readonly LoggedRead[], { repeats, apartMinutes }: ReviewPolicy): LoggedRead | null {
  let [count, last]: [number, LoggedRead | null] = [0, null]
  for (const read of reads) {
    if (!isContent(read) || read.hasActed) continue
    if (last && minutesBetween(last, read) < apartMinutes) continue
    count += 1
    last = read
    if (count === repeats) return read
  }
  return null
}

/** Each look-up with which one reader's last hour became too full; counting begins anew after it. Reads in order. */
function burstsOf(reads: readonly LoggedRead[], { burst, burstMinutes }: ReviewPolicy): LoggedRead[] {
  const found: LoggedRead[] = []
  let window: LoggedRead[] = []
  for (const read of reads.filter(isLookUp)) {
    window = [...window.filter((earlier) => minutesBetween(earlier, read) < burstMinutes), read]
    const different = new Set(window.map(({ referralId, id }) => referralId ?? id))
    if (different.size < burst) continue
    found.push(read)
    window = []
  }
  return found
}

const byReader = ({ readerId }: LoggedRead) => readerId
const byPair = ({ readerId, referralId }: LoggedRead) => `${readerId} ${referralId}`
const byPairAndDay = (read: LoggedRead) => `${byPair(read)} ${dayOf(read.at)}`

/**
 * What is to be reviewed of one unit's month: each hit of a rule and each line of the sample, a reader's reads of one
 * referral on one day together. In the order of time.
 */
export function itemsOf(
  month: readonly LoggedRead[],
  sample: readonly LoggedRead[],
  policy: ReviewPolicy = reviewPolicy,
): ReviewItem[] {
  const reads = month.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || (a.id < b.id ? -1 : 1))
  const reasonsBy = new Map(reads.map((read) => [read.id, new Set(reasonsOfLine(read, policy))]))
  const pairs = Map.groupBy(reads, byPair)
  for (const pair of pairs.values()) {
    const told = new Set<ReviewReason>()
    for (const read of pair) {
      for (const reason of reasonsOfPair(read)) {
        if (!told.has(reason)) reasonsBy.get(read.id)?.add(reason)
        told.add(reason)
      }
    }
    const repeated = pair[0]?.referralId ? repeatedLookUp(pair, policy) : null
    if (repeated) reasonsBy.get(repeated.id)?.add('repeated')
  }
  for (const own of Map.groupBy(reads, byReader).values()) {
    for (const read of burstsOf(own, policy)) reasonsBy.get(read.id)?.add('burst')
  }
  for (const { id } of sample) reasonsBy.get(id)?.add('sample')

  return [...Map.groupBy(reads, byPairAndDay).values()].flatMap((group) => {
    const hit = group.filter(({ id }) => (reasonsBy.get(id)?.size ?? 0) > 0)
    const [first] = hit
    if (!first) return []
    const found = new Set(hit.flatMap(({ id }) => [...(reasonsBy.get(id) ?? [])]))
    return [
      {
        logId: first.id,
        reasons: reviewReasons.filter((reason) => found.has(reason)),
        reads: pairs.get(byPair(first))?.length ?? group.length,
      },
    ]
  })
}
