import { z } from 'zod'

/** What the environment says. Every setting is named in README; a wrong one stops the start with its name. */

const flag = z
  .enum(['true', 'false'])
  .optional()
  .transform((text) => (text === undefined ? undefined : text === 'true'))

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The address that people use, without a trailing slash. */
  BASE_URL: z.url().optional(),
  /** Where the proxy in front says who asks, such as `x-forwarded-for`; it must set it itself, or add to its end. */
  TRUSTED_PROXY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(20),
  /** `false` behind PgBouncer older than 1.21 in transaction mode. */
  DATABASE_PREPARED: flag,
  DATA_DIR: z.string().default('./data'),
  /** `number:base64,…`, the first is active; see README on keys. */
  FIELD_KEYS: z.string().optional(),
  INDEX_KEY: z.string().optional(),
  /** Both of them in a file, where a secret is mounted and not set: `{"fieldKeys": …, "indexKey": …}`. */
  KEYS_FILE: z.string().optional(),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  /** Not a name that tells what the mail is about (DOMAIN §7). */
  MAIL_FROM: z.string().default('Händelser <handelser@localhost>'),
  /** Invented people to sign in as. On by itself outside production; refused in production. */
  DEMO: flag,
})

export type Config = z.infer<typeof schema> & { demo: boolean; baseUrl: string }

export const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1'])

/** Refuses, naming the setting, what cannot be run safely. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const read = schema.safeParse(environment)
  if (!read.success) {
    throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
  }
  const settings = read.data
  const production = settings.NODE_ENV === 'production'
  const demo = settings.DEMO ?? !production
  if (production && demo) throw new Error('DEMO: the demo sign-in is never on with NODE_ENV=production.')
  if (demo && !loopback.has(settings.HOST)) throw new Error('HOST: the demo sign-in answers on loopback only.')
  const hasKeys = settings.KEYS_FILE || (settings.FIELD_KEYS && settings.INDEX_KEY)
  if (!demo && !hasKeys) {
    throw new Error('FIELD_KEYS and INDEX_KEY, or KEYS_FILE, must be set: names and texts are kept encrypted.')
  }
  if (!demo && !settings.BASE_URL) {
    throw new Error('BASE_URL must be set: it is where an identity provider sends people back.')
  }
  const { protocol, hostname } = new URL(settings.BASE_URL ?? `http://${settings.HOST}`)
  if (!demo && protocol !== 'https:' && !loopback.has(hostname)) {
    throw new Error('BASE_URL: people sign in over https.')
  }
  return { ...settings, demo, baseUrl: settings.BASE_URL ?? `http://${settings.HOST}:${settings.PORT}` }
}
