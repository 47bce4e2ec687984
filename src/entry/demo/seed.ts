import { Temporal } from 'temporal-polyfill'
import type { Database, Tx } from '../../db/database.ts'
import { saveDraft } from '../../db/drafts.ts'
import { saveNamings } from '../../db/protected-access.ts'
import { saveSending } from '../../db/sending.ts'
import { dayOf, startOfDay } from '../../domain/calendar.ts'
import { longestAccessMonths } from '../../domain/protection.ts'
import type { SentSubmission } from '../../domain/receipt.ts'
import { routingByKind } from '../../domain/routing.ts'
import { sendingOf } from '../../domain/sending.ts'
import { type Act, supplement, type Thread } from './acts.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { courseOf } from './course.ts'
import { type Family, type PopulationRegister, populationRegister } from './family.ts'
import { answersOf, flagOf, withNames } from './flagging.ts'
import { atMinute } from './hours.ts'
import {
  type AdultUnitKey,
  municipality,
  type PersonKey,
  people,
  saveOrganisation,
  units,
  viewerOf,
} from './organisation.ts'
import { timesOf, timesOfSibling } from './pace.ts'
import { type Planned, planOf } from './plan.ts'
import { addOddReads } from './reads.ts'
import { seedReviews } from './reviews.ts'
import { isUrgent } from './situation.ts'
import { substanceUse } from './texts-substance-use.ts'
import { violenceUnit } from './texts-violence.ts'

/** The manager names somebody within the working day; what is newer still waits. */
const namedWithinHours = 12

const handlers: Record<AdultUnitKey, readonly [PersonKey, ...PersonKey[]]> = {
  substanceUse: ['mikael', 'yusuf'],
  incomeSupport: ['lena', 'maria'],
  violence: ['amina'],
  familyLaw: ['erik'],
  disability: ['ingrid'],
  psychiatry: ['oskar'],
}

export function isSeeded(database: Database): Promise<boolean> {
  return database.transaction(
    async (tx) => (await tx.rows('select from municipalities where id = $1', [municipality.id])).length > 0,
  )
}

/**
 * Lillsjö kommun and its last twelve months, all or nothing, and once however many start at a time. Everything goes the
 * way of the forms and the step table, so events, clocks and notices are true. The same Swedish day gives the same
 * people, texts and days; ids and keys differ. Letters of the past count as sent, so that a fresh demo mails only today's.
 * The reviews are drawn afterwards, from the log as it was stored: cut off between, they are left to the job.
 */
export async function seedDemo(database: Database, now: Temporal.Instant): Promise<void> {
  await seedYear(database, now)
  await seedReviews(database, now)
}

function seedYear(database: Database, now: Temporal.Instant): Promise<void> {
  return database.transaction(async (tx) => {
    const today = dayOf(now)
    if (!(await saveOrganisation(tx, today.toString()))) return
    const chance = chanceFrom(Number(today.toString().replaceAll('-', '')))
    const register = populationRegister(chance)
    const acts = planned(planOf(now, chance), register, chance, now)
    for (const act of acts) await act.run(tx)
    await addOddReads(tx, now)
    await saveDrafts(tx, register, chance, now)
    settlePost(tx, now)
  })
}

