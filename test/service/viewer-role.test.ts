import { beforeEach, describe, expect, test } from 'vitest'
import { sqlStateOf, type Tx } from '../../src/db/database.ts'
import { enterAsViewer, startSession } from '../../src/db/sessions.ts'
import { drawReviews } from '../../src/jobs/draw-reviews.ts'
import { linkAllReads } from '../../src/jobs/link-reads.ts'
import { aChild, adultNumber, aFlag } from '../support/flags.ts'
import { extend, walk } from '../support/journeys.ts'
import { organisation, type PersonKey } from '../support/organisation.ts'
import { givenProvider } from '../support/providers.ts'
import { aConcern, aConcernedChild, oneSent } from '../support/sending.ts'
import { onBothDatabases, type Service } from '../support/service.ts'
import { everyone, expectations } from '../support/viewer-rights.ts'

/** What Postgres itself lets a signed-in person do, past every line of ours: SQL as the role `viewer`. */

/** A story that leaves a row in every table, sent by `handler` and handled by `worker`. */
async function givenRows(service: Service): Promise<void> {
  const handler = await service.as('handler')
  await handler.flags.send({
    key: crypto.randomUUID(),
    draftId: null,
    flag: { ...aFlag([aChild()]), senderUnitId: aConcern().senderUnitId },
  })
  const reference = await oneSent(service)
  await walk(await service.as('worker'), reference, [])
  await walk(await service.as('lead'), reference, [extend])
  await handler.flags.supplement({ reference, key: crypto.randomUUID(), text: 'Mer.' })
  await handler.flags.requestFeedback({ reference })
  await handler.drafts.save({ id: crypto.randomUUID(), version: 0, content: {} })
  await givenProtectedRows(service)
  const supporter = await service.as('supporter')
  const { lookupId } = await supporter.emergency.find({ reason: 'child_missing', why: 'Borta.', asked: reference })
  await supporter.emergency.open({ lookupId, reference })
  await linkAllReads(service.database)
  await drawReviews(service.database, service.now.add({ hours: 24 * 15 }))
  const [read] = await service.sql<{ id: string }>(
    `select id from access_review_items where reader_id = $1 and reference is not null limit 1`,
    [organisation.people.worker.id],
  )
  await (await service.as('manager')).reviews.mark({ itemId: read?.id ?? '', mark: 'asked', words: 'Varför?' })
  await service.sql(
    `insert into access_review_signatures (review_id, municipality_id, unit_id, by_id, at)
     select id, municipality_id, unit_id, $2, now() from access_reviews where unit_id = $1`,
    [organisation.units.substanceUse.id, organisation.people.adultManager.id],
  )
  const { administrator, handler: flagger, colleague, worker } = organisation.people
  await service.sql(
    `insert into administration_log (id, municipality_id, at, person_id, act, subject_id, subject_name, changes)
     select gen_random_uuid(), p.municipality_id, now(), p.id, 'person_changed', p.id, p.name, '{}' from people p where p.id = $1`,
    [administrator.id],
  )
  await service.sql(
    `insert into deputies (id, municipality_id, person_id, for_person_id, unit_id, valid_from, valid_until)
     select gen_random_uuid(), m.municipality_id, $2, m.person_id, m.unit_id, '2026-12-01', '2026-12-24'
     from memberships m where m.person_id = $1`,
    [flagger.id, colleague.id],
  )
  await service.sql(
    `insert into absences (id, municipality_id, person_id, valid_from)
     select gen_random_uuid(), municipality_id, id, '2026-12-01' from people where id = $1`,
    [worker.id],
  )
  const keeper = await service.as('administrator')
  const { boards, units } = await keeper.units.list()
  const { familySupport } = organisation.units
  const support = units.find(({ id }) => id === familySupport.id)
  const board = boards.find(({ id }) => id === support?.boardId)
  if (!support || !board) throw new Error('the organisation is not there')
  const details = { publicName: null, phone: support.phone, mailbox: support.mailbox, openingHours: null }
  const { id: formerId } = await keeper.units.add({ ...details, name: 'Förr', kind: 'disability', boardId: board.id })
  await keeper.units.change({ ...details, name: 'Förut', id: formerId, version: 1 })
  const { id: successorId } = await keeper.units.add({
    ...details,
    name: 'Numera',
    kind: 'disability',
    boardId: board.id,
  })
  await keeper.units.close({ id: formerId, version: 2, successorId })
  await keeper.routing.save({ version: 0, districts: [], rules: [] })
  await givenProvider(service)
  const { handler: sender } = organisation.people
  await service.sql(
    `insert into person_identities (issuer, subject, person_id, bound_at)
     select issuer, 'subject', $1, now() from identity_providers`,
    [sender.id],
  )
  await service.sql(`insert into used_tokens (id, expires_at) values (gen_random_uuid(), now())`)
  await service.sql(
    `insert into security_log (id, at, act, municipality_id, person_id)
     select gen_random_uuid(), now(), 'signed_in', p.municipality_id, p.id from people p where p.id = $1`,
    [sender.id],
  )
  await service.sql(`insert into search_rates (person_id, opened_at, taken) values ($1, now(), 1)`, [
    organisation.people.handler.id,
  ])
}

