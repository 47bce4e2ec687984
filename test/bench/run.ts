import { givenDatabase, type Scene, searchedFor, theFlag } from './databases.ts'
import { ask, get, load, type Pace, post, type Target } from './load.ts'
import { countTrips, explainLists } from './procedures.ts'
import { keys, start } from './servers.ts'
import { firstStart } from './start.ts'
import { behind, boards, ordinary, sender, unitsOfBoard } from './world.ts'

/** Seconds from `npm start` on an installed copy to a page that answers. */
const startSeconds = 5

const quick = process.argv.includes('--quick')
const size = quick
  ? { small: 4_000, big: 20_000, backlog: 200, rounds: 3, milliseconds: 400, warm: 500 }
  : { small: 10_000, big: 1_000_000, backlog: 7_000, rounds: 7, milliseconds: 2_000, warm: 4_000 }

const say = (line = '') => void process.stdout.write(`${line}\n`)

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const whole = (value: number) => Math.round(value).toLocaleString('sv-SE').padStart(7)
const ms = (value: number) => value.toFixed(1).padStart(6)

interface Contest {
  name: string
  /** What the second must reach of the first. */
  least: number
  of: [name: string, target: Target]
  ours: [name: string, target: Target]
}

let missed = 0

const warmingAtMost = 20_000

/** By answers and not by time: a server that has not been asked enough is still being compiled. */
async function warmUp(target: Target): Promise<void> {
  const until = performance.now() + warmingAtMost
  for (let answers = 0; answers < size.warm && performance.now() < until; ) {
    const { rate } = await load(target, size.milliseconds)
    answers += (rate * size.milliseconds) / 1000
  }
}

/** The two take turns, so that whatever else the machine does falls on both. Ratio: the median of the rounds'. */
async function compare({ name, least, of, ours }: Contest): Promise<void> {
  const paces: [Pace[], Pace[]] = [[], []]
  for (const [, target] of [of, ours]) await warmUp(target)
  for (let round = 0; round < size.rounds; round++) {
    paces[0].push(await load(of[1], size.milliseconds))
    paces[1].push(await load(ours[1], size.milliseconds))
  }
  const ratio = median(paces[1].map(({ rate }, round) => rate / (paces[0][round]?.rate ?? Number.NaN)))
  const met = ratio >= least
  if (!met) missed += 1
  say(`${name}: ${ratio.toFixed(2)} (at least ${least.toFixed(2)}) ${met ? 'met' : 'MISSED'}`)
  for (const [index, [contender]] of [of, ours].entries()) {
    const own = paces[index] ?? []
    const figures = [whole(median(own.map(({ rate }) => rate))), 'a second  p50', ms(median(own.map(({ p50 }) => p50)))]
    say(`  ${contender.padEnd(26)}${figures.join(' ')} ms  p99 ${ms(median(own.map(({ p99 }) => p99)))} ms`)
  }
}

function cookieOf(session: string): string {
  return `__Host-barnlanken=${session}`
}

function inbox(port: number, unitId: string, session: string): Target {
  const request = get(
    `/trpc/referrals.inbox?input=${encodeURIComponent(JSON.stringify({ unitId }))}`,
    cookieOf(session),
  )
  return { port, request: () => request }
}

function referral(port: number, { references, sessions }: Scene): Target {
  const requests = references.map((reference) =>
    post('/trpc/referrals.open', { reference }, cookieOf(sessions.ordinary)),
  )
  return inTurn(port, requests)
}

function search(port: number, { sessions }: Scene): Target {
  const request = post('/trpc/search.find', { text: searchedFor }, cookieOf(sessions.ordinary))
  return { port, request: () => request }
}

function inTurn(port: number, requests: Buffer[]): Target {
  let next = 0
  const [first] = requests
  if (!first) throw new Error('nothing to ask')
  return { port, request: () => requests[next++ % requests.length] ?? first }
}

async function mustHold({ port, request }: Target, pattern: RegExp, times: number): Promise<void> {
  const text = await ask(port, request())
  const found = text.match(new RegExp(pattern, 'g'))?.length ?? 0
  if (found !== times) throw new Error(`expected ${times} of ${pattern}, got ${found}: ${text.slice(0, 300)}`)
}

async function againstBare(scene: Scene): Promise<void> {
  const ours = await start('server.ts', scene.url)
  const bare = await start('bare.ts', scene.url)
  try {
    say(`\nAgainst bare Hono + postgres.js, ${scene.referrals.toLocaleString('sv-SE')} referrals, 32 connections`)
    const bareInbox = get(`/inbox?unit=${ordinary.unitId}`)
    const lists: [Target, Target] = [
      { port: bare.port, request: () => bareInbox },
      inbox(ours.port, ordinary.unitId, scene.sessions.ordinary),
    ]
    await mustHold(lists[0], /"reference":/, 51)
    await mustHold(lists[1], /"reference":/, 50)
    const pages: [Target, Target] = [
      inTurn(
        bare.port,
        scene.references.map((reference) => get(`/referral?reference=${reference}`)),
      ),
      referral(ours.port, scene),
    ]
    await mustHold(pages[0], /"legal_basis":/, 20)
    await mustHold(pages[1], /"legalBasis":/, 20)
    const body = () => ({ key: crypto.randomUUID(), draftId: null, flag: theFlag() })
    const sends: [Target, Target] = [
      { port: bare.port, request: () => post('/flags', { ...body(), person: sender.handlerId }) },
      { port: ours.port, request: () => post('/trpc/flags.send', body(), cookieOf(scene.sessions.sender)) },
    ]
    await mustHold(sends[0], /"reference":/, 2)
    await mustHold(sends[1], /"reference":/, 2)

    for (const [name, least, [first, second]] of [
      ['Inbox of 50', 0.3, lists],
      ['One referral with 20 events', 0.4, pages],
      ['Send a flag with two children', 0.35, sends],
    ] as const) {
      await compare({ name, least, of: ['bare', first], ours: ['Barnlänken', second] })
    }
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
  }
}

