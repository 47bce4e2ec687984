import { Temporal } from 'temporal-polyfill'
import { openChanges } from '../../src/api/changes.ts'
import { appRouter } from '../../src/api/router.ts'
import type { Database, Tx } from '../../src/db/database.ts'
import { inboxViews } from '../../src/db/inbox.ts'
import { openServer } from '../../src/db/server.ts'
import { type Scene, searchedFor, theFlag } from './databases.ts'
import { keys } from './servers.ts'
import { wireTo } from './trips.ts'
import { ordinary } from './world.ts'

function callerOn(database: Database, sessionId: string) {
  return appRouter.createCaller({
    database,
    now: Temporal.Now.instant(),
    sessionId,
    background: false,
    demo: false,
    changes: openChanges(),
    keptMail: null,
    setSession: () => {},
    log: () => {},
  })
}

type Caller = ReturnType<typeof callerOn>
type Calls = Record<string, () => Promise<unknown>>

/** What the lists are read with: every view, and everything else that answers with many rows. */
function listsOf({ sessions }: Scene, as: (sessionId: string) => Caller): Calls {
  const worker = as(sessions.ordinary)
  const handler = as(sessions.sender)
  const { unitId } = ordinary
  return {
    ...Object.fromEntries(
      inboxViews.map((show) => [`referrals.inbox ${show}`, () => worker.referrals.inbox({ unitId, show })]),
    ),
    'referrals.counts': () => worker.referrals.counts({ unitId }),
    'search.find': () => worker.search.find({ text: searchedFor }),
    'flags.mine': () => handler.flags.mine({}),
    'notices.list': () => handler.notices.list({}),
    'childNotes.list': () => handler.childNotes.list(),
    'drafts.list': () => handler.drafts.list(),
  }
}

/** Every procedure of the main job, each on a connection that has met it before. */
export async function countTrips(scene: Scene): Promise<[name: string, trips: number][]> {
  const wire = await wireTo(scene.url)
  const database = openServer({ url: wire.url, keys, connections: 1 })
  const as = (sessionId: string) => callerOn(database, sessionId)
  const worker = as(scene.sessions.ordinary)
  const handler = as(scene.sessions.sender)
  const reference = scene.references.at(-1) ?? ''
  const send = () => handler.flags.send({ key: crypto.randomUUID(), draftId: null, flag: theFlag() })
  const sent = await send()
  const submissionId = sent.submissionId
  const sentReference = sent.referrals[0]?.reference ?? ''
  const calls: Calls = {
    'session.me': () => worker.session.me(),
    'flags.form': () => handler.flags.form(),
    'flags.send': send,
    'flags.receipt': () => handler.flags.receipt({ submissionId }),
    'flags.sent': () => handler.flags.sent({ reference: sentReference }),
    'drafts.save': () => handler.drafts.save({ id: crypto.randomUUID(), version: 0, content: theFlag() }),
    'referrals.open': () => worker.referrals.open({ reference }),
    'referrals.takeStep': async () => {
      const { version } = await worker.referrals.open({ reference })
      wire.taken()
      return worker.referrals.takeStep({
        reference,
        version,
        request: { step: 'assign', assigneeId: ordinary.workerId },
      })
    },
    ...listsOf(scene, as),
  }
  try {
    const counted: [string, number][] = []
    for (const [name, call] of Object.entries(calls)) {
      await call()
      wire.taken()
      await call()
      counted.push([name, wire.taken()])
    }
    return counted
  } finally {
    await database.close()
    wire.close()
  }
}

/** The plan of each list's statements, as Postgres chooses it for the viewer with the settings that policies read. */
export async function explainLists(scene: Scene): Promise<[name: string, plan: string[]][]> {
  const database = openServer({ url: scene.url, keys, connections: 1 })
  let plan: string[] = []
  const explaining: Database = {
    ...database,
    transaction: (work) => database.transaction((tx) => work(explainingTx(tx, (lines) => void plan.push(...lines)))),
  }
  try {
    const plans: [string, string[]][] = []
    for (const [name, call] of Object.entries(listsOf(scene, (sessionId) => callerOn(explaining, sessionId)))) {
      plan = []
      await call()
      plans.push([name, plan])
    }
    return plans
  } finally {
    await database.close()
  }
}

/** Explains what is read once the viewer has been entered; the session's own statement comes before. */
function explainingTx(tx: Tx, keep: (lines: string[]) => void): Tx {
  let entered = false
  return {
    get db() {
      return tx.db
    },
    keys: tx.keys,
    atCommit: tx.atCommit,
    async rows<Row>(text: string, params: readonly unknown[] = []) {
      if (entered) {
        const lines = await tx.rows<{ 'QUERY PLAN': string }>(`explain ${text}`, params)
        keep(lines.map((line) => line['QUERY PLAN']))
      }
      entered = true
      return tx.rows<Row>(text, params)
    },
  }
}
