import type {
  Answer,
  companions,
  homes,
  incapacities,
  relations,
  supportGrounds,
  Track,
} from '../../../domain/flag/fields.ts'
import type { IdentityMissingReason, ProtectionAnswer, WayKnown } from '../../../domain/person.ts'
import type { CareArea, CareCost, CareFrequency } from '../../../domain/young-carer.ts'

type One<Values extends readonly string[]> = Values[number]

/** The answers that can be chosen. */
export const flagChoices = {
  answers: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte' } satisfies Record<Answer, string>,
  known: {
    known: 'Jag vet vem det är',
    unborn: 'Barnet är inte fött',
    unknown: 'Jag vet inte vem det är',
  } satisfies Record<WayKnown, string>,
  protection: {
    none: 'Inget känt skydd',
    secrecy_mark: 'Sekretessmarkering',
    protected_registration: 'Skyddad folkbokföring',
    fictitious_identity: 'Fingerade personuppgifter',
    level_unknown: 'Skyddad, vet inte hur',
  } satisfies Record<ProtectionAnswer, string>,
  identityMissing: {
    newborn: 'Nyfödd, inget nummer än',
    not_known: 'Jag vet inte numret',
    not_registered: 'Inte folkbokförd i Sverige',
    protected: 'Skyddat, får inte skrivas här',
    other: 'Annat skäl',
  } satisfies Record<IdentityMissingReason, string>,
  relations: {
    own: 'Eget barn',
    stepchild: 'Bonusbarn',
    lives_with: 'Bor tillsammans',
    other: 'Annan',
  } satisfies Record<One<typeof relations>, string>,
  homes: {
    client: 'Hos klienten',
    alternating: 'Växelvis',
    other_parent: 'Hos den andra föräldern',
    placed: 'Placerat',
    elsewhere: 'Någon annanstans',
    unknown: 'Vet inte',
  } satisfies Record<One<typeof homes>, string>,
  companions: {
    client: 'Klienten',
    safe_adult: 'En annan, trygg vuxen',
    alone: 'Ingen, barnet är ensamt',
    unknown: 'Det vet ingen',
  } satisfies Record<One<typeof companions>, string>,
  incapacities: {
    no: 'Nej',
    with_other_adult: 'Ja, och en annan vuxen tar över',
    without_other_adult: 'Ja, och ingen annan vuxen tar över',
    unknown: 'Vet inte',
  } satisfies Record<One<typeof incapacities>, string>,
  grounds: {
    consent: 'Klienten samtycker',
    need_for_care: 'Barnet behöver det för sin vård eller sitt stöd',
    same_board: 'Samma nämnd',
  } satisfies Record<One<typeof supportGrounds>, string>,
  groundHints: {
    consent: 'OSL 12 kap. 2 §. Samtycket kan tas tillbaka.',
    need_for_care: 'OSL 26 kap. 9 §. Skriv varför, och fråga din arbetsledning om du är osäker.',
    same_board: 'Ingen sekretessgräns.',
  } satisfies Record<One<typeof supportGrounds>, string>,
  areas: {
    domestic: 'Lagar mat, städar, tvättar',
    siblings: 'Tar hand om syskon',
    personal_care: 'Hjälper med hygien, läkemedel, att ta sig fram',
    emotional: 'Tröstar, vaktar eller stannar hemma',
    interpreting: 'Tolkar, sköter kontakter',
    money: 'Räkningar och pengar',
  } satisfies Record<CareArea, string>,
  frequencies: { never: 'Aldrig', sometimes: 'Ibland', often: 'Ofta', unknown: 'Vet inte' } satisfies Record<
    CareFrequency,
    string
  >,
  costs: {
    school: 'Skola och läxor',
    sleep: 'Sömn',
    friends: 'Vänner och fritid',
    worry: 'Bär på oro',
  } satisfies Record<CareCost, string>,
  tracks: { A: 'Oro', B: 'Behov av stöd', C: 'Inget behov nu' } satisfies Record<Track, string>,
  trackHints: {
    A: 'Barnet far illa, eller kan göra det. Anmälan ska göras genast och kräver inget samtycke.',
    B: 'Ett erbjudande om stöd, utan oro.',
    C: 'Inget lämnar din enhet. Du sätter ett datum för att fråga igen.',
  } satisfies Record<Track, string>,
}
