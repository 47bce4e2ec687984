import type { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { outboxState } from '../../src/db/outbox.ts'
import { deliver } from '../../src/jobs/deliver.ts'
import { openKeptMail } from '../../src/mail/kept.ts'
import { type Mailer, MailFault } from '../../src/mail/mailer.ts'
import { openSmtp } from '../../src/mail/smtp.ts'
import { type MailServer, type MailServerOptions, opened, openMailServer } from '../support/mail-server.ts'
import { givenLetter, givenLetters, letterShows, messageId, rowOf } from '../support/outbox.ts'
import { onBothDatabases } from '../support/service.ts'

const running: MailServer[] = []
async function serve(options?: MailServerOptions): Promise<MailServer> {
  const server = await openMailServer(options)
  running.push(server)
  return server
}
afterEach(() => Promise.all(running.splice(0).map((server) => server.kill())))

const mailerTo = ({ port }: MailServer) => openSmtp({ url: `smtp://127.0.0.1:${port}`, from: letterShows.from })
const idsOf = (server: MailServer) => server.letters.map(({ raw }) => opened(raw).headers.get('message-id'))

onBothDatabases((service) => {
  const options = { ...letterShows, now: () => service.now }
  const round = (mailer: Mailer, database: Database = service.database, most = 1000) =>
    deliver(database, mailer, options, most)
  const later = (duration: Temporal.DurationLike) => {
    service.now = service.now.add(duration)
  }
  const state = () => service.database.transaction(outboxState)

  describe('a letter that waits', () => {
    test('goes to the unit’s function mailbox or to the person, and once', async () => {
      const server = await serve()
      const [toUnit] = await givenLetters(service, 1)
      const toPerson = await givenLetter(service, 'feedback', { person: service.organisation.people.handler.id })

      expect(await round(mailerTo(server))).toEqual({ sent: 2, retried: 0, dead: 0 })
      expect(await round(mailerTo(server))).toEqual({ sent: 0, retried: 0, dead: 0 })

      const addressed = server.letters.map(({ raw, to }) => [opened(raw).headers.get('message-id'), ...to])
      expect(addressed).toEqual([
        [messageId(toUnit ?? ''), 'intake@a.example'],
        [messageId(toPerson), 'handler@a.example'],
      ])
      expect(await state()).toEqual({ waiting: 0, dead: 0 })
    })

    test('holds nothing personal in its source, whatever it is about', async () => {
      const server = await serve()
      const { people, units } = service.organisation
      for (const kind of ['new_referral', 'received', 'feedback', 'feedback_refused', 'question'] as const) {
        await givenLetter(service, kind, { person: people.handler.id })
      }

      await round(mailerTo(server))

      const names = [...Object.values(people), ...Object.values(units)].flatMap(({ name }) => name.split(' '))
      for (const { raw } of server.letters) {
        const { headers, text } = opened(raw)
        const shown = `${raw}\n${[...headers.values()].join('\n')}\n${text}`
        expect(shown).not.toMatch(/barn|anmäl|feedback|question|referral|BL-\d/i)
        expect(names.filter((name) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(shown))).toEqual([])
      }
      expect(new Set(server.letters.map(({ raw }) => opened(raw).headers.get('subject'))).size).toBe(1)
    })

    test('goes to the address that the unit has now', async () => {
      const server = await serve()
      const { intake } = service.organisation.units
      await givenLetters(service, 1)
      await service.sql(`update units set mailbox = 'ny@a.example' where id = $1`, [intake.id])

      await round(mailerTo(server))

      expect(server.letters.map(({ to }) => to)).toEqual([['ny@a.example']])
    })

    test('is kept and shown where there is no mail server', async () => {
      const kept = openKeptMail(() => service.now)
      const [id] = await givenLetters(service, 1)

      await round(kept)

      expect(kept.letters()).toMatchObject([{ messageId: messageId(id ?? ''), to: 'intake@a.example' }])
    })
  })

  describe('a letter that the server refuses', () => {
    test('is tried again after 1, 4, 16 … minutes, at most four hours apart, and given up after the eighth', async () => {
      const server = await serve({ refuse: () => ({ responseCode: 451, message: 'handler@a.example is busy' }) })
      const [id] = await givenLetters(service, 1)
      const waits: number[] = []

      for (let attempt = 1; attempt < 8; attempt++) {
        expect(await round(mailerTo(server))).toEqual({ sent: 0, retried: 1, dead: 0 })
        const { next, attempts, fault } = await rowOf(service, id)
        expect({ attempts, fault }).toEqual({ attempts: attempt, fault: '451' })
        const minutes = (Date.parse(next ?? '') - service.now.epochMilliseconds) / 60_000
        waits.push(minutes)
        later({ seconds: minutes * 60 - 1 })
        expect(await round(mailerTo(server))).toEqual({ sent: 0, retried: 0, dead: 0 })
        later({ seconds: 1 })
      }

      expect(waits).toEqual([1, 4, 16, 64, 240, 240, 240])
      expect(await round(mailerTo(server))).toEqual({ sent: 0, retried: 0, dead: 1 })
      later({ hours: 24 })
      expect(await round(mailerTo(server))).toEqual({ sent: 0, retried: 0, dead: 0 })
      expect(await rowOf(service, id)).toMatchObject({ attempts: 8, sent: false, dead: true, fault: '451' })
      expect(await state()).toEqual({ waiting: 0, dead: 1 })
    })

    test('does not hold back the others', async () => {
      const server = await serve({
        refuse: (to) => (to.startsWith('handler') ? { responseCode: 550, message: '' } : null),
      })
      await givenLetter(service, 'received', { person: service.organisation.people.handler.id })
      await givenLetters(service, 3)

      expect(await round(mailerTo(server))).toEqual({ sent: 3, retried: 1, dead: 0 })
    })

    test('leaves no word of the answer behind', async () => {
      const mailer: Mailer = { send: () => Promise.reject(new Error('Barn Barnsson <b@a.example> unknown')) }
      const [id] = await givenLetters(service, 1)

      await round(mailer)

      expect(await rowOf(service, id)).toMatchObject({ fault: 'UNKNOWN', attempts: 1 })
    })
  })

  describe('a server that is away', () => {
    test('ends the round, and the letters behind keep their tries', async () => {
      const away: Mailer = { send: () => Promise.reject(new MailFault('ESOCKET', 'server')) }
      await givenLetters(service, 5)

      expect(await round(away)).toEqual({ sent: 0, retried: 1, dead: 0 })

      const [tried] = await service.sql<{ n: number }>(`select sum(attempts)::int as n from outbox`)
      expect(tried?.n).toBe(1)
    })

    test('and dies in the middle: every letter arrives at last, and a repeat has the same id', async () => {
      const ids = await givenLetters(service, 30)
      const first = await serve({ diesAt: 10 })

      await round(mailerTo(first))
      later({ minutes: 1 })
      await round(mailerTo(first))
      const second = await serve({ port: first.port })
      for (let n = 0; (await state()).waiting > 0 && n < 20; n++) {
        await round(mailerTo(second))
        later({ minutes: 2 })
      }

      const arrived = [...idsOf(first), ...idsOf(second)]
      expect(await state()).toEqual({ waiting: 0, dead: 0 })
      expect(new Set(arrived)).toEqual(new Set(ids.map(messageId)))
      // The tenth was taken by a server that died before saying so.
      expect(arrived).toHaveLength(31)
    })
  })

  describe('several deliverers', () => {
    test('two side by side send a hundred letters once each', async () => {
      const server = await serve()
      const ids = await givenLetters(service, 100)

      const [one, other] = await Promise.all([round(mailerTo(server)), round(mailerTo(server))])

      expect(one.sent + other.sent).toBe(100)
      expect(Math.min(one.sent, other.sent)).toBeGreaterThan(0)
      expect(idsOf(server).sort()).toEqual(ids.map(messageId).sort())
    })

    test('eight that crowd round a quick mail system send each letter once too', async () => {
      const sent: string[] = []
      const quick: Mailer = { send: async (letter) => void sent.push(letter.messageId) }
      const ids = await givenLetters(service, 100)

      await Promise.all(Array.from({ length: 8 }, () => round(quick)))

      expect(sent.sort()).toEqual(ids.map(messageId).sort())
    })

    test('no transaction is open while the mail server talks', async () => {
      const during: number[] = []
      const slow: Mailer = { send: async () => void during.push((await state()).waiting) }
      await givenLetters(service, 2)

      await round(slow)

      expect(during).toEqual([2, 1])
    })

    test('one that dies after the server took the letter: it comes again after the lease, with the same id', async () => {
      const server = await serve()
      const [id = ''] = await givenLetters(service, 1)
      await expect(round(mailerTo(server), dyingBeforeMark(service.database))).rejects.toThrow('killed')

      later({ minutes: 9 })
      expect(await round(mailerTo(server))).toEqual({ sent: 0, retried: 0, dead: 0 })
      later({ minutes: 1 })
      expect(await round(mailerTo(server))).toEqual({ sent: 1, retried: 0, dead: 0 })

      expect(idsOf(server)).toEqual([messageId(id), messageId(id)])
    })

    test('one that dies at the eighth try leaves an alarm, not a letter that is tried for ever', async () => {
      const [id] = await givenLetters(service, 1)
      await service.sql(`update outbox set attempts = 8`)

      expect(await round(openKeptMail(() => service.now))).toEqual({ sent: 0, retried: 0, dead: 1 })
      expect(await rowOf(service, id)).toMatchObject({ dead: true, fault: 'ABANDONED' })
    })

    test('a stop finishes the letter at hand and begins no other', async () => {
      const stop = new AbortController()
      await givenLetters(service, 3)
      const mailer: Mailer = { send: async () => stop.abort() }

      const counts = await deliver(service.database, mailer, { ...options, signal: stop.signal }, 100)

      expect(counts.sent).toBe(1)
      expect(await state()).toEqual({ waiting: 2, dead: 0 })
    })

    test('a round sends no more than it may', async () => {
      await givenLetters(service, 3)

      expect(
        await round(
          openKeptMail(() => service.now),
          service.database,
          2,
        ),
      ).toMatchObject({ sent: 2 })
    })
  })
})

/** The process ends between the server's answer and the note of it: look for the abandoned, claim, and no more. */
function dyingBeforeMark(database: Database): Database {
  let nth = 0
  return {
    ...database,
    transaction: (work) => (++nth > 2 ? Promise.reject(new Error('killed')) : database.transaction(work)),
  }
}
