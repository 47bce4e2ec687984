import type { OpeningHours } from '../../../domain/opening-hours.ts'
import type { UnitKind } from '../../../domain/organisation.ts'

/** What the API answers an administrator about the organisation. */

export interface Board {
  id: string
  name: string
  version: number
}

export interface KeptUnit {
  id: string
  boardId: string
  kind: UnitKind
  name: string
  publicName: string | null
  phone: string
  mailbox: string
  openingHours: OpeningHours | null
  closedAt: string | null
  version: number
}

export interface RoutableUnit {
  id: string
  name: string
  kind: UnitKind
  closedAt: string | null
}
