import { describe, expect, inject, test } from 'vitest'
import { sqlStateOf } from '../../src/db/database.ts'
import { refuseLoginPastPolicies } from '../../src/db/login.ts'
import { makeCurrent } from '../../src/db/migrate.ts'
import { sealedColumns } from '../../src/db/rotation.ts'
import { aChild, aFlag } from '../support/flags.ts'
import { onServer, type Service } from '../support/service.ts'
import { expectations } from '../support/viewer-rights.ts'

/** What somebody has who took the service's own login, and writes SQL: the last wall. */

type Role = (typeof roles)[number]
const roles = ['viewer', 'worker', 'archivist'] as const
type Verb = 'select' | 'insert' | 'update' | 'delete' | 'truncate'
const verbs: readonly Verb[] = ['select', 'insert', 'update', 'delete', 'truncate']

/** Before it takes a role. Everything that is not here is refused. */
const byItself: Record<string, Verb[]> = {
  people: ['select', 'update'],
  units: ['select'],
  memberships: ['select', 'insert', 'update'],
  deputies: ['select'],
  unit_successions: ['select'],
  protected_access: ['select'],
  emergency_accesses: ['select'],
  municipalities: ['select'],
  identity_providers: ['select'],
  provider_roles: ['select'],
  person_identities: ['select', 'insert'],
  used_tokens: ['select', 'insert', 'delete'],
  security_log: ['insert'],
  sessions: ['select', 'insert', 'update', 'delete'],
  outbox: ['select'],
}

/** The columns of those tables that it may read or write, where that is not all of them. */
const columnsOf: Record<string, Partial<Record<Verb, string>>> = {
  people: { update: 'language' },
  memberships: { update: 'valid_until' },
  protected_access: { select: 'person_id' },
  emergency_accesses: { select: 'person_id' },
  sessions: { update: 'seen_at' },
  outbox: { select: 'sent_at' },
}

/** What the archivist reads in each table that it reads at all. */
const ofArchivist: Record<string, string> = {
  access_log: '*',
  access_log_links: '*',
  access_reviews: '*',
  access_review_items: '*',
  access_review_marks: 'item_id, mark',
  referrals: 'id, reference, child_index, sender_person_id',
  intakes: 'referral_id, assignee_id',
  events: 'referral_id, actor_id, kind, at',
  search_terms: '*',
  memberships: '*',
  units: 'id, municipality_id, name, kind',
  people: 'id, name, deactivated_at',
}