/** All acts of all forms in the order they happened, those that lie in the future left out. */
function planned(plan: readonly Planned[], register: PopulationRegister, chance: Chance, now: Temporal.Instant): Act[] {
  const families = new Map<Planned, Family>()
  const acts = plan.flatMap((form, n) => {
    const known = form.sameFamilyAs && families.get(form.sameFamilyAs)
    const family = known ?? register.familyFor(form.situation, dayOf(form.sentAt).toString())
    families.set(form, family)
    return actsOf(form, family, n, chance, now)
  })
  return acts
    .filter(({ at }) => Temporal.Instant.compare(at, now) <= 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

function actsOf(form: Planned, family: Family, n: number, chance: Chance, now: Temporal.Instant): Act[] {
  const { sentAt, pace, until, added } = form
  const situation = withNames(form.situation, family)
  const { outcome, from } = situation
  const [first, second = first] = handlers[from]
  const sender = n % 2 === 0 ? first : second
  const flag = flagOf(situation, family, dayOf(sentAt).toString(), chance)
  const threads: Thread[] = situation.children.map(() => ({ reference: '', now: null }))

  const key = chance.uuid()
  const send: Act = {
    at: sentAt,
    run: async (tx) => {
      const viewer = viewerOf(sender)
      const sending = sendingOf(flag, viewer, { units: Object.values(units), routing: routingByKind }, sentAt)
      const submission = await saveSending(tx, sending, viewer, {
        key,
        draftId: null,
        fingerprint: JSON.stringify(flag),
      })
      for (const [i, { reference }] of submission.referrals.entries()) {
        const thread = threads[i]
        if (thread) thread.reference = reference
      }
      const waits = Temporal.Instant.compare(sentAt, now.subtract({ hours: namedWithinHours })) > 0
      if (!waits) await nameHandlers(tx, submission, sentAt)
    },
  }
  if (outcome.kind === 'note') return [send]

  const urgent = isUrgent(situation)
  const extended = outcome.kind !== 'support' && outcome.extension !== undefined
  const support = outcome.kind === 'support'
  const joined = outcome.kind === 'joined'
  const times = timesOf(sentAt, { pace, urgent, extended, support, joined }, chance)
  const worker = n % 2 === 0 ? 'johan' : 'fatima'
  const feedbackWanted = flag.openness?.feedbackWanted ?? false
  const courses = threads.map((thread, place) =>
    courseOf(
      thread,
      { sender, worker, feedbackWanted, pace, times: timesOfSibling(times, place) },
      outcome,
      chance,
      until,
    ),
  )
  const [thread] = threads
  if (added && thread) {
    const at = sentAt.add({ hours: added.afterHours })
    const words = { text: added.text, answersQuestion: false, key: chance.uuid() }
    courses.push([supplement(thread, sender, Temporal.Instant.compare(at, now) < 0 ? at : now, words)])
  }
  return [send, ...courses.flat()]
}

/** Of protected families: those of the intake who work with them, and for as long as somebody may be named. */
async function nameHandlers(tx: Tx, { referrals }: SentSubmission, at: Temporal.Instant): Promise<void> {
  const hidden = referrals.filter(({ isProtected }) => isProtected)
  const until = startOfDay(dayOf(at).add({ months: longestAccessMonths })).toString()
  const namings = hidden.flatMap(({ id: referralId, receiverUnitId: unitId }) =>
    (['johan', 'fatima', 'elin'] as const).map((who) => ({
      referralId,
      unitId,
      personId: people[who].id,
      givenBy: people.karin.id,
      startsAt: at.toString(),
      until,
      reason: 'Har handlagt familjens tidigare ärenden.',
    })),
  )
  await saveNamings(tx, namings, at)
}

/** What handlers have begun and not sent: one has lain too long. */
async function saveDrafts(tx: Tx, register: PopulationRegister, chance: Chance, now: Temporal.Instant): Promise<void> {
  const begun = [
    { situation: substanceUse[0], who: 'mikael', hours: 31 },
    { situation: violenceUnit[1], who: 'amina', hours: 2 },
    { situation: substanceUse[5], who: 'yusuf', hours: 5 },
  ] as const
  for (const { situation, who, hours } of begun) {
    if (!situation) continue
    const at = now.subtract({ hours })
    const today = dayOf(at).toString()
    const family = register.familyFor(situation, today)
    const { openness, texts, network, ...answers } = answersOf(withNames(situation, family), family, today, chance)
    const content = { ...answers, texts: { observed: texts?.observed } }
    await saveDraft(tx, { id: chance.uuid(), version: 0, content }, viewerOf(who).personId, at)
  }
}

/** Last of all: letters before today have left; notices older than some days are read, and some of the newer ones. */
function settlePost(tx: Tx, now: Temporal.Instant): void {
  const midnight = atMinute(dayOf(now), 0).toString()
  tx.atCommit(
    `update outbox set sent_at = written_at + interval '40 seconds', attempts = 1 where written_at < $1::timestamptz`,
    [midnight],
  )
  tx.atCommit(
    `update notices n set read_at = least(n.at + interval '3 hours', $1::timestamptz) from (
       select id, row_number() over (partition by person_id order by id) as place from notices
     ) counted
     where counted.id = n.id and (n.at < $1::timestamptz - interval '4 days' or counted.place % 3 = 0)`,
    [now.toString()],
  )
}