/** A protected referral, which `worker` is named for and has read. */
async function givenProtectedRows(service: Service): Promise<void> {
  const client = { name: 'Pia Annan', identityNumber: adultNumber(44), protection: 'secrecy_mark' } as const
  const reference = await oneSent(service, aConcern([aConcernedChild({}, 3)], { client }))
  const { units, people } = service.organisation
  const naming = { unitId: units.intake.id, personId: people.worker.id, until: '2026-12-24', reason: 'Handlägger.' }
  await (await service.as('manager')).protectedPersons.name({ reference, ...naming })
  await walk(await service.as('worker'), reference, [])
}

/** The row that each expectation is about: the first the story left, which is the handler's or the sent one. */
const choice: Record<string, string> = {
  people: `where name = 'Hanna Handläggare'`,
  memberships: `where person_id = '${organisation.people.handler.id}'`,
  sessions: `where person_id = '${organisation.people.handler.id}'`,
  municipalities: `where code = '9900'`,
  boards: `where name = 'family'`,
  units: `where name = 'Beroendeenheten'`,
  access_log: `where person_id = '${organisation.people.worker.id}'`,
  events: `where kind = 'sent'`,
  notices: `where kind = 'received'`,
  search_terms: `where unit_id = '${organisation.units.substanceUse.id}'`,
  access_reviews: `where unit_id = '${organisation.units.intake.id}'`,
  access_review_items: `where reader_id = '${organisation.people.worker.id}'`,
  outbox: `where kind = 'new_referral'`,
  submissions: `where id in (select submission_id from referrals)`,
}

async function asViewer<T>(service: Service, person: PersonKey | null, work: (tx: Tx) => Promise<T>): Promise<T> {
  return service.database.transaction(async (tx) => {
    const sessionId = person ? await startSession(tx, service.organisation.people[person].id, service.now) : 'nobody'
    await enterAsViewer(tx, sessionId, service.now, true)
    return work(tx)
  })
}

/** Rolls back, so that one attempt does not change the next. */
class Undone extends Error {
  readonly rows: number
  constructor(rows: number) {
    super('undone')
    this.rows = rows
  }
}

/** `denied` by right or policy, `taken` or `not its own` when only a key stood in the way, else how many rows were reached. */
async function attempt(
  service: Service,
  person: PersonKey | null,
  text: string,
  params: unknown[] = [],
): Promise<string | number> {
  try {
    await asViewer(service, person, async (tx) => {
      throw new Undone((await tx.rows(text, params)).length)
    })
  } catch (error) {
    if (error instanceof Undone) return error.rows
    const state = sqlStateOf(error)
    if (state === '42501') return 'denied'
    if (state === '23505') return 'taken'
    if (state === '23503') return 'not its own'
    throw error
  }
  throw new Error('unreachable')
}

