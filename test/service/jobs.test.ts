import { describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { newId } from '../../src/db/ids.ts'
import { startSession } from '../../src/db/sessions.ts'
import { repeat, runJobs } from '../../src/jobs/run.ts'
import { openKeptMail } from '../../src/mail/kept.ts'
import { givenLetters, letterShows } from '../support/outbox.ts'
import { onBothDatabases } from '../support/service.ts'

onBothDatabases((service) => {
  describe('a round of jobs', () => {
    const jobs = () => ({
      clock: () => service.now,
      log: (entry: Record<string, string | number | null>) => void service.logged.push(entry),
      config: { baseUrl: letterShows.baseUrl, MAIL_FROM: letterShows.from },
    })

    test('sends letters, and removes old drafts and sessions but no young ones', async () => {
      const { handler } = service.organisation.people
      const kept = openKeptMail(() => service.now)
      for (const days of [29, 31]) {
        const opened = service.now.subtract({ hours: 24 * days })
        await service.sql(
          `insert into drafts (id, author_id, opened_at, saved_at, version, content) values ($1, $2, $3, $3, 1, '\\x00')`,
          [newId(opened), handler.id, opened.toString()],
        )
        const began = service.now.subtract({ hours: days - 20 })
        await service.database.transaction((tx) => startSession(tx, handler.id, began))
      }
      await givenLetters(service, 1)

      await runJobs(service.database, kept, jobs())

      const [left] = await service.sql(
        `select (select count(*)::int from drafts) as drafts, (select count(*)::int from sessions) as sessions`,
      )
      expect(left).toEqual({ drafts: 1, sessions: 1 })
      expect(kept.letters()).toHaveLength(1)
      expect(service.logged).toEqual([{ event: 'letters', sent: 1, retried: 0, dead: 0 }])
    })

    test('a job that fails is logged by code and does not stop the others', async () => {
      const kept = openKeptMail(() => service.now)
      let nth = 0
      const database: Database = {
        ...service.database,
        transaction: (work) =>
          ++nth === 1
            ? service.database.transaction(async (tx) => {
                await tx.rows(`select 1 / 0 as "Barn Barnsson"`)
                return work(tx)
              })
            : service.database.transaction(work),
      }

      await runJobs(database, kept, jobs())

      expect(service.logged).toEqual([
        { event: 'job-failed', job: 'deliver', name: expect.any(String), sqlState: '22012' },
      ])
      expect(nth).toBe(6)
    })

    test('refuses settings that would tell the reader’s colleagues what the mail is about', async () => {
      const config = { baseUrl: 'https://barnlanken.kommun.example', MAIL_FROM: letterShows.from }

      await expect(
        runJobs(
          service.database,
          openKeptMail(() => service.now),
          { ...jobs(), config },
        ),
      ).rejects.toThrow('BASE_URL')
    })
  })
})

describe('the interval', () => {
  test('never runs two rounds at once, and ends with the round at hand when it is stopped', async () => {
    const stop = new AbortController()
    let atOnce = 0
    let most = 0
    let rounds = 0

    await repeat(
      async () => {
        most = Math.max(most, ++atOnce)
        await Promise.resolve()
        if (++rounds === 3) stop.abort()
        atOnce--
      },
      0,
      stop.signal,
    )

    expect({ rounds, most, atOnce }).toEqual({ rounds: 3, most: 1, atOnce: 0 })
  })

  test('a stop does not wait for the rest to pass', async () => {
    const stop = new AbortController()
    const ended = repeat(async () => {}, 2 ** 30, stop.signal)
    await Promise.resolve()

    stop.abort()

    await expect(ended).resolves.toBeUndefined()
  })
})