async function attempt(service: Service, text: string, as?: Role): Promise<string> {
  class Undone extends Error {}
  try {
    await service.database.transaction(async (tx) => {
      if (as) await tx.rows(`select set_config('role', $1, true)`, [as])
      await tx.rows(text)
      throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone) return 'done'
    return sqlStateOf(error) === '42501' ? 'refused' : `fault ${sqlStateOf(error)}`
  }
  return 'unreachable'
}

function statement(verb: Verb, table: string, column: string): string {
  if (verb === 'select') return `select ${column} from ${table}`
  if (verb === 'insert')
    return `insert into ${table} select (jsonb_populate_record(null::${table}, '{}')).* where false`
  if (verb === 'update') return `update ${table} set ${column} = ${column}`
  return verb === 'delete' ? `delete from ${table}` : `truncate ${table} cascade`
}

onServer((service) => {
  const tables = Object.keys(expectations)
  const firstColumn = async (table: string) => {
    const [row] = await service.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1
       order by ordinal_position limit 1`,
      [table],
    )
    return row?.name ?? ''
  }

  test('by itself it finds who is signed in and whether mail leaves, and no more in any table', async () => {
    for (const table of tables) {
      const column = await firstColumn(table)
      for (const verb of verbs) {
        const expected = byItself[table]?.includes(verb) ? 'done' : 'refused'
        const asked = columnsOf[table]?.[verb] ?? column
        expect([table, verb, await attempt(service, statement(verb, table, asked))]).toEqual([table, verb, expected])
      }
    }
    expect(await attempt(service, 'select to_person_id from outbox')).toBe('refused')
    expect(await attempt(service, 'update sessions set person_id = person_id')).toBe('refused')
    expect(await attempt(service, 'update people set qualified = true')).toBe('refused')
  })

  test('what has been sent, what has happened and who has read it is changed and deleted in no role', async () => {
    const kept = [
      'submissions',
      'referrals',
      'events',
      'sender_updates',
      'supplements',
      'access_log',
      'access_log_links',
      'security_log',
      'person_identities',
      'access_review_items',
      'access_review_marks',
      'access_review_signatures',
    ]
    for (const role of roles) {
      for (const table of kept) {
        const column = await firstColumn(table)
        for (const verb of ['update', 'delete', 'truncate'] as const) {
          expect([role, table, verb, await attempt(service, statement(verb, table, column), role)]).toEqual([
            role,
            table,
            verb,
            'refused',
          ])
        }
      }
    }
  })

  test('who keeps the access log reads who stands how to a case, and opens nothing of what a case says', async () => {
    const asArchivist = (text: string) => attempt(service, text, 'archivist')
    for (const table of tables) {
      const column = await firstColumn(table)
      const isRead = Object.keys(ofArchivist).includes(table)
      const outcome = await asArchivist(statement('select', table, ofArchivist[table] ?? column))
      expect([table, outcome]).toEqual([table, isRead ? 'done' : 'refused'])
      const isAdded = ['access_log_links', 'access_reviews', 'access_review_items'].includes(table)
      expect([table, await asArchivist(statement('insert', table, column))]).toEqual([
        table,
        isAdded ? 'done' : 'refused',
      ])
      for (const verb of ['update', 'delete', 'truncate'] as const) {
        expect([table, verb, await asArchivist(statement(verb, table, column))]).toEqual([table, verb, 'refused'])
      }
    }
    for (const [table, column] of sealedColumns) {
      expect([table, await asArchivist(`select ${column} from ${table}`)]).toEqual([table, 'refused'])
    }
    expect(await asArchivist('select email from people')).toBe('refused')
  })

  describe('the wall itself', () => {
    test.each([
      'alter table referrals disable row level security',
      'alter table referrals no force row level security',
      'drop policy "both sides read" on referrals',
      'create policy all_of_it on referrals for select using (true)',
      'grant select on referrals to public',
      'create table public.copy as select 1',
      'create function public.f() returns int language sql as $$ select 1 $$',
      'drop table access_log',
      'alter role service bypassrls',
      'set local session_replication_role = replica',
    ])('it cannot %s', async (text) => {
      expect(await attempt(service, text)).toBe('refused')
    })

    test('it becomes nobody but the viewer, the worker and the archivist', async () => {
      const others = await service.sql<{ name: string }>(
        `select quote_ident(rolname) as name from pg_roles
         where rolname not in ('viewer', 'worker', 'archivist', 'service') and rolname <> $1`,
        [inject('login').user],
      )
      for (const { name } of others)
        expect([name, await attempt(service, `set local role ${name}`)]).toEqual([name, 'refused'])
      for (const name of roles) expect(await attempt(service, `set local role ${name}`)).toBe('done')
    })

    test('with row security switched off a question is refused, not answered', async () => {
      const handler = await service.as('handler')
      await handler.flags.send({
        key: crypto.randomUUID(),
        draftId: null,
        flag: { ...aFlag([aChild()]), senderUnitId: service.organisation.units.substanceUse.id },
      })
      const found = service.database.transaction(async (tx) => {
        await tx.rows(`select set_config('row_security', 'off', true), set_config('role', 'viewer', true)`)
        return tx.rows('select from referrals')
      })
      await expect(found).rejects.toMatchObject({ code: '42501' })
    })
  })

  test('the service takes this login, and none that could pass the policies', async () => {
    await expect(refuseLoginPastPolicies(service.database)).resolves.toBeUndefined()
    await expect(refuseLoginPastPolicies(service.owner)).rejects.toThrow(
      /DATABASE_URL: the login ".+" could pass the row policies/,
    )
  })

  test('it starts on a database that is up to date, and says what to do with one that is behind', async () => {
    await expect(makeCurrent(service.loginUrl)).resolves.toBeUndefined()
    await service.sql(
      'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)',
    )
    await expect(makeCurrent(service.loginUrl)).rejects.toThrow(/behind the program.*db:migrate/)
  })
})
