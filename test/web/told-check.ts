import { openAsBlob } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { openEmbedded } from '../../src/db/embedded.ts'
import { migrationsFolder } from '../../src/db/migrate.ts'
import { newKeySettings, readKeyRing } from '../../src/db/seal.ts'
import { people } from '../../src/entry/demo/organisation.ts'
import { seedDemo } from '../../src/entry/demo/seed.ts'
import { emptyDatabase } from '../../src/entry/made.ts'
import { saidOfEverybody } from '../support/demo-people.ts'
import { signedIn } from '../support/processes.ts'
import { readTold, type Told } from './told.ts'

/**
 * After the whole run: nothing that is said of the demo's people, and nothing that was typed, stands in a log, a letter, an
 * address, a refusal or a title. Names of staff stand on pages, and in none of these either.
 */
export default async function checkTold(): Promise<void> {
  const told = readTold()
  if (!told)
    throw new Error('Nothing was collected of what the run told: was the service started by test/web/serve.ts?')
  const secrets = new Set([...(await saidOfDemo(told.startedAt)), ...staff(), ...typedIn(told)])
  const places: [string, Iterable<string>][] = [
    ['address', [...told.address].flatMap((address) => [address, plain(address)])],
    ['title', told.title],
    ['refusal', told.refusal],
    ['log', told.log.split('\n')],
    ['letter', await letters()],
  ]
  const finds = places.flatMap(([place, texts]) =>
    [...texts].flatMap((text) =>
      [...secrets]
        .filter((secret) => text.includes(secret))
        .map((secret) => `${place}: “${secret}” in ${text.slice(0, 300)}`),
    ),
  )
  const found = [...new Set(finds)]
  if (told.address.size === 0 || told.title.size === 0 || told.log === '') throw new Error('Too little was collected.')
  if (found.length > 0) throw new Error(`Personal data stands where it must not:\n${found.slice(0, 40).join('\n')}`)
  const counts = places.map(([place, texts]) => `${[...texts].length} ${place}`).join(', ')
  process.stdout.write(`\nNone of ${secrets.size} names, numbers and texts stands in what was told: ${counts}.\n`)
}

/** The same day gives the same demo, so another one tells who is in the first, without a way into its database. */
async function saidOfDemo(startedAt: number): Promise<Set<string>> {
  const { fieldKeys, indexKey } = newKeySettings()
  const keys = readKeyRing(fieldKeys, indexKey)
  const database = await openEmbedded({ keys, migrationsFolder, loadDataDir: await openAsBlob(emptyDatabase) })
  try {
    await seedDemo(database, Temporal.Instant.fromEpochMilliseconds(startedAt))
    return await saidOfEverybody(database, keys)
  } finally {
    await database.close()
  }
}

const staff = () => Object.values(people).map(({ name }) => name)

/** Words and numbers that say something of somebody; not days, and not references, which addresses do hold. */
function typedIn({ typed }: Told): string[] {
  const isTelling = (text: string) => /\d{6,}/.test(text) || (text.length >= 8 && /\p{L}{4}/u.test(text))
  return [...typed]
    .map((text) => text.trim())
    .filter((text) => isTelling(text) && !/^BL-\d|^\d{4}-\d\d-\d\d$/.test(text))
}

async function letters(): Promise<string[]> {
  const reader = await signedIn(`http://127.0.0.1:${process.env.WEB_PORT_IN_USE}`, () => true)
  return (await reader.mail.kept.query()).map(({ subject, text }) => `${subject}\n${text}`)
}

function plain(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}