async function staysFlat(small: Scene, big: Scene): Promise<void> {
  const few = await start('server.ts', small.url)
  const many = await start('server.ts', big.url)
  try {
    say(`\nFlat: from ${small.referrals.toLocaleString('sv-SE')} to ${big.referrals.toLocaleString('sv-SE')} referrals`)
    const doors: [string, (port: number, scene: Scene) => Target][] = [
      ['Inbox', (port, { sessions }) => inbox(port, ordinary.unitId, sessions.ordinary)],
      ['Search', search],
      ['Referral', referral],
    ]
    await mustHold(search(few.port, small), /"reference":/, 20)
    await mustHold(search(many.port, big), /"reference":/, 20)
    for (const [name, target] of doors) {
      const of: [string, Target] = [whole(small.referrals), target(few.port, small)]
      await compare({ name, least: 0.9, of, ours: [whole(big.referrals), target(many.port, big)] })
    }
  } finally {
    await Promise.all([few.stop(), many.stop()])
  }
}

async function underBacklog(scene: Scene): Promise<void> {
  const ours = await start('server.ts', scene.url)
  const owner = await start('server.ts', scene.url, 'owner')
  try {
    say(`\nWith ${size.backlog.toLocaleString('sv-SE')} open in one unit`)
    const of = inbox(owner.port, behind.unitId, scene.sessions.behind)
    const policed = inbox(ours.port, behind.unitId, scene.sessions.behind)
    await mustHold(of, /"reference":/, 50)
    await mustHold(policed, /"reference":/, 50)
    await compare({ name: 'Inbox', least: 0.6, of: ['without policies', of], ours: ['with policies', policed] })
  } finally {
    await Promise.all([ours.stop(), owner.stop()])
  }
}

/** A table that grows, read from end to end: by itself, or through an index that nothing was looked up in. */
function readsAll(plan: string[]): boolean {
  const growing = /(Seq|Index Only|Index) Scan.* on (referrals|intakes|events|clocks|search_terms|submissions) /
  return plan.some(
    (line, at) => growing.test(line) && (line.includes('Seq Scan') || !plan[at + 1]?.includes('Index Cond')),
  )
}

async function explained(scene: Scene): Promise<void> {
  say(`\nPlans at ${scene.referrals.toLocaleString('sv-SE')} referrals, as the viewer`)
  for (const [name, plan] of await explainLists(scene)) {
    say(`\n${name}`)
    for (const line of plan) say(`  ${line}`)
    if (readsAll(plan)) {
      missed += 1
      say('  MISSED: reads a whole table that grows')
    }
  }
}

async function starts(): Promise<void> {
  const { usable, resident } = await firstStart()
  const met = usable <= startSeconds
  if (!met) missed += 1
  say(
    `\nFirst start on an empty folder, until the page is usable: ${usable.toFixed(1)} s (at most ${startSeconds}) ${met ? 'met' : 'MISSED'}`,
  )
  say(`  resident ${resident ?? '?'} MB`)
}

async function measure(scenes: Scene[]): Promise<void> {
  const given = async (referrals: number) => {
    const from = performance.now()
    const scene = await givenDatabase(referrals, Math.min(size.backlog, referrals / boards), keys)
    scenes.push(scene)
    const seconds = Math.round((performance.now() - from) / 1000)
    say(`${referrals.toLocaleString('sv-SE')} referrals in ${boards * unitsOfBoard} units stored in ${seconds} s`)
    return scene
  }
  const small = await given(size.small)
  const big = await given(size.big)
  await staysFlat(small, big)
  await underBacklog(big)
  say('\nRound trips to Postgres')
  for (const [name, trips] of await countTrips(big)) say(`  ${name.padEnd(28)}${trips}`)
  await explained(big)
  // The yardstick seals nothing, so that after it the sender's list cannot be read.
  await againstBare(big)
  await starts()
}

/** Ends the measurements as a fault would, so that what was stored for them is dropped then too. */
function interrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => reject(new Error(signal)))
  })
}

const scenes: Scene[] = []
try {
  await Promise.race([measure(scenes), interrupted()])
  say(missed === 0 ? '\nEvery target is met.' : `\n${missed} missed.`)
  process.exitCode = missed > 0 && !quick ? 1 : 0
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
} finally {
  for (const scene of scenes) await scene.drop()
  process.exit()
}
