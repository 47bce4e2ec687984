import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refusal } from './refusal.ts'

const bodyBytes = 512 * 1024
const addressLength = 8 * 1024

const tooLarge = () => refusal('PAYLOAD_TOO_LARGE', 413)
const limitedStream = bodyLimit({ maxSize: bodyBytes, onError: tooLarge })

/** Where the length is told, it is enough: Hono's own limit touches the body first, and Node then reads it as a stream. */
export const limitedBody: MiddlewareHandler = async (http, next) => {
  const { method, headers } = http.req.raw
  if (method === 'GET' || method === 'HEAD') return next()
  const length = headers.get('content-length')
  if (length === null || headers.has('transfer-encoding')) return limitedStream(http, next)
  return Number(length) > bodyBytes ? tooLarge() : next()
}

/** Ten calls in one, with their inputs, take less than half of it. */
export const limitedAddress: MiddlewareHandler = async (http, next) =>
  http.req.url.length > addressLength ? refusal('URI_TOO_LONG', 414) : next()
