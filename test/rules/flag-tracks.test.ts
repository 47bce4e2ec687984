import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftChild, FlagDraft } from '../../src/domain/flag/draft.ts'
import { answers, companions, incapacities, tracks } from '../../src/domain/flag/fields.ts'
import {
  acuteSigns,
  basisForSupport,
  leadToTrack,
  type ReasonCode,
  trackOf,
  trackSoFar,
} from '../../src/domain/flag/tracks.ts'
import { aChild, aFlag, safety, today } from '../support/flags.ts'

const newborn = { identityNumber: null, identityMissing: 'newborn', birthDate: '2026-08-01' } as const
const unborn = { known: 'unborn', identityNumber: null } as const
const seventeen = { identityNumber: null, birthDate: '2009-01-01' } as const
const eighteen = { identityNumber: null, birthDate: '2008-01-01' } as const

type Row = [rule: string, flag: Partial<FlagDraft>, child: Partial<DraftChild>, because: ReasonCode[]]

function leadOf(flagAnswers: Partial<FlagDraft>, childAnswers: Partial<DraftChild>) {
  const child = aChild(childAnswers)
  return leadToTrack(aFlag([child], flagAnswers), child, today)
}

describe('A at once, phone first', () => {
  test.each<Row>([
    ['violence', { safety: { ...safety, violence: 'yes' } }, {}, ['violence']],
    ['fear of somebody', { safety: { ...safety, afraidOfSomeone: 'yes' } }, {}, ['afraid_of_someone']],
    ['talk of suicide or of harm', { safety: { ...safety, selfHarmOrHarmTalk: 'yes' } }, {}, ['harm_talk']],
    ['risk now', { safety: { ...safety, riskNow: 'yes' } }, {}, ['risk_now']],
    ['nobody able to care', { safety: { ...safety, incapacity: 'without_other_adult' } }, {}, ['no_able_adult']],
    ['a child alone', {}, { whereabouts: { withWhom: 'alone' } }, ['child_alone']],
    ['a child, nobody knows where', {}, { whereabouts: { withWhom: 'unknown' } }, ['whereabouts_unknown']],
    ['a 17-year-old alone', {}, { ...seventeen, whereabouts: { withWhom: 'alone' } }, ['child_alone']],
    ['an infant and misuse', { safety: { ongoingSubstanceMisuse: 'yes' } }, newborn, ['infant_with_misuse']],
    ['an expected child and misuse', { safety: { ongoingSubstanceMisuse: 'yes' } }, unborn, ['unborn_with_misuse']],
  ])('%s', (_, flag, child, because) => {
    expect(leadOf(flag, child)).toMatchObject({
      track: 'A',
      callFirst: true,
      because: because.map((code) => ({ code })),
    })
  })
})

describe('A without the phone', () => {
  test('suspicion, also without proof', () => {
    expect(leadOf({}, { concern: 'yes' })).toEqual({
      track: 'A',
      callFirst: false,
      consult: false,
      because: [{ code: 'concern', field: 'child.concern' }],
    })
  })
})

describe('A or B, after consulting', () => {
  test.each<Row>([
    ['personal care', {}, { youngCarer: { areas: { personal_care: 'sometimes' } } }, ['adult_tasks', 'young_carer']],
    ['what the child goes without', {}, { youngCarer: { costs: ['friends'] } }, ['care_costs']],
    ['no adult to turn to', {}, { youngCarer: { adultToTurnTo: 'no' } }, ['no_adult_to_turn_to']],
    ['absence from school', { everyday: { schoolAbsence: 'yes' } }, {}, ['school_absence']],
    ['risk of eviction', { everyday: { evictionRisk: 'yes' } }, {}, ['eviction_risk']],
    ['lack of basics', { everyday: { lacksBasics: 'yes' } }, {}, ['lacks_basics']],
    ['danger within reach', { safety: { ...safety, dangerWithinReach: 'yes' } }, {}, ['danger_within_reach']],
  ])('%s', (_, flag, child, because) => {
    expect(leadOf(flag, child)).toMatchObject({ track: 'B', consult: true, because: because.map((code) => ({ code })) })
  })
})

describe('B, offered', () => {
  test.each<Row>([
    ['need of support', {}, { needOfSupport: 'yes' }, ['need_of_support']],
    ['chores often', {}, { youngCarer: { areas: { domestic: 'often' } } }, ['young_carer']],
  ])('%s', (_, flag, child, because) => {
    expect(leadOf(flag, child)).toMatchObject({
      track: 'B',
      consult: false,
      because: because.map((code) => ({ code })),
    })
  })
})

describe('C: having a parent in adult services is no ground by itself', () => {
  test.each<[string, Partial<FlagDraft>, Partial<DraftChild>]>([
    ['all is well', {}, {}],
    ['another adult takes over', { safety: { ...safety, incapacity: 'with_other_adult' } }, {}],
    ['misuse, and a child past infancy', { safety: { ...safety, ongoingSubstanceMisuse: 'yes' } }, {}],
    [
      'not known',
      { safety: { violence: 'unknown', incapacity: 'unknown' } },
      { concern: 'unknown', needOfSupport: 'unknown' },
    ],
    ['an 18-year-old alone', {}, { ...eighteen, whereabouts: { withWhom: 'alone' } }],
    ['an expected child is with nobody', {}, { ...unborn, whereabouts: { withWhom: 'unknown' } }],
  ])('%s', (_, flag, child) => {
    expect(leadOf(flag, child)).toEqual({ track: 'C', callFirst: false, consult: false, because: [] })
  })
})

