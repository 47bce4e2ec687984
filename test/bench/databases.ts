import postgres from 'postgres'
import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../src/db/database.ts'
import { newId } from '../../src/db/ids.ts'
import { migrateServer } from '../../src/db/migrate.ts'
import { base64 } from '../../src/db/rows.ts'
import { type KeyRing, seal } from '../../src/db/seal.ts'
import { nameTerms } from '../../src/db/search-terms.ts'
import { openServer } from '../../src/db/server.ts'
import { startSession } from '../../src/db/sessions.ts'
import { flagSchema } from '../../src/domain/flag/flag.ts'
import { referralContentOf } from '../../src/domain/flag/referral-content.ts'
import { birthDateOf, storedChild } from '../../src/domain/stored-child.ts'
import { aFlag, concernAnswers } from '../support/flags.ts'
import { aConcernedChild } from '../support/sending.ts'
import { fill } from './fill.ts'
import { behind, ordinary, sender } from './world.ts'

const serverUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/** What is searched for, how many it finds, and how long the history of a measured referral is. */
export const searchedFor = 'Elsa Nyström'
const hits = 20
const eventsOfMeasured = 20
const pageAndMore = 60

/** One filled database and what the measurements need to know of it. */
export interface Scene {
  url: string
  referrals: number
  /** Those of the ordinary unit's first page, each with twenty events. */
  references: string[]
  sessions: { ordinary: string; behind: string; sender: string }
  drop(): Promise<void>
}

/** The form with two children that is sent. */
export function theFlag() {
  const children = [aConcernedChild({}, 0), aConcernedChild({ givenName: 'Moa' }, 1)]
  const openness = { parentInformed: 'yes', feedbackWanted: true } as const
  return { ...aFlag(children, { ...concernAnswers, openness }), senderUnitId: sender.unitId }
}

/** A database of its own, migrated and filled. What the service will open in it is sealed; the rest is noise. */
export async function givenDatabase(referrals: number, backlog: number, keys: KeyRing): Promise<Scene> {
  const name = `barnlanken_bench_${process.pid}_${referrals}`
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} })
  const drop = async () => {
    await admin.unsafe(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
  try {
    await admin.unsafe(`create database ${name}`)
    const url = new URL(serverUrl)
    url.pathname = `/${name}`
    await migrateServer(url.href)
    const owner = postgres(url.href, { max: 1, onnotice: () => {} })
    try {
      await fill(owner, referrals, backlog)
      const references = await sealMeasured(owner, keys)
      await owner.unsafe('vacuum analyze')
      await owner.unsafe('checkpoint')
      const database = openServer({ url: url.href, keys, connections: 1 })
      const sessions = await signIn(database)
      await database.close()
      return { url: url.href, referrals, references, sessions, drop }
    } finally {
      await owner.end()
    }
  } catch (error) {
    await drop()
    throw error
  }
}

function signIn(database: Database): Promise<Scene['sessions']> {
  const now = Temporal.Now.instant()
  return database.transaction(async (tx) => ({
    ordinary: await startSession(tx, ordinary.workerId, now),
    behind: await startSession(tx, behind.workerId, now),
    sender: await startSession(tx, sender.handlerId, now),
  }))
}

interface Listed {
  id: string
  reference: string
}

async function sealMeasured(owner: postgres.Sql, keys: KeyRing): Promise<string[]> {
  const today = Temporal.Now.plainDateISO().toString()
  const flag = flagSchema(today).parse(theFlag())
  const child = flag.children[0]
  if (!child) throw new Error('the flag has no child')
  const stored = storedChild(child, birthDateOf(child))
  const content = referralContentOf(flag, child.id, today)

  const first = (unitId: string) => owner<Listed[]>`
    select r.id, r.reference from intakes i join referrals r on r.id = i.referral_id
    where i.receiver_unit_id = ${unitId} and i.in_inbox order by i.due_on, i.referral_id limit ${pageAndMore}`
  const measured = await first(ordinary.unitId)
  const families = await owner<Listed[]>`
    select o.id, o.reference from referrals r join referrals o on o.family_group_id = r.family_group_id
    where r.id = any (${measured.map(({ id }) => id)})`
  // Every view of the ordinary unit's list, and the sender's own list, can be opened too.
  const listed = await owner<Listed[]>`
    select i.referral_id as id from intakes i where i.receiver_unit_id = ${ordinary.unitId} and i.in_inbox
    union all (select i.referral_id from intakes i where i.receiver_unit_id = ${ordinary.unitId} and not i.in_inbox
      and i.status = 'inquiry_open' order by i.due_on, i.referral_id limit ${pageAndMore})
    union all (select i.referral_id from intakes i where i.receiver_unit_id = ${ordinary.unitId} and not i.in_inbox
      and i.status <> 'inquiry_open' order by i.referral_id desc limit ${pageAndMore})
    union all (select r.id from referrals r where r.sender_unit_id = ${sender.unitId}
      order by r.id desc limit ${pageAndMore})`
  const opened = [...measured, ...families, ...listed, ...(await first(behind.unitId))].map(({ id }) => id)
  const sealed = [...new Set(opened)].map((id) => ({
    id,
    child: base64(seal(keys, `referrals:child:${id}`, stored)),
    content: base64(seal(keys, `referrals:content:${id}`, content)),
  }))
  await owner`
    update referrals r set child = decode(x.child, 'base64'), content = decode(x.content, 'base64')
    from jsonb_to_recordset(${owner.json(sealed)}) as x(id uuid, child text, content text) where r.id = x.id`

  const now = Temporal.Now.instant()
  const added = measured.flatMap(({ id: referralId }) =>
    Array.from({ length: eventsOfMeasured - 2 }, (_, index) => {
      const id = newId(now)
      const supplement = { text: 'Uppgifter som lämnats av vuxenenheten. '.repeat(4), answersQuestion: false }
      const details = index % 2 === 0 ? { step: 'assign', assigneeId: ordinary.workerId } : supplement
      const kind = index % 2 === 0 ? 'assigned' : 'supplemented'
      return { id, referral_id: referralId, kind, details: base64(seal(keys, `events:details:${id}`, details)) }
    }),
  )
  await owner`
    insert into events (id, referral_id, sender_unit_id, receiver_unit_id, is_protected, kind, at, actor_id, actor_unit_id, actor_role,
      actor_qualified, legal_basis, details)
    select x.id, r.id, r.sender_unit_id, r.receiver_unit_id, false, x.kind, date_trunc('milliseconds', now()), ${ordinary.workerId}, r.receiver_unit_id,
      'social_worker', true, 'SoL 14:6', decode(x.details, 'base64')
    from jsonb_to_recordset(${owner.json(added)}) as x(id uuid, referral_id uuid, kind text, details text)
    join referrals r on r.id = x.referral_id`

  const terms = measured
    .slice(0, hits)
    .flatMap(({ id }) => nameTerms(keys, ordinary.unitId, searchedFor).map((term) => ({ term, id })))
  await owner`
    insert into search_terms (unit_id, term, referral_id)
    select ${ordinary.unitId}, x.term, x.id from jsonb_to_recordset(${owner.json(terms)}) as x(term uuid, id uuid)`
  return measured.slice(0, 50).map(({ reference }) => reference)
}
