import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { daysAfter, isDay, monthsAfter } from '../../src/domain/day.ts'
import { type DraftChild, draftSchema, type FlagDraft } from '../../src/domain/flag/draft.ts'
import { fieldProblems, limits } from '../../src/domain/flag/fields.ts'
import { flagSchema } from '../../src/domain/flag/flag.ts'
import { withoutRevealing } from '../../src/domain/flag/protection.ts'
import { questionsFor } from '../../src/domain/flag/questions.ts'
import { referralContentOf } from '../../src/domain/flag/referral-content.ts'
import { formatted } from '../../src/domain/identity-number.ts'
import { aChild, adultNumber, aFlag, childNumber, concernAnswers, safety, today } from '../support/flags.ts'

const aConcern = (children: DraftChild[], answers: Partial<FlagDraft> = {}) =>
  aFlag(children, { ...concernAnswers, ...answers })
const concerned = (answers: Partial<DraftChild> = {}, n = 0) =>
  aChild({ concern: 'yes', guardians: { clientIsGuardian: 'yes' }, ...answers }, n)

function problemsOf(flag: unknown): Record<string, string> {
  const read = flagSchema(today).safeParse(flag)
  return Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('what a flag needs', () => {
  test('a plain case is short and complete', () => {
    expect(problemsOf(aFlag())).toEqual({})
  })

  test('a concern is complete with what was seen, an assessment and whether the parent was told', () => {
    expect(problemsOf(aConcern([concerned()]))).toEqual({})
  })

  test('everything that is missing is told at once, each at its field', () => {
    expect(problemsOf({ ...aFlag([{ id: aChild().id }]), client: {}, safety: {}, everyday: undefined })).toEqual({
      'client.name': 'required',
      'client.identityMissing': 'required',
      'client.protection': 'required',
      'children.0.known': 'required',
      'children.0.protection': 'required',
      'children.0.relation': 'required',
      'children.0.livesWith': 'required',
      'children.0.whereabouts.withWhom': 'required',
      'children.0.concern': 'required',
      'children.0.needOfSupport': 'required',
      'children.0.askAgainOn': 'required',
      'safety.violence': 'required',
      'safety.afraidOfSomeone': 'required',
      'safety.selfHarmOrHarmTalk': 'required',
      'safety.incapacity': 'required',
      'everyday.schoolAbsence': 'required',
      'everyday.evictionRisk': 'required',
    })
  })

  test('a concern without an account, an assessment or a word on openness is not sent', () => {
    expect(problemsOf(aConcern([concerned()], { texts: {}, openness: {} }))).toEqual({
      'texts.observed': 'observed-or-told-required',
      'texts.assessment': 'required',
      'openness.parentInformed': 'required',
    })
  })

  test.each<[string, FlagDraft, Record<string, string>]>([
    [
      'a parent not informed: why',
      aConcern([concerned()], { openness: { parentInformed: 'no' } }),
      { 'openness.whyNot': 'required' },
    ],
    [
      'a known child has a name',
      aFlag([aChild({ givenName: '', familyName: ' ' })]),
      { 'children.0.givenName': 'required', 'children.0.familyName': 'required' },
    ],
    [
      'a number that is wrong',
      aFlag([aChild({ identityNumber: '20170113' })]),
      { 'children.0.identityNumber': 'identity-length' },
    ],
    [
      'no number: why, and how old',
      aFlag([aChild({ identityNumber: null })]),
      { 'children.0.identityMissing': 'required', 'children.0.ageGuess': 'required' },
    ],
    [
      'a child is not an adult',
      aFlag([aChild({ identityNumber: adultNumber(50) })]),
      { 'children.0.identityNumber': 'age-impossible' },
    ],
    [
      'a child twice',
      aFlag([aChild(), aChild({ identityNumber: formatted(childNumber(60)) }, 1)]),
      { 'children.1.identityNumber': 'repeated' },
    ],
    [
      'a day that does not exist',
      aFlag([aChild({ askAgainOn: '2027-02-30' })]),
      { 'children.0.askAgainOn': 'date-impossible' },
    ],
    [
      'a date to ask again lies ahead',
      aFlag([aChild({ askAgainOn: today })]),
      { 'children.0.askAgainOn': 'date-past' },
    ],
    [
      'a date to ask again lies within six months',
      aFlag([aChild({ askAgainOn: daysAfter(monthsAfter(today, 6), 1) })]),
      { 'children.0.askAgainOn': 'date-too-far' },
    ],
    [
      'a weaker track: why',
      aFlag([aChild({ needOfSupport: 'yes', chosenTrack: 'C' })], { ...concernAnswers }),
      { 'children.0.weakerTrackReason': 'required', 'children.0.guardians.clientIsGuardian': 'required' },
    ],
    [
      'a weaker track against concern',
      aConcern([concerned({ chosenTrack: 'C', weakerTrackReason: 'x' })]),
      { 'children.0.chosenTrack': 'duty-to-report' },
    ],
    ['a text beyond its length', aFlag([aChild()], { network: 'a'.repeat(limits.text + 1) }), { network: 'too-long' }],
    ['no child', aFlag([]), { children: 'required' }],
  ])('%s', (_, flag, problems) => {
    expect(problemsOf(flag)).toEqual(problems)
  })

  test('an unborn child needs neither name nor number, and an unknown child no name', () => {
    const unborn = aChild({ known: 'unborn', expectedOn: '2027-02-01', livesWith: undefined, whereabouts: undefined })
    const unknown = aChild({ known: 'unknown', givenName: '', familyName: undefined, identityNumber: null }, 1)
    const flag = aFlag([unborn, unknown], { safety: { ...safety, ongoingSubstanceMisuse: 'no' } })

    expect(problemsOf(flag)).toEqual({})
    expect(flagSchema(today).parse(flag).children[0]).toMatchObject({ identityNumber: null, givenName: undefined })
  })

  test('numbers are kept as twelve digits, however they were written', () => {
    const written = formatted(childNumber(60)).slice(2)
    expect(flagSchema(today).parse(aFlag([aChild({ identityNumber: written })])).children[0]?.identityNumber).toBe(
      childNumber(60),
    )
  })

  test('every problem is one of the worded codes, whatever is sent', () => {
    const any = fc.anything()
    const anything = fc.oneof(any, fc.record({ client: any, children: fc.array(any), safety: any, texts: any }))
    fc.assert(
      fc.property(anything, (sent) => {
        for (const code of Object.values(problemsOf(sent))) expect(fieldProblems).toContain(code)
      }),
    )
  })
})

describe('a draft', () => {
  test('half-typed text of any kind is kept as it was typed', () => {
    const typed = fc.string({ maxLength: 200 })
    fc.assert(
      fc.property(typed, typed, typed, (name, number, date) => {
        const draft = { client: { name, identityNumber: number }, children: [{ id: aChild().id, birthDate: date }] }
        expect(draftSchema.parse(draft)).toEqual(draft)
      }),
    )
  })

  test('an empty draft and a complete flag are both drafts', () => {
    expect(draftSchema.parse({})).toEqual({})
    expect(draftSchema.safeParse(flagSchema(today).parse(aConcern([concerned()]))).success).toBe(true)
  })
})

describe('the questions that the answers call for', () => {
  test('nothing that only the child unit needs is asked while no child is on the way there', () => {
    const plain = questionsFor(aFlag(), today)
    expect(plain).not.toEqual(expect.arrayContaining(['texts.observed']))
    expect(plain.length).toBeLessThanOrEqual(10)
    expect(questionsFor(aConcern([concerned()]), today)).toEqual(
      expect.arrayContaining(['texts.observed', 'safety.riskNow']),
    )
  })

  test('ongoing misuse is asked about as soon as there is an infant or an expected child', () => {
    expect(questionsFor(aFlag([aChild({ known: 'unborn' })]), today)).toContain('safety.ongoingSubstanceMisuse')
    expect(questionsFor(aFlag(), today)).not.toContain('safety.ongoingSubstanceMisuse')
  })

  test('an infant is not asked about as a carer, an unborn child not where it is', () => {
    const infant = aChild({ identityNumber: null, birthDate: '2026-08-01' })
    const unborn = aChild({ known: 'unborn' })
    expect(questionsFor(aFlag([infant]), today, infant)).not.toContain('child.youngCarer.areas')
    expect(questionsFor(aFlag([unborn]), today, unborn)).not.toContain('child.whereabouts.withWhom')
  })

  test('shared questions are asked once, however many the children', () => {
    expect(questionsFor(aFlag([aChild(), aChild({}, 1)]), today)).toEqual(questionsFor(aFlag([aChild()]), today))
  })

  test('an empty form has its first questions', () => {
    expect(questionsFor({}, today)[0]).toBe('client.name')
    expect(questionsFor({}, today, { id: 'a' })[0]).toBe('child.known')
  })
})

describe('protected persons', () => {
  const revealing = { school: 'Ekskolan', whereabouts: { withWhom: 'client', where: 'hos mormor' } } as const
  const client = { name: 'Karin Nyström', identityNumber: adultNumber(40), protection: 'none', phone: '070' } as const

  test.each(['secrecy_mark', 'protected_registration', 'fictitious_identity'] as const)(
    '%s on one sibling blanks what reveals where any of them lives',
    (protection) => {
      const flag = aFlag([aChild(revealing), aChild({ protection }, 1)], { client })

      const { flag: kept, blanked } = withoutRevealing(flag)

      expect(blanked).toEqual(['client.phone', 'children.0.school', 'children.0.whereabouts.where'])
      expect(JSON.stringify(kept)).not.toMatch(/Ekskolan|mormor|070/)
      expect(kept.children?.[0]?.whereabouts).toEqual({ withWhom: 'client' })
    },
  )

  test('without protection everything is kept', () => {
    const flag = aFlag([aChild(revealing)], { client })
    expect(withoutRevealing(flag)).toEqual({ flag, blanked: [] })
  })
})

describe('one referral per child', () => {
  const elsa = concerned()
  const nils = concerned({ givenName: 'Nils', childWords: 'Jag vill hem.', protection: 'secrecy_mark' }, 1)
  const flag = flagSchema(today).parse(aConcern([elsa, nils]))

  test('a sibling’s data is not in the child’s file; a sibling’s protection is', () => {
    const content = referralContentOf(flag, elsa.id, today)

    expect(content).toMatchObject({ track: 'A', protection: 'secrecy_mark', child: { givenName: 'Elsa' } })
    expect(JSON.stringify(content)).not.toMatch(new RegExp(`Nils|Jag vill hem|${nils.identityNumber}|${nils.id}`))
  })

  test('nothing of a child without need reaches the child unit', () => {
    expect(() => referralContentOf(flagSchema(today).parse(aFlag()), aChild().id, today)).toThrow(
      expect.objectContaining({ refusal: 'not-permitted' }),
    )
  })

  test('a ground for support stays out of a concern, which needs none', () => {
    const basis = { kind: 'consent', consentScope: 'allt' } as const
    const withBasis = flagSchema(today).parse(aConcern([elsa], { openness: { parentInformed: 'yes', basis } }))
    expect(referralContentOf(withBasis, elsa.id, today).openness).toEqual({ parentInformed: 'yes' })
  })
})

test('so many months later is the same-numbered day, or the last of a shorter month', () => {
  expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28')
  expect(monthsAfter('2027-08-31', 6)).toBe('2028-02-29')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 24 }), (days, months) => {
      const from = daysAfter('2026-01-01', days)
      const later = monthsAfter(from, months)
      expect(isDay(later)).toBe(true)
      expect(later).toBe(Temporal.PlainDate.from(from).add({ months }).toString())
    }),
  )
})
