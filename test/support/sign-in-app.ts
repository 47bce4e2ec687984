import type { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { createApp } from '../../src/api/app.ts'
import { openChanges } from '../../src/api/changes.ts'
import type { Service } from './service.ts'

export const ownAddress = 'http://127.0.0.1:3000'

/** A provider's clock is the real one, so the service's is too. */
export const realClock = () => Temporal.Now.instant()

/** The service as it is without the demo, and a second's patience with providers. */
export function signInApp(service: Service, origin = ownAddress): Hono {
  return createApp({
    database: service.database,
    clock: realClock,
    demo: false,
    origin,
    changes: openChanges(),
    keptMail: null,
    log: (entry) => void service.logged.push(entry),
    patience: 1,
  })
}
