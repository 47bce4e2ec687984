import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { contentMarked, withoutRevealing } from '../../src/domain/flag/protection.ts'
import type { ReferralContent } from '../../src/domain/flag/referral-content.ts'
import type { Role } from '../../src/domain/organisation.ts'
import { levelOfAnswer, type ProtectionLevel, protectionAnswers, protectionLevels } from '../../src/domain/person.ts'
import { accessUntil, isLive, roleForChange } from '../../src/domain/protection.ts'
import { aChild, aFlag } from '../support/flags.ts'
import { aViewer, ids, now } from '../support/referrals.ts'

const outcome = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    if (error instanceof DomainError) return error.refusal
    throw error
  }
}

describe('who may change a family’s mark', () => {
  const roles: Role[] = ['social_worker', 'team_lead', 'unit_manager', 'out_of_hours', 'case_handler', 'administrator']
  const cases = roles.flatMap((role) =>
    protectionLevels.flatMap((from) =>
      protectionLevels.flatMap((to) => ['', 'Skäl.'].map((reason) => [role, from, to, reason] as const)),
    ),
  )
  const lawful = (role: Role, from: ProtectionLevel, to: ProtectionLevel, reason: string): string => {
    if (role === 'case_handler' || role === 'administrator') return 'not-permitted'
    if (from === to) return 'level-unchanged'
    if (to === 'none' && role !== 'unit_manager') return 'not-permitted'
    const isWeaker = protectionLevels.indexOf(to) < protectionLevels.indexOf(from)
    return isWeaker && reason === '' ? 'reasons-missing' : role
  }

  test.each(cases)('%s, from %s to %s, with the reason "%s"', (role, from, to, reason) => {
    const marked = { receiverUnitId: ids.receiverUnit, level: from }
    const viewer = aViewer(role, ids.receiverUnit)
    expect(outcome(() => roleForChange(marked, to, reason, viewer))).toBe(lawful(role, from, to, reason))
  })

  test('nobody of another unit', () => {
    const marked = { receiverUnitId: ids.receiverUnit, level: 'none' } as const
    const viewer = aViewer('unit_manager', ids.senderUnit)
    expect(outcome(() => roleForChange(marked, 'secrecy_mark', '', viewer))).toBe('not-permitted')
  })
})

describe('naming', () => {
  const asked = { unitId: ids.receiverUnit, personId: 'worker', untilDay: '2026-12-24' }
  const around = { viewer: aViewer('unit_manager', ids.receiverUnit), staffIds: ['worker'], now }

  test.each([
    ['to the end of the last day, Swedish time', {}, {}, '2026-12-24T23:00:00Z'],
    ['to the end of a day in summer time', { untilDay: '2027-05-20' }, {}, '2027-05-20T22:00:00Z'],
    ['today at the shortest', { untilDay: '2026-11-20' }, {}, '2026-11-20T23:00:00Z'],
    ['not yesterday', { untilDay: '2026-11-19' }, {}, 'date-in-the-past'],
    ['not a day beyond six months', { untilDay: '2027-05-21' }, {}, 'access-too-long'],
    ['not somebody of another unit', { personId: 'handler' }, {}, 'assignee-outside-unit'],
    ['not in a unit that one does not manage', { unitId: ids.senderUnit }, {}, 'not-permitted'],
    ['not by a lead', {}, { viewer: aViewer('team_lead', ids.receiverUnit) }, 'not-permitted'],
  ])('%s', (_, change, other, expected) => {
    const answer = outcome(() => accessUntil({ ...asked, ...change }, { ...around, ...other }))
    expect(String(answer)).toBe(expected)
  })

  test.each([
    ['from its first instant', '2026-11-20T09:00:00Z', null, true],
    ['not before', '2026-11-20T08:59:59.999Z', null, false],
    ['to the last millisecond', '2026-11-21T22:59:59.999Z', null, true],
    ['not at its end', '2026-11-21T23:00:00Z', null, false],
    ['not once it is ended', '2026-11-20T10:00:00Z', '2026-11-20T09:30:00Z', false],
  ])('holds %s', (_, at, endedAt, expected) => {
    const named = { personId: 'worker', startsAt: '2026-11-20T09:00:00Z', until: '2026-11-21T23:00:00Z', endedAt }
    expect(isLive(named, Temporal.Instant.from(at))).toBe(expected)
  })
})

test('a level that is not known is kept as the strictest that can be met with', () => {
  expect(protectionAnswers.map(levelOfAnswer)).toEqual([...protectionLevels, 'protected_registration'])
})

test.each(protectionAnswers)(
  'answered "%s", the form keeps what reveals only of those without protection',
  (protection) => {
    const child = aChild({ school: 'Ekskolan', whereabouts: { withWhom: 'client', where: 'Hos moster' } })
    const client = { name: 'Karin', protection, phone: '070', contactNote: 'Efter fyra' }
    const { flag, blanked } = withoutRevealing(aFlag([child], { client }))
    const kept = ['Ekskolan', 'Hos moster', '"070"', 'Efter fyra'].filter((word) => JSON.stringify(flag).includes(word))
    expect(kept).toHaveLength(protection === 'none' ? 4 : 0)
    expect(blanked).toHaveLength(protection === 'none' ? 0 : 4)
  },
)

test('what was sent loses what reveals when it is marked, and nothing else', () => {
  const { client, safety, children = [] } = aFlag([aChild({ school: 'Ekskolan', livesWith: 'client' })])
  const content = { track: 'A', protection: 'none', client, child: children[0], safety } as ReferralContent
  const marked = contentMarked(content, 'secrecy_mark')
  expect(marked.blanked).toEqual(['child.school'])
  const { school: _, ...child } = content.child
  expect(marked.content).toEqual({
    ...content,
    protection: 'secrecy_mark',
    child: { ...child, whereabouts: { withWhom: 'safe_adult' } },
  })
  expect(content.child.school).toBe('Ekskolan')
})
