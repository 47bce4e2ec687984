import { describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { appOn, calling, cookie } from '../support/app.ts'
import { givenWorld, type World } from '../support/bad-inputs.ts'
import { ask } from '../support/journeys.ts'
import type { PersonKey } from '../support/organisation.ts'
import { onBothDatabases, type Service } from '../support/service.ts'
import { wireOf } from '../support/wire.ts'

/** References are numbered in order and ids can be found: who may not see a thing must not learn that it is there. */

const unseen: PersonKey[] = ['otherHandler', 'otherIntakeWorker', 'foreignWorker', 'administrator', 'auditor']
const absentReference = 'BL-2026-999999'
const absentId = '0190bbbb-0000-7000-8000-000000000000'

interface Door {
  name: string
  /** Those who may not pass; for most doors all of `unseen`. */
  who?: PersonKey[]
  there: (world: World) => [path: string, init: RequestInit]
  absent: () => [path: string, init: RequestInit]
}

const byReference = (path: string, more: object = {}): Door => ({
  name: path,
  there: ({ reference }) => calling(path, { reference, ...more }),
  absent: () => calling(path, { reference: absentReference, ...more }),
})
const byId = (path: string, field: string, idIn: (world: World) => string, who?: PersonKey[]): Door => ({
  name: path,
  who,
  there: (world) => calling(path, { [field]: idIn(world) }),
  absent: () => calling(path, { [field]: absentId }),
})
const period = { from: '2026-01-01', to: '2026-11-20' }
const csv = (unitId: string): [string, RequestInit] => [
  `/api/statistik.csv?${new URLSearchParams({ enhet: unitId, fran: period.from, till: period.to })}`,
  {},
]
const key = '0190cccc-0000-7000-8000-000000000000'

const doors: Door[] = [
  byReference('referrals.open'),
  byReference('referrals.takeStep', { version: 1, request: ask }),
  byReference('flags.sent'),
  byReference('flags.requestFeedback'),
  byReference('flags.supplement', { key, text: 'Ett tillägg.' }),
  byId('flags.receipt', 'submissionId', ({ submissionId }) => submissionId, [...unseen, 'worker']),
  byId('drafts.get', 'id', ({ draftId }) => draftId, [...unseen, 'colleague', 'adultManager', 'worker']),
  byId('drafts.remove', 'id', ({ draftId }) => draftId, [...unseen, 'colleague', 'adultManager', 'worker']),
  byId('childNotes.markAsked', 'id', ({ noteId }) => noteId, [...unseen, 'worker']),
  byId('notices.target', 'referralId', ({ referralId }) => referralId),
  {
    name: 'notices.markRead',
    there: ({ referralId }) => calling('notices.markRead', { ids: [referralId] }),
    absent: () => calling('notices.markRead', { ids: [absentId] }),
  },
  {
    name: 'search.find',
    there: ({ reference }) => calling('search.find', { text: reference }),
    absent: () => calling('search.find', { text: absentReference }),
  },
  byId('referrals.inbox', 'unitId', ({ intakeId }) => intakeId),
  byId('referrals.counts', 'unitId', ({ intakeId }) => intakeId),
  byId('live.changes', 'unitId', ({ intakeId }) => intakeId),
  {
    name: 'statistics.receiver',
    who: [...unseen, 'handler', 'worker'],
    there: ({ intakeId }) => calling('statistics.receiver', { unitId: intakeId, ...period }),
    absent: () => calling('statistics.receiver', { unitId: absentId, ...period }),
  },
  {
    name: 'the file for a spreadsheet',
    who: [...unseen, 'handler', 'worker'],
    there: ({ intakeId }) => csv(intakeId),
    absent: () => csv(absentId),
  },
]

/** Keeps the text of each statement that goes through. */
function listeningTo(database: Database, statements: string[]): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction((tx) =>
        work({
          get db() {
            return tx.db
          },
          keys: tx.keys,
          rows: (text, params) => {
            statements.push(text)
            return tx.rows(text, params)
          },
          atCommit: (text, params) => {
            statements.push(text)
            tx.atCommit(text, params)
          },
        }),
      ),
  }
}

async function seenAt(service: Service, [path, init]: [string, RequestInit], sessionId: string) {
  const statements: string[] = []
  const app = appOn(listeningTo(service.database, statements), { service })
  const response = await app.request(path, { ...init, headers: { ...init.headers, ...cookie(sessionId) } })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
    statements,
  }
}

onBothDatabases((service) => {
  describe.each(doors)('$name', ({ there, absent, who = unseen }) => {
    test('answers one who may not see it as if it were not there: same words, same headers, same work', async () => {
      const world = await givenWorld(service)
      for (const person of who) {
        const { sessionId } = await wireOf(service, person)
        const hidden = await seenAt(service, there(world), sessionId)
        expect([person, hidden]).toEqual([person, await seenAt(service, absent(), sessionId)])
        expect(hidden.statements.length).toBeGreaterThan(0)
        expect(hidden.status).toBeLessThan(500)
      }
    })
  })

  test('the same doors open to those who may pass', async () => {
    const world = await givenWorld(service)
    const opens = async (path: string, person: PersonKey, input: object) => {
      const { sessionId } = await wireOf(service, person)
      const { status, text } = await seenAt(service, calling(path, input), sessionId)
      expect([path, status, text.includes('"result"')]).toEqual([path, 200, true])
    }
    await opens('referrals.open', 'worker', { reference: world.reference })
    await opens('flags.sent', 'colleague', { reference: world.reference })
    await opens('drafts.get', 'handler', { id: world.draftId })
    await opens('notices.target', 'worker', { referralId: world.referralId })
  })
})
