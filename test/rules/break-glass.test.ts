import { describe, expect, test } from 'vitest'
import {
  dutyOf,
  emergencyUntil,
  lookupsPerHour,
  mayBreakGlassFor,
  mustBeOnDuty,
  refuseTooMany,
  refuseWithinReach,
} from '../../src/domain/break-glass.ts'
import { type Role, roles } from '../../src/domain/organisation.ts'
import { aViewer, ids, now } from '../support/referrals.ts'

describe('the emergency door', () => {
  const open: Role[] = ['social_worker', 'team_lead', 'unit_manager', 'out_of_hours']

  test.each(roles)('for a qualified %s of a child unit', (role) => {
    expect(dutyOf(aViewer(role, ids.receiverUnit))?.role ?? null).toBe(open.includes(role) ? role : null)
  })
  test.each(roles)('never for an unqualified %s, nor in an adult unit', (role) => {
    expect(dutyOf(aViewer(role, ids.receiverUnit, false))).toBeNull()
    expect(dutyOf(aViewer(role, ids.senderUnit))).toBeNull()
  })

  test('tells the unqualified that it takes a degree, and others that it is not theirs', () => {
    const refused = (act: () => unknown) => expect(act)
    refused(() => mustBeOnDuty(aViewer('social_worker', ids.receiverUnit, false))).toThrow(
      expect.objectContaining({ refusal: 'not-qualified' }),
    )
    refused(() => mustBeOnDuty(aViewer('case_handler', ids.senderUnit))).toThrow(
      expect.objectContaining({ refusal: 'not-permitted' }),
    )
  })

  test.each(roles)('a protected person is there for a %s only as the socialjour', (role) => {
    const viewer = aViewer(role, ids.receiverUnit)
    expect(mayBreakGlassFor({ isProtected: true }, viewer)).toBe(role === 'out_of_hours')
    expect(mayBreakGlassFor({ isProtected: false }, viewer)).toBe(true)
  })

  test('takes five questions an hour', () => {
    expect(() => refuseTooMany(lookupsPerHour - 1)).not.toThrow()
    expect(() => refuseTooMany(lookupsPerHour)).toThrow(expect.objectContaining({ refusal: 'too-many-lookups' }))
  })

  test('is not for one’s own unit’s, save the protected that one is not named for', () => {
    const viewer = aViewer('out_of_hours', ids.receiverUnit)
    const own = { receiverUnitId: ids.receiverUnit }
    expect(() => refuseWithinReach({ ...own, isProtected: false }, viewer)).toThrow(
      expect.objectContaining({ refusal: 'within-reach' }),
    )
    expect(() => refuseWithinReach({ ...own, isProtected: true }, viewer)).not.toThrow()
    expect(() => refuseWithinReach({ receiverUnitId: 'another', isProtected: false }, viewer)).not.toThrow()
  })

  test('stands open four hours', () => {
    expect(emergencyUntil(now).toString()).toBe('2026-11-20T13:00:00Z')
  })
})
