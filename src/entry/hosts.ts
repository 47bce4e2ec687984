import { type Config, loopback } from './config.ts'

/** Which `Host` is ours: that of BASE_URL; where none is set, and in the demo, this machine's own names at any port. */
export function ownHosts({ BASE_URL, HOST, demo }: Pick<Config, 'BASE_URL' | 'HOST' | 'demo'>) {
  const base = BASE_URL === undefined ? null : new URL(BASE_URL)
  const local = demo || base === null ? new Set([...loopback, HOST]) : new Set<string>()
  return (host: string): boolean => {
    const asked = URL.parse(`${base?.protocol ?? 'http:'}//${host}`)
    if (asked?.pathname !== '/' || asked.username !== '') return false
    return asked.host === base?.host || local.has(asked.hostname.replace(/^\[(.*)\]$/, '$1'))
  }
}
