import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'

let lastMillisecond = -1
let sequence = 0

/** Asked of the system many at a time: one by one, that is most of what an id costs. */
let pool = Buffer.alloc(0)

function eightRandomBytes(): Buffer {
  if (pool.length === 0) pool = randomBytes(2048)
  const bytes = pool.subarray(0, 8)
  pool = pool.subarray(8)
  return bytes
}

/**
 * A uuid version 7 (RFC 9562) for the given instant. Ids of one process sort in the order they were made, so an id
 * alone orders a history; made here and not in Postgres, an insert needs no answer.
 */
export function newId(now: Temporal.Instant): string {
  const millisecond = now.epochMilliseconds
  sequence = millisecond === lastMillisecond ? sequence + 1 : 0
  lastMillisecond = millisecond
  const random = eightRandomBytes()
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  const time = millisecond.toString(16).padStart(12, '0')
  const counter = (0x7000 | (sequence & 0xfff)).toString(16)
  const tail = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
