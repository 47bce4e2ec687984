import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../domain/clocks.ts'
import type { ClockKind } from '../domain/policy.ts'

/** How days, instants and sealed bytes travel in JSON, to and from the few statements that are written as text. */

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** A Postgres array literal: read alike by both drivers. Ids hold nothing that needs quoting. */
export function uuidArray(ids: readonly string[]): string {
  return `{${ids.join(',')}}`
}

/** Postgres writes bytea into JSON as `\x…`. */
export function bytesOfHex(hex: string): Buffer {
  return Buffer.from(hex.slice(2), 'hex')
}

export interface ClockRow {
  kind: ClockKind
  label: 'statutory' | 'policy'
  policy_version: string
  started_at: string
  strict_due_on: string
  roll_over_due_on: string
  met_at: string | null
}

export function clockRow(clock: Clock): ClockRow {
  return {
    kind: clock.kind,
    label: clock.label,
    policy_version: clock.policyVersion,
    started_at: clock.startedAt.toString(),
    strict_due_on: clock.strictDueOn.toString(),
    roll_over_due_on: clock.rollOverDueOn.toString(),
    met_at: clock.metAt?.toString() ?? null,
  }
}

/** `2026-12-18T16:30:00Z` from either way that Postgres writes it: our connections are in UTC, so only the marks differ. */
export function isoOf(text: string): string {
  const [day, time] = [text.slice(0, 10), text.slice(11)]
  const utc = /^[\d:.]+(?=(\+00(:00)?|Z)$)/.exec(time)
  return utc ? `${day}T${utc[0]}Z` : Temporal.Instant.from(text).toString()
}

export function isoOrNull(text: string | null): string | null {
  return text === null ? null : isoOf(text)
}
