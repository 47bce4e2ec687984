import type { OpeningHours } from '../../src/domain/opening-hours.ts'
import type { Unit } from '../../src/domain/organisation.ts'
import type { Routed, RoutingRule } from '../../src/domain/routing.ts'

/** Office hours, Monday to Friday; holidays closed. */
export const officeHours: OpeningHours = {
  week: {
    monday: { from: '08:00', to: '17:00' },
    tuesday: { from: '08:00', to: '17:00' },
    wednesday: { from: '08:00', to: '17:00' },
    thursday: { from: '08:00', to: '19:00' },
    friday: { from: '08:00', to: '17:00' },
    saturday: null,
    sunday: null,
  },
  holidays: null,
  exceptions: [],
}

export function aUnit(told: Partial<Unit> & Pick<Unit, 'id'>): Unit {
  return {
    municipalityId: 'municipality',
    boardId: 'families',
    kind: 'intake',
    name: told.id,
    phone: '08-465 004 00',
    mailbox: `${told.id}@a.example`,
    publicName: null,
    openingHours: null,
    closedAt: null,
    ...told,
  }
}

/** A rule without conditions: it fits every child of its track. */
export function aRule(told: Partial<RoutingRule> & Pick<RoutingRule, 'receiverId'>): RoutingRule {
  return { id: `to-${told.receiverId}`, track: 'A', acute: null, district: null, ageFrom: null, ageTo: null, ...told }
}

export function aRouted(told: Partial<Routed> = {}): Routed {
  return { track: 'A', acute: false, age: 9, district: null, ...told }
}
