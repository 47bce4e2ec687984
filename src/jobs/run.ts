import type { Temporal } from 'temporal-polyfill'
import { type Database, sqlStateOf } from '../db/database.ts'
import { letterSettings } from '../mail/letters.ts'
import type { Mailer } from '../mail/mailer.ts'
import { deliver } from './deliver.ts'
import { drawReviews } from './draw-reviews.ts'
import { linkAllReads } from './link-reads.ts'
import { purgeOldDrafts, purgeOldSessions, purgeOldTokens } from './purge.ts'

export interface JobOptions {
  clock(): Temporal.Instant
  log(entry: Record<string, string | number | null>): void
  config: { baseUrl: string; MAIL_FROM: string }
  signal?: AbortSignal
}

/** Letters in one round; what is left waits for the next. */
const lettersPerRound = 100

const millisecondsBetweenRounds = 10_000

/**
 * One round of what happens without anyone asking. A job that fails is logged by code and does not stop the others.
 * Refuses, naming the setting, what letters may not show.
 */
export async function runJobs(database: Database, mailer: Mailer, options: JobOptions): Promise<void> {
  const { clock: now, log, config, signal } = options
  const letters = { ...letterSettings(config.baseUrl, config.MAIL_FROM), now, signal }
  const jobs = {
    deliver: async () => {
      const { sent, retried, dead } = await deliver(database, mailer, letters, lettersPerRound)
      if (sent + retried + dead > 0) log({ event: 'letters', sent, retried, dead })
    },
    'link-reads': () => linkAllReads(database),
    'draw-reviews': () => drawReviews(database, now(), signal),
    'purge-drafts': () => purgeOldDrafts(database, now()),
    'purge-sessions': () => purgeOldSessions(database, now()),
    'purge-tokens': () => purgeOldTokens(database, now()),
  }
  for (const [job, run] of Object.entries(jobs)) {
    if (signal?.aborted) return
    try {
      await run()
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      log({ event: 'job-failed', job, name, sqlState: sqlStateOf(error) })
    }
  }
}

export interface StandingJobs extends JobOptions {
  database: Database
  mailer: Mailer
  signal: AbortSignal
}

/**
 * Rounds one after the other, never two at once, until the signal; resolves when the last has ended.
 * Refuses before the first round, naming the setting, what letters may not show.
 */
export function startJobs({ database, mailer, ...options }: StandingJobs): Promise<void> {
  letterSettings(options.config.baseUrl, options.config.MAIL_FROM)
  return repeat(() => runJobs(database, mailer, options), millisecondsBetweenRounds, options.signal)
}

/** Runs, rests, runs again: a round that takes long only delays the next. The signal cuts a rest short. */
export async function repeat(round: () => Promise<void>, restMilliseconds: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await round()
    await rest(restMilliseconds, signal)
  }
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })
}
