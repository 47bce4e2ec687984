import { beforeEach, expect, test } from 'vitest'
import { openChanges } from '../../src/api/changes.ts'
import { deliver } from '../../src/jobs/deliver.ts'
import { openKeptMail } from '../../src/mail/kept.ts'
import { appOn, calling, cookie, procedureKinds, readStart } from '../support/app.ts'
import { procedures } from '../support/bad-inputs.ts'
import { ask, walk } from '../support/journeys.ts'
import type { PersonKey } from '../support/organisation.ts'
import { letterShows } from '../support/outbox.ts'
import { refusalOf } from '../support/refusals.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { onBothDatabases } from '../support/service.ts'
import { wireOf } from '../support/wire.ts'

/** Two municipalities in one installation, each with the same child, flagged the same way on the same day. */

const ours: PersonKey[] = [
  'handler',
  'colleague',
  'adultManager',
  'worker',
  'lead',
  'manager',
  'onDuty',
  'administrator',
]
const theirs: PersonKey[] = ['foreignHandler', 'foreignWorker']
const period = { unitId: 'all', from: '2026-01-01', to: '2026-11-20' } as const

interface Side {
  people: PersonKey[]
  sender: PersonKey
  receiver: PersonKey
  intakeId: string
  reference: string
  submissionId: string
  referralId: string
}