describe('choosing otherwise', () => {
  const chosen = (answers: Partial<DraftChild>, flag: Partial<FlagDraft> = {}) => {
    const child = aChild(answers)
    return () => trackOf(aFlag([child], flag), child, today)
  }
  const refusal = (field: string) => expect.objectContaining({ refusal: 'track-weakened-without-reason', field })

  test('a stronger track is always allowed', () => {
    expect(chosen({ chosenTrack: 'A' })()).toBe('A')
    expect(chosen({ chosenTrack: 'B' })()).toBe('B')
  })

  test('a weaker track needs a written reason', () => {
    expect(chosen({ needOfSupport: 'yes', chosenTrack: 'C', weakerTrackReason: ' ' })).toThrow(
      refusal('children.0.weakerTrackReason'),
    )
    expect(chosen({ needOfSupport: 'yes', chosenTrack: 'C', weakerTrackReason: 'Stöd ges redan.' })()).toBe('C')
  })

  test('a teenager alone may be judged well, with a reason', () => {
    const alone = { whereabouts: { withWhom: 'alone' }, chosenTrack: 'C' } as const
    expect(chosen(alone)).toThrow(refusal('children.0.weakerTrackReason'))
    expect(chosen({ ...alone, weakerTrackReason: '16 år, hemma från skolan.' })()).toBe('C')
  })

  test.each(['B', 'C'] as const)(
    'no reason lets %s stand against concern or violence: the duty is the handler’s',
    (track) => {
      const weaker = { chosenTrack: track, weakerTrackReason: 'Familjen vill inte.' }
      expect(chosen({ ...weaker, concern: 'yes' })).toThrow(refusal('children.0.chosenTrack'))
      expect(chosen(weaker, { safety: { ...safety, violence: 'yes' } })).toThrow(refusal('children.0.chosenTrack'))
    },
  )
})

describe('support across boards', () => {
  const basis = (
    answers: NonNullable<FlagDraft['openness']>['basis'],
    sameBoard = false,
    told: Partial<DraftChild> = seventeen,
  ) => {
    const child = aChild(told)
    return basisForSupport(aFlag([child], { openness: { basis: answers } }), child, sameBoard, today)
  }
  const refusal = expect.objectContaining({ refusal: 'consent-or-ground-missing', field: 'openness.basis.kind' })

  test('inside one board nothing more is needed', () => {
    expect(basis(undefined, true)).toEqual({ kind: 'same_board' })
  })

  test.each([
    ['nothing', undefined],
    ['one board claimed between two', { kind: 'same_board' }],
    ['consent to nothing said', { kind: 'consent' }],
    ['consent that has run out', { kind: 'consent', consentScope: 'skolgången', consentUntil: '2026-11-21' }],
    ['need of care without why', { kind: 'need_for_care', note: ' ' }],
  ] as const)('%s is no ground', (_, answers) => {
    expect(() => basis(answers)).toThrow(refusal)
  })

  test.each([
    { kind: 'consent', consentScope: 'skolgången', consentUntil: today },
    { kind: 'need_for_care', note: 'Barnet behöver stödgrupp nu.' },
  ] as const)('%j is a ground', (answers) => {
    expect(basis(answers)).toEqual(answers)
  })

  test('the need of care is a ground for who is under 18 or expected, and consent for who is not', () => {
    const needed = { kind: 'need_for_care', note: 'Behöver stödgrupp nu.' } as const
    expect(basis(needed, false, unborn)).toEqual(needed)
    const minorsOnly = expect.objectContaining({ refusal: 'need-of-care-is-for-minors', field: 'openness.basis.kind' })
    expect(() => basis(needed, false, eighteen)).toThrow(minorsOnly)
    const consented = { kind: 'consent', consentScope: 'skolgången' } as const
    expect(basis(consented, false, eighteen)).toEqual(consented)
  })
})

const anyChild: fc.Arbitrary<DraftChild> = fc
  .record(
    {
      known: fc.constantFrom('known', 'unborn', 'unknown'),
      identityNumber: fc.constantFrom('', 'half', '2017', null),
      birthDate: fc.constantFrom('2026-13', '2026-08-01', '2012-01-01', '2005-01-01'),
      concern: fc.constantFrom(...answers),
      needOfSupport: fc.constantFrom(...answers),
      whereabouts: fc.record({ withWhom: fc.constantFrom(...companions) }, { requiredKeys: [] }),
      chosenTrack: fc.constantFrom(...tracks),
    } as const,
    { requiredKeys: [] },
  )
  .map((child) => ({ ...child, id: 'a' }))
const anyDraft: fc.Arbitrary<FlagDraft> = fc.record(
  {
    safety: fc.record(
      {
        violence: fc.constantFrom(...answers),
        riskNow: fc.constantFrom(...answers),
        incapacity: fc.constantFrom(...incapacities),
        ongoingSubstanceMisuse: fc.constantFrom(...answers),
      },
      { requiredKeys: [] },
    ),
    everyday: fc.record({ evictionRisk: fc.constantFrom(...answers) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)

test('a lead has its reasons: A or B never without one, C never with one, the phone only for an acute sign', () => {
  fc.assert(
    fc.property(anyDraft, anyChild, (flag, child) => {
      const lead = leadToTrack(flag, child, today)
      expect(lead.track === 'C').toBe(lead.because.length === 0)
      expect(lead.callFirst).toBe(acuteSigns(flag, child, today).length > 0)
      if (lead.callFirst) expect(lead.track).toBe('A')
    }),
  )
})

test('the track that stands is the chosen one or a stronger, and never weaker than the lead without a reason', () => {
  fc.assert(
    fc.property(anyDraft, anyChild, (flag, child) => {
      const stands = trackSoFar(flag, child, today)
      expect(stands <= leadToTrack(flag, child, today).track).toBe(true)
      if (child.chosenTrack) expect(stands <= child.chosenTrack).toBe(true)
    }),
  )
})
