import { sql } from 'drizzle-orm'
import { customType, pgRole } from 'drizzle-orm/pg-core'

/** Roles are made once per cluster, by the first migration; `viewer` sees what the person signed in may see. */
export const viewer = pgRole('viewer').existing()
/** Jobs, and the carrying of a sender's words into the child unit's file. Never a superuser. */
export const worker = pgRole('worker').existing()

/** Keeps the access log: links it into its chain, draws the reviews and the extracts. It opens no sealed column. */
export const archivist = pgRole('archivist').existing()
/** The service's own login is in it: it finds who is signed in, and then takes `viewer`; by itself it sees no case. */
export const service = pgRole('service').existing()

/** AES-256-GCM: key id, nonce, tag and ciphertext (see `db/seal.ts`). Names, numbers and texts are kept as this only. */
export const sealed = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** Settings are '' after use in a pooled connection, so they are compared through nullif. Unset shows no rows. */
export const me = sql.raw(`(select nullif(current_setting('app.person', true), '')::uuid)`)
export const myMunicipality = sql.raw(`(select nullif(current_setting('app.municipality', true), '')::uuid)`)
/** Written as `= any ((select …)::uuid[])`: evaluated once, and the only form that keeps the index (PERF 3, 4). */
export const myUnits = sql.raw(`any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[])`)
/** The units that one manages, as above. */
export const managedUnits = sql.raw(`any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[])`)
/** The municipality whose organisation one keeps, or whose reading one reviews; for everybody else there is none. */
export const administered = sql.raw(`(select nullif(current_setting('app.administered', true), '')::uuid)`)
export const audited = sql.raw(`(select nullif(current_setting('app.audited', true), '')::uuid)`)

/** The protected referrals that one is named for, and what one has opened in an emergency: see `db/sessions.ts`. */
export const namedFor = sql.raw(`any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[])`)
export const openedInEmergency = sql.raw(
  `any ((select nullif(current_setting('app.emergency', true), '')::uuid[])::uuid[])`,
)