onBothDatabases((service) => {
  const tables = Object.entries(expectations)
  const tableNames = async () =>
    (
      await service.sql<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      )
    ).map(({ name }) => name)

  test('every table has its expectations here, and row security', async () => {
    expect(await tableNames()).toEqual(Object.keys(expectations).toSorted())
    const open = await service.sql(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
    )
    expect(open).toEqual([])
  })

  test('without a live session the rest of the transaction sees nothing', async () => {
    await givenRows(service)
    await service.database.transaction(async (tx) => {
      expect(await enterAsViewer(tx, 'no-such-session', service.now, true)).toBeNull()
      for (const table of ['referrals', 'intakes', 'events', 'people', 'search_terms', 'identity_providers']) {
        expect(await tx.rows(`select from ${table}`), table).toEqual([])
      }
    })
  })

  test('no role may pass row security, and none of them signs in by itself', async () => {
    const roles = await service.sql(
      `select rolname, rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname in ('archivist', 'service', 'viewer', 'worker') order by 1`,
    )
    const plain = { rolsuper: false, rolbypassrls: false, rolcanlogin: false }
    expect(roles).toEqual([
      { rolname: 'archivist', ...plain },
      { rolname: 'service', ...plain },
      { rolname: 'viewer', ...plain },
      { rolname: 'worker', ...plain },
    ])
  })

  describe('after a story that leaves rows everywhere', () => {
    beforeEach(() => givenRows(service))

    test('without a person there are no rows in any table', async () => {
      for (const [table, { read }] of tables) {
        expect([table, await attempt(service, null, `select 1 from ${table}`)]).toEqual([
          table,
          read === null ? 'denied' : 0,
        ])
      }
    })

    test('each person reads exactly the rows of their side', async () => {
      for (const [table, { read }] of tables) {
        const keyed = choice[table] ?? ''
        const [row] = await service.sql<{ found: number }>(`select count(*)::int as found from ${table} ${keyed}`)
        expect([table, (row?.found ?? 0) > 0]).toEqual([table, true])
        const readers: PersonKey[] = []
        for (const person of everyone) {
          const outcome = await attempt(
            service,
            person,
            `select 1 from ${table} ${read === null ? '' : keyed.replace(/ and id in .*/, '')}`,
          )
          if (read === null) expect([table, person, outcome]).toEqual([table, person, 'denied'])
          else if (outcome !== 0) readers.push(person)
        }
        expect([table, readers.toSorted()]).toEqual([table, [...(read ?? [])].toSorted()])
      }
    })

    test('each person adds only what is theirs to add', async () => {
      for (const [table, { insert }] of tables) {
        const [row] = await service.sql<{ row: unknown }>(
          `select to_jsonb(t) as row from ${table} t ${choice[table] ?? ''} limit 1`,
        )
        const copied = JSON.stringify(row?.row)
        const adders: PersonKey[] = []
        for (const person of everyone) {
          const text = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`
          const outcome = await attempt(service, person, text, [copied])
          if (outcome !== 'denied') adders.push(person)
        }
        expect([table, adders.toSorted()]).toEqual([table, [...(insert ?? [])].toSorted()])
      }
    })

    test('each person changes only the columns and rows that are theirs to change', async () => {
      for (const [table, { update }] of tables) {
        const columns = await service.sql<{ name: string; writable: boolean }>(
          `select column_name as name, has_column_privilege('viewer', '${table}', column_name, 'update') as writable
           from information_schema.columns where table_schema = 'public' and table_name = '${table}'`,
        )
        const writable = columns.filter((column) => column.writable).map(({ name }) => name)
        expect([table, writable.toSorted()]).toEqual([table, [...(update?.columns ?? [])].toSorted()])
        const [column] = update?.columns ?? [columns[0]?.name]
        const changers: PersonKey[] = []
        for (const person of everyone) {
          const text = `update ${table} set ${column} = ${column} ${update ? (choice[table] ?? '') : ''} returning 1`
          const outcome = await attempt(service, person, text)
          if (!update) expect([table, person, outcome]).toEqual([table, person, 'denied'])
          else if (outcome !== 'denied' && outcome !== 0) changers.push(person)
        }
        expect([table, changers.toSorted()]).toEqual([table, [...(update?.who ?? [])].toSorted()])
      }
    })

    test('nobody deletes anything but their own draft, and an administrator the mapping of the provider’s roles', async () => {
      for (const [table, expectation] of tables) {
        const deleters: PersonKey[] = []
        for (const person of everyone) {
          const outcome = await attempt(service, person, `delete from ${table} returning 1`)
          if (expectation.delete === null) expect([table, person, outcome]).toEqual([table, person, 'denied'])
          else if (outcome !== 0) deleters.push(person)
        }
        if (expectation.delete) expect([table, deleters]).toEqual([table, expectation.delete])
      }
    })

    test('a referral is moved to no other unit, by either side', async () => {
      const { otherIntake } = service.organisation.units
      for (const person of ['handler', 'worker', 'manager'] as const) {
        for (const table of ['referrals', 'intakes', 'clocks', 'events', 'sender_updates', 'supplements']) {
          for (const column of ['receiver_unit_id', 'sender_unit_id']) {
            const text = `update ${table} set ${column} = $1 returning 1`
            expect(await attempt(service, person, text, [otherIntake.id])).toBe('denied')
          }
        }
      }
    })

    test('what hangs on a referral belongs to its two units and to no other', async () => {
      const { otherIntake } = service.organisation.units
      for (const [table, person, side] of [
        ['events', 'worker', 'sender_unit_id'],
        ['sender_updates', 'worker', 'sender_unit_id'],
        ['supplements', 'handler', 'receiver_unit_id'],
      ] as const) {
        const [row] = await service.sql<{ row: Record<string, unknown> }>(
          `select to_jsonb(t) as row from ${table} t ${table === 'events' ? `where kind = 'received'` : ''} limit 1`,
        )
        const forged = { ...row?.row, id: crypto.randomUUID(), key: crypto.randomUUID(), [side]: otherIntake.id }
        const text = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`
        expect([table, await attempt(service, person, text, [JSON.stringify(forged)])]).toEqual([table, 'not its own'])
      }
    })

    test('nobody acts in another’s name', async () => {
      const [row] = await service.sql<{ row: Record<string, unknown> }>(
        `select to_jsonb(e) as row from events e where kind = 'received'`,
      )
      const text = `insert into events select * from jsonb_populate_record(null::events, $1::jsonb)`
      const forged = JSON.stringify({ ...row?.row, id: crypto.randomUUID() })
      expect(await attempt(service, 'worker', text, [forged])).toBe(0)
      expect(await attempt(service, 'secondWorker', text, [forged])).toBe('denied')
    })

    test('a job reads no session, no log, no search term and nobody’s membership', async () => {
      const asWorker = (text: string) =>
        service.database.transaction(async (tx) => {
          await tx.rows(`select set_config('role', 'worker', true)`)
          return tx.rows(text)
        })
      for (const table of ['sessions', 'access_log', 'submissions', 'supplements', 'memberships']) {
        const refused = await asWorker(`select 1 from ${table}`).then(
          () => 'read',
          (error: unknown) => sqlStateOf(error),
        )
        expect([table, refused]).toEqual([table, '42501'])
      }
      expect(await asWorker('select 1 from search_terms')).toEqual([])
    })
  })
})