onBothDatabases((service) => {
  let here: Side
  let there: Side

  beforeEach(async () => {
    const { people, units } = service.organisation
    for (const [person, unit] of [
      [people.foreignWorker, units.foreignIntake],
      [people.foreignHandler, units.foreignAdult],
    ] as const) {
      await service.sql(
        `insert into memberships (person_id, unit_id, municipality_id, role)
         select $1, u.id, u.municipality_id, 'unit_manager' from units u where u.id = $2`,
        [person.id, unit.id],
      )
    }
    await service.sql(
      `update units set mailbox = replace(mailbox, '@a.example', '@b.example') where name like 'Annan%'`,
    )
    const sideOf = async (
      sender: PersonKey,
      receiver: PersonKey,
      from: 'substanceUse' | 'foreignAdult',
      all: PersonKey[],
    ) => {
      const reference = await oneSent(service, aConcern([aConcernedChild()], {}, from), sender)
      const [row] = await service.sql<{ id: string; submission_id: string; receiver_unit_id: string }>(
        `select id, submission_id, receiver_unit_id from referrals where reference = $1`,
        [reference],
      )
      if (!row) throw new Error('nothing was sent')
      const { id: referralId, submission_id: submissionId, receiver_unit_id: intakeId } = row
      return { people: all, sender, receiver, intakeId, reference, submissionId, referralId }
    }
    here = await sideOf('handler', 'worker', 'substanceUse', ours)
    there = await sideOf('foreignHandler', 'foreignWorker', 'foreignAdult', theirs)
  })

  /** All that the other municipality has and is: its ids, references and names. */
  async function everythingOf(side: Side): Promise<string[]> {
    const rows = await service.sql<{ token: string }>(
      `with m as (select municipality_id as id from units where id = $1), u as (select * from units where municipality_id in (select id from m))
       select id::text as token from m union select id::text from u union select name from u where name not in ('')
       union select mailbox from u where mailbox like '%@b.example'
       union select id::text from people where municipality_id in (select id from m)
       union select name from people where municipality_id in (select id from m)
       union select id::text from referrals where receiver_unit_id in (select id from u)
       union select reference from referrals where receiver_unit_id in (select id from u)
       union select submission_id::text from referrals where receiver_unit_id in (select id from u)
       union select id::text from events where receiver_unit_id in (select id from u)
       union select n.id::text from notices n join people p on p.id = n.person_id where p.municipality_id in (select id from m)`,
      [side.intakeId],
    )
    return rows.map(({ token }) => token)
  }

  test('no answer to anyone holds an id, a reference or a name of the other municipality, at any procedure', async () => {
    for (const side of [here, there]) {
      await walk(await service.as(side.receiver), side.reference, [ask]) // so that there is something to be told of
    }
    const app = appOn(service.database, { service, demo: false })
    for (const [side, other] of [
      [here, there],
      [there, here],
    ] as const) {
      const tokens = await everythingOf(other)
      expect(tokens.length).toBeGreaterThan(8)
      const world = { ...side, version: 1, draftId: crypto.randomUUID(), noteId: crypto.randomUUID() }
      let answered = 0
      for (const person of side.people) {
        const headers = cookie((await wireOf(service, person)).sessionId)
        for (const path of Object.keys(procedureKinds)) {
          // Before sign-in everybody is told which municipalities there are, and whom to ask there.
          if (['session.contact', 'session.places', 'session.end', 'session.endOthers', 'flags.send'].includes(path))
            continue
          const input = path === 'live.changes' ? { unitId: side.intakeId } : procedures[path]?.good?.(world)
          const response = await app.request(...calling(path, input, headers))
          const text = await readStart(response)
          expect([person, path, tokens.filter((token) => text.includes(token))]).toEqual([person, path, []])
          if (response.ok) answered += 1
        }
      }
      expect(answered).toBeGreaterThan(side.people.length * 8)
    }
  })

  test('the other’s ids open nothing, and answer as ids that nobody has', async () => {
    for (const [side, other] of [
      [here, there],
      [there, here],
    ] as const) {
      const receiver = await service.as(side.receiver)
      const sender = await service.as(side.sender)
      const notFound = { code: 'NOT_FOUND', refusal: 'not-found' }
      expect(await refusalOf(receiver.referrals.open({ reference: other.reference }))).toEqual(notFound)
      expect(await refusalOf(sender.flags.sent({ reference: other.reference }))).toEqual(notFound)
      expect(await refusalOf(sender.flags.receipt({ submissionId: other.submissionId }))).toEqual(notFound)
      expect(await refusalOf(receiver.notices.target({ referralId: other.referralId }))).toEqual(notFound)
      expect((await receiver.referrals.inbox({ unitId: other.intakeId })).rows).toEqual([])
    }
  })

  test('the same name and number is found by each in its own, and nowhere else', async () => {
    for (const side of [here, there]) {
      for (const person of [side.sender, side.receiver]) {
        const caller = await service.as(person)
        const child = aConcernedChild()
        for (const text of ['Elsa Nyström', child.identityNumber ?? '', 'Karin Nyström']) {
          const { hits } = await caller.search.find({ text })
          expect([text, hits.map(({ reference }) => reference)]).toEqual([text, [side.reference]])
        }
      }
    }
    const worker = await service.as('worker')
    expect((await worker.search.find({ text: there.reference })).hits).toEqual([])
  })

  test('the same child of the same parent is no link between them, on the page or in what is stored', async () => {
    for (const side of [here, there]) {
      const page = await (await service.as(side.receiver)).referrals.open({ reference: side.reference })
      expect(page.related).toEqual([])
      const { rows } = await (await service.as(side.receiver)).referrals.inbox({ unitId: side.intakeId })
      expect(rows.map(({ reference }) => reference)).toEqual([side.reference])
    }
    const [stored] = await service.sql(
      `select count(distinct child_index)::int as children, count(distinct family_group_id)::int as families,
         (select count(*)::int from (select term from search_terms group by term having count(distinct unit_id) > 1) t) as shared
       from referrals`,
    )
    expect(stored).toEqual({ children: 2, families: 2, shared: 0 })
  })

  test('each counts its own: what the other sends changes no figure', async () => {
    const figuresOf = async (person: PersonKey) => (await service.as(person)).statistics.receiver(period)
    const before = [await figuresOf('manager'), await figuresOf('foreignWorker')]
    await oneSent(service, aConcern([aConcernedChild({}, 1)]), 'handler')
    expect(await figuresOf('foreignWorker')).toEqual(before[1])
    expect(await figuresOf('manager')).not.toEqual(before[0])
  })

  test('nobody is told of what happens in the other municipality, and no letter goes there', async () => {
    await walk(await service.as('worker'), here.reference, [ask])
    const told = await service.sql<{ municipality_id: string; n: number }>(
      `select p.municipality_id, count(*)::int as n from notices n join people p on p.id = n.person_id
       join referrals r on r.id = n.referral_id join units u on u.id = r.receiver_unit_id
       where u.municipality_id <> p.municipality_id group by 1`,
    )
    expect(told).toEqual([])

    const kept = openKeptMail(() => service.now)
    const { sent } = await deliver(service.database, kept, { ...letterShows, now: () => service.now }, 100)
    expect(sent).toBeGreaterThan(2)
    const toThem = kept.letters().filter(({ to }) => to.endsWith('@b.example'))
    expect(toThem.map(({ to }) => to)).toEqual(['intake@b.example'])
    expect(toThem.map(({ text }) => text).join()).toContain(there.referralId)
    for (const { to, text } of kept.letters()) {
      expect(text.includes(there.referralId)).toBe(to.endsWith('@b.example'))
    }
  })

  test('nothing is sent, assigned or transferred across, with the ids of the other in one’s own words', async () => {
    const { units, people } = service.organisation
    const handler = await service.as('handler')
    const worker = await service.as('worker')
    const flag = aConcern([aConcernedChild()], {}, 'foreignAdult')
    const refused = await refusalOf(handler.flags.send({ key: crypto.randomUUID(), draftId: null, flag }))
    expect(refused).toEqual({ code: 'FORBIDDEN', refusal: 'not-permitted', field: 'senderUnitId' })

    const { version } = await worker.referrals.open({ reference: here.reference })
    for (const request of [
      { step: 'assign', assigneeId: people.foreignWorker.id },
      { step: 'transfer', toUnitId: units.foreignIntake.id, reasons: 'Fel kommun.' },
    ] as const) {
      const across = await refusalOf(worker.referrals.takeStep({ reference: here.reference, version, request }))
      const absent = await refusalOf(
        worker.referrals.takeStep({
          reference: here.reference,
          version,
          request:
            request.step === 'assign'
              ? { ...request, assigneeId: crypto.randomUUID() }
              : { ...request, toUnitId: crypto.randomUUID() },
        }),
      )
      expect(across).toEqual(absent)
    }
  })

  test('the stream of changes: the other’s unit is not there, and a change in one is told to nobody in the other', async () => {
    const told: string[] = []
    const changes = openChanges()
    const app = appOn(service.database, {
      service,
      changes: {
        ...changes,
        tell(unitId) {
          told.push(unitId)
          changes.tell(unitId)
        },
      },
    })
    for (const [side, other, from] of [
      [here, there, 'substanceUse'],
      [there, here, 'foreignAdult'],
    ] as const) {
      const receiver = cookie((await wireOf(service, side.receiver)).sessionId)
      const refused = await app.request(...calling('live.changes', { unitId: other.intakeId }, receiver))
      expect(await refused.text()).toContain('"code":"NOT_FOUND"')

      const sender = cookie((await wireOf(service, side.sender)).sessionId)
      const flag = { key: crypto.randomUUID(), draftId: null, flag: aConcern([aConcernedChild({}, 1)], {}, from) }
      expect((await app.request(...calling('flags.send', flag, sender))).status).toBe(200)
      expect(new Set(told.splice(0))).toEqual(new Set([side.intakeId]))
    }
  })

  test('the file for a spreadsheet holds its own units only, and answers for the other’s as for none', async () => {
    const app = appOn(service.database, { service })
    for (const [manager, other] of [
      ['manager', there],
      ['foreignWorker', here],
    ] as const) {
      const headers = cookie((await wireOf(service, manager)).sessionId)
      const fileOf = async (unit: string) => {
        const response = await app.request(`/api/statistik.csv?enhet=${unit}&fran=2026-01-01&till=2026-11-20`, {
          headers,
        })
        return [response.status, await response.text()] as const
      }
      const [status, text] = await fileOf('alla')
      expect(status).toBe(200)
      expect((await everythingOf(other)).filter((token) => text.includes(token))).toEqual([])
      expect(await fileOf(other.intakeId)).toEqual(await fileOf(crypto.randomUUID()))
    }
  })

  test('before sign-in nobody’s name or unit is told, where it is no demo', async () => {
    const app = appOn(service.database, { service, demo: false })
    const names = [...Object.values(service.organisation.people), ...Object.values(service.organisation.units)]
    for (const path of Object.keys(procedureKinds)) {
      const text = await (await app.request(...calling(path, undefined))).text()
      expect([path, names.filter(({ name }) => text.includes(name))]).toEqual([path, []])
    }
  })
})
