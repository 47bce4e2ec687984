import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Who asks: the end of the header that the proxy in front sets, where one is named, as only that is the proxy's own word;
 * else the other end of the connection. A header that nobody has named is the asker's own, and is not believed.
 */
export function addressFrom({ TRUSTED_PROXY_HEADER }: { TRUSTED_PROXY_HEADER?: string }) {
  return (http: Context): string | null => {
    if (!TRUSTED_PROXY_HEADER) return getConnInfo(http).remote.address ?? null
    return http.req.header(TRUSTED_PROXY_HEADER)?.split(',').at(-1)?.trim() || null
  }
}
