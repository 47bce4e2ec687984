import type { ClockState } from '../../../domain/clocks.ts'
import type { IntakeNature } from '../../../domain/intake.ts'
import type { SentTrack } from '../../../domain/lifecycle.ts'
import type { ProtectionLevel } from '../../../domain/person.ts'
import { pluralIn } from '../plural.ts'

const count = pluralIn('sv-SE')

export const referral = {
  tab: 'Orosanmälan',
  back: 'Inkorg',
  child: {
    unborn: 'Väntat barn',
    unbornOn: (day: string) => `Väntat barn, beräknat ${day}`,
    unknown: 'Okänt barn',
    /** A protected family's name stands in no list. */
    hidden: 'Namnet visas inte',
    age: (age: number) => (age === 0 ? 'under 1 år' : `${age} år`),
  },
  natures: {
    concern_report: 'Anmälan',
    other_information: 'Information på annat sätt',
  } satisfies Record<IntakeNature, string>,
  natureHints: {
    concern_report: 'Från en annan nämnd (19 kap. 1 § SoL). Lagens tider gäller.',
    other_information: 'Från en enhet i samma nämnd (14 kap. 2 § SoL). Samma tider gäller som rutin.',
  } satisfies Record<IntakeNature, string>,
  tracks: { A: 'Oro för barnet', B: 'Behov av stöd utan oro' } satisfies Record<SentTrack, string>,
  protections: {
    none: 'Inga skyddade uppgifter',
    secrecy_mark: 'Sekretessmarkering',
    protected_registration: 'Skyddad folkbokföring',
    fictitious_identity: 'Fingerade personuppgifter',
  } satisfies Record<ProtectionLevel, string>,
  alerts: {
    acute: 'Akut: avsändaren ser fara nu',
    acuteText: 'Ring avsändaren och gör skyddsbedömningen först.',
    violence: 'Våld är anmält',
    violenceText: 'Utredning inleds då utan dröjsmål.',
    protectionText:
      'Skriv inte var familjen bor eller vistas, och visa inte den ena föräldern den andras uppgifter. All läsning loggas.',
    doNotCall: 'Ring inte hem',
    doNotCallText: 'Kontakta familjen bara på det sätt som avsändaren beskriver.',
    carer: 'Barnet bär vuxenansvar',
  },
  now: {
    title: 'Nu',
    due: 'Först i tur',
    nothingDue: 'Ingen tid löper.',
    nobody: 'Inte fördelad. Hela gruppen ansvarar.',
    away: (name: string, until: string | null) =>
      until
        ? `${name} är frånvarande till och med ${until}. Till dess ansvarar hela gruppen.`
        : `${name} är inte här. Hela gruppen ansvarar.`,
    assignee: (name: string) => `Ansvarig: ${name}`,
    noSteps: 'Det finns inget steg för dig att ta just nu.',
    notYours: 'Det som är först i tur görs av en kollega med rätt behörighet.',
  },
  clocks: {
    title: 'Tider',
    caption: 'Tider för ärendet',
    columns: { what: 'Vad', due: 'Senast', label: 'Grund', state: 'Läge' },
    statutory: 'Lagstadgad',
    policy: 'Rutin',
    rollOver: (day: string) => `Helg: ${day} enligt lag (1930:173)`,
    started: (day: string) => `från ${day}`,
    states: {
      running: 'Löper',
      due_today: 'I dag',
      overdue: 'Försenad',
      met_in_time: 'Klar i tid',
      met_late: 'Klar för sent',
    } satisfies Record<ClockState, string>,
    metOn: (day: string) => `klar ${day}`,
    note: 'Det strikta datumet gäller överallt, även i statistiken. Dagen den kom in är dag 0.',
  },
  facts: {
    label: 'Fakta om ärendet',
    title: 'Barnet i korthet',
    name: 'Namn',
    identityNumber: 'Personnummer',
    birthDate: 'Född',
    expectedOn: 'Beräknad födelse',
    age: 'Ålder',
    protection: 'Skydd',
    senderTitle: 'Avsändare',
    sender: 'Från',
    senderUnit: 'Enhet',
    board: 'Nämnd',
    phone: 'Telefon',
    nature: 'Kom in som',
    sentAt: 'Kom in',
    openedAt: 'Öppnad',
    receiver: 'Mottagare',
    feedback: 'Återkoppling',
    feedbackStates: {
      answered: (day: string) => `Besvarad ${day}`,
      requested: (day: string) => `Begärd ${day}`,
      wanted: 'Avsändaren vill ha återkoppling',
      none: 'Inte begärd',
    },
  },
  related: {
    title: 'Tidigare och syskon',
    none: 'Inga andra ärenden om barnet eller syskon hos er.',
    earlier: 'Samma barn',
    sibling: 'Syskon',
    from: (unit: string, day: string) => `${unit}, ${day}`,
  },
  content: 'Det avsändaren skrev',
  story: {
    title: 'Det som har hänt',
    label: 'Händelser, nyast först',
    qualified: 'socionom',
    toGroup: 'Tillbaka till gruppen',
    to: (name: string) => `Till ${name}`,
    toColleague: 'Till en kollega',
    toOtherUnit: 'En annan enhet',
    answersQuestion: 'Svar på er fråga',
    seen: { yes: 'Ja', no: 'Nej' },
    isNew: 'Nytt',
  },
  assign: {
    me: (name: string) => `Jag (${name})`,
    group: 'Tillbaka till gruppen',
    other: 'En kollega',
    colleague: 'Kollega',
  },
  transferOther: 'En annan myndighet',
  printed: 'Utskrift. Innehåller uppgifter med sekretess enligt 26 kap. 1 § OSL.',
  search: {
    tab: 'Sök',
    title: 'Sök',
    hint: 'Sök på namn, personnummer, samordningsnummer eller referens. Annat får inte användas som sökbegrepp (15 § förordningen 2001:637). Sökningen loggas.',
    label: 'Namn, nummer eller referens',
    submit: 'Sök',
    results: (hits: number) => count(hits, { one: '# träff', other: '# träffar' }),
    more: 'Det finns fler träffar. Skriv mer av namnet, eller sök på nummer.',
    nothing: 'Ingen träff',
    nothingText: 'Kontrollera stavningen. Du ser bara det som din enhet har skickat eller tagit emot.',
    start: 'Skriv vem du söker',
    startText: 'Både det enheten har tagit emot och det den har skickat söks igenom.',
    tooLong: 'Skriv högst 100 tecken.',
    empty: 'Skriv något att söka på.',
    sides: { receiver: 'Mottagen', sender: 'Skickad' },
    columns: { child: 'Barn', side: 'Hos er', units: 'Från och till', sentAt: 'Kom in', status: 'Läge' },
    fromTo: (from: string, to: string) => `${from} → ${to}`,
  },
}
