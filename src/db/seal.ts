import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

/**
 * Sealed values: AES-256-GCM with the address of the value (`table:column:rowId`) as associated data, so a value
 * moved to another row or column does not open. The first key of the ring seals; every key of the ring opens.
 */
export interface KeyRing {
  /** By number 0–255, which is the first byte of every sealed value. */
  keys: ReadonlyMap<number, KeyObject>
  active: number
  /** For blind indexes. It cannot be rotated without filing everything anew. */
  indexKey: KeyObject
}

const keyLength = 32
const nonceLength = 12
const tagLength = 16
const bodyAt = 1 + nonceLength + tagLength

export class UnreadableSeal extends Error {
  override readonly name = 'UnreadableSeal'
}

/** Seals a JSON value for one place in the database. */
export function seal({ keys, active }: KeyRing, address: string, value: unknown): Buffer {
  const key = keys.get(active)
  if (!key) throw new UnreadableSeal('the active key is not in the ring')
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(address))
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(active), nonce, cipher.getAuthTag(), body])
}

/** Opens what was sealed for exactly this place. Refuses (UnreadableSeal) anything else, without saying what it held. */
export function unseal<T>({ keys }: KeyRing, address: string, sealed: Uint8Array): T {
  const key = keys.get(sealed[0] ?? -1)
  if (!key) throw new UnreadableSeal(`no key in the ring opens ${address}`)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceLength))
      .setAAD(Buffer.from(address))
      .setAuthTag(sealed.subarray(1 + nonceLength, bodyAt))
    const body = decipher.update(sealed.subarray(bodyAt))
    // In this mode the end holds no text: it refuses what has been altered.
    decipher.final()
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new UnreadableSeal(`${address} does not open: altered, moved, or another key`)
  }
}

/**
 * A keyed, one-way term as a uuid (128 bits): equal inputs in the same `scope` give equal terms, and without the key
 * nothing can be told. A uuid because its `=` is leakproof, so row policies may still use the index (PERF 4).
 */
export function blindTerm({ indexKey }: KeyRing, scope: string, value: string): string {
  const hex = createHmac('sha256', indexKey).update(scope).update('\0').update(value).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** A link of a chain: a keyed hash of what is told and of the link before it. In hex; without the key it cannot be made. */
export function chainMac({ indexKey }: KeyRing, chain: string, before: string, told: string): string {
  return createHmac('sha256', indexKey)
    .update(chain)
    .update('\0')
    .update(before)
    .update('\0')
    .update(told)
    .digest('hex')
}

function keyFrom(name: string, base64: string): KeyObject {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== keyLength) throw new Error(`${name}: a key is ${keyLength} bytes in base64, this is ${key.length}`)
  return createSecretKey(key)
}

/**
 * The ring from `2:base64,1:base64` (the first is active) and the index key in base64.
 * Refuses, naming the setting and never quoting a key, what is not 32 bytes or not numbered 0–255.
 */
export function readKeyRing(ring: string, indexKey: string): KeyRing {
  const keys = new Map<number, KeyObject>()
  for (const entry of ring.split(',')) {
    const [number = '', base64 = ''] = entry.trim().split(':')
    if (!/^\d{1,3}$/.test(number) || Number(number) > 255) {
      throw new Error('FIELD_KEYS: each key is written number:base64, with a number from 0 to 255')
    }
    keys.set(Number(number), keyFrom('FIELD_KEYS', base64))
  }
  const [active] = keys.keys()
  if (active === undefined) throw new Error('FIELD_KEYS is empty')
  return { keys, active, indexKey: keyFrom('INDEX_KEY', indexKey) }
}

/** A new ring of one key, as settings to be kept. */
export function newKeySettings(): { fieldKeys: string; indexKey: string } {
  return {
    fieldKeys: `1:${randomBytes(keyLength).toString('base64')}`,
    indexKey: randomBytes(keyLength).toString('base64'),
  }
}
