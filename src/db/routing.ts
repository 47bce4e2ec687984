import type { Temporal } from 'temporal-polyfill'
import { DomainError } from '../domain/errors.ts'
import type { Viewer } from '../domain/organisation.ts'
import { type Routing, routingByKind } from '../domain/routing.ts'
import type { Tx } from './database.ts'

/** The rules in force in the viewer's municipality: the newest version, or none of its own. */
export async function getRouting(tx: Tx): Promise<Routing> {
  const [row] = await tx.rows<Routing>(
    `select version, districts, rules from routing_rules order by version desc limit 1`,
  )
  return row ?? routingByKind
}

/**
 * A new version of the rules; `version` is the one that was changed. Older versions stay, and so does all that they
 * have sent. Refuses (`stale-version`) when someone else has saved since.
 */
export async function saveRouting(
  tx: Tx,
  { version, districts, rules }: Routing,
  viewer: Viewer,
  now: Temporal.Instant,
): Promise<Routing> {
  const next = version + 1
  const saved = await tx.rows(
    `insert into routing_rules (municipality_id, version, at, person_id, districts, rules)
     select $1, $2::int, $3, $4, $5::jsonb, $6::jsonb
     where $2::int = 1 + (select coalesce(max(version), 0) from routing_rules)
     on conflict (municipality_id, version) do nothing returning version`,
    [viewer.municipalityId, next, now.toString(), viewer.personId, JSON.stringify(districts), JSON.stringify(rules)],
  )
  if (saved.length === 0) throw new DomainError('stale-version', 'the rules were changed meanwhile')
  return { version: next, districts, rules }
}
