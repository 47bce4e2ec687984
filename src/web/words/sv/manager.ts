import type { FeedbackOutcome, Outcome, ReceiverStage, SenderStage } from '../../../domain/statistics.ts'
import { pluralIn } from '../plural.ts'

const count = pluralIn('sv-SE')
const numbers = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 })
const minutesAnHour = 60
const hoursADay = 24

/** 40 minuter, 5,5 timmar, 11 dygn: in the unit that a reader would choose. */
function duration(hours: number): string {
  if (hours < 1) return count(Math.round(hours * minutesAnHour), { one: '# minut', other: '# minuter' })
  if (hours < 2 * hoursADay) return `${numbers.format(hours)} ${hours < 1.05 ? 'timme' : 'timmar'}`
  return `${numbers.format(hours / hoursADay)} dygn`
}

export const manager = {
  tab: 'Väntetider',
  title: 'Väntetider',
  lead: 'Hur länge barnen väntar, vad som är sent och vad som saknar handläggare.',
  duration,
  unit: 'Enhet',
  allReceivers: 'Alla mina barnenheter',
  allSenders: 'Alla mina vuxenenheter',
  period: 'Tid',
  periods: {
    '30': 'Senaste 30 dagarna',
    '90': 'Senaste 90 dagarna',
    year: 'I år',
    '12': 'Senaste 12 månaderna',
    own: 'Egna datum',
  },
  from: 'Från och med',
  to: 'Till och med',
  show: 'Visa',
  badPeriod: 'Skriv två datum som finns, det tidigare först och med högst sex år emellan.',
  shown: (from: string, to: string) => `Det som kom in ${from} till ${to}`,
  shownSent: (from: string, to: string) => `Det som skickades ${from} till ${to}`,
  csv: 'Hämta som kalkylfil (CSV)',
  protectedLink: 'Skyddade ärenden: utse handläggare och se vem som har läst',
  emergencyLink: 'Nödöppnade ärenden',
  csvHint: 'I filen döljs tal under fem, och de tal som annars skulle avslöja dem. Skyddade familjer är inte med.',
  none: {
    title: 'Du är inte chef för någon enhet',
    text: 'Väntetiderna är till för enhetschefer. Be systemförvaltaren om det är fel.',
  },
  nothing: {
    title: 'Inget kom in under tiden',
    text: 'Välj en längre tid för att se väntetiderna.',
  },
  dead: {
    title: (letters: number) =>
      count(letters, { one: 'Ett brev kunde inte lämnas fram', other: '# brev kunde inte lämnas fram' }),
    text: 'Det som breven berättar om finns i inkorgen och på startsidan. Se till att någon öppnar det, och be systemförvaltaren kontrollera adresserna.',
    codes: (codes: string) => `Svar från e-postsystemet: ${codes}`,
    noCode: 'inget svar',
  },
  lateReviews: {
    title: (months: number) =>
      count(months, {
        one: 'En månads läsningar är inte granskade i tid',
        other: '# månaders läsningar är inte granskade i tid',
      }),
    text: 'Loggen ska granskas varje månad. Gå igenom det som är kvar och underteckna.',
  },
  now: {
    title: 'Just nu',
    caption: 'Just nu, per enhet',
    unit: 'Enhet',
    open: 'Öppna',
    overdue: 'Försenade',
    today: 'Ska göras i dag',
    unread: 'Oöppnade',
    unassigned: 'Inte fördelade',
    noDeadline: 'Utan sista datum',
    unreceived: 'Inte mottagna',
    questions: 'Frågor att svara på',
    questionsOverdue: (late: number) => `${numbers.format(late)} för sent`,
    askAgain: 'Barnfrågan ska ställas igen',
  },
  key: {
    title: 'Så länge väntade barnen',
    titleSender: 'Så länge väntade era flaggor',
    opened: 'tills någon öppnade',
    protection_assessed: 'tills skyddet var bedömt',
    decided: 'tills det fanns ett beslut',
    support_answered: 'tills det fanns ett svar om stöd',
    received: 'tills mottagningen öppnade',
    feedback: 'tills återkopplingen kom',
    median: (time: string) => `Barnen väntade i median ${time}`,
    medianSender: (time: string) => `Flaggorna väntade i median ${time}`,
    p90: (time: string) => `Nio av tio: högst ${time}`,
    n: (n: number) => count(n, { one: 'Mätt på # ärende', other: 'Mätt på # ärenden' }),
    noneYet: 'Inget ärende har kommit så långt',
    waiting: (waiting: number, longest: string) =>
      count(waiting, { one: `# väntar ännu, sedan ${longest}`, other: `# väntar ännu, som längst ${longest}` }),
  },
  waits: {
    title: 'Väntan, steg för steg',
    columns: {
      stage: 'Från skickad till',
      median: 'Median',
      p90: '90:e percentilen',
      n: 'Antal',
      waiting: 'Väntar ännu',
      longest: 'Längst väntan nu',
    },
    stages: {
      opened: 'Öppnad',
      protection_assessed: 'Skyddsbedömd',
      decided: 'Beslut',
      support_answered: 'Svar om stöd',
      received: 'Mottagen',
      feedback: 'Återkoppling',
    } satisfies Record<ReceiverStage | SenderStage, string>,
    legendMedian: 'Median',
    legendP90: '90:e percentilen',
  },
  decisions: {
    heading: 'När besluten kom',
    title: 'Dagar från skickad till beslut',
    columns: ['Dagar', 'Antal'] as [string, string],
    more: (day: number) => `${day}+`,
    limit: '14 dagar',
    median: (time: string) => `Median ${time}`,
  },
  clocks: {
    title: 'Inom tiden',
    hint: 'Det strikta datumet räknas, också när det faller på en helg.',
    inTime: (share: string) => `${share} i tid`,
    notYet: 'Inga klara än',
    labels: { statutory: 'lag', policy: 'riktlinje' },
    columns: {
      clock: 'Frist',
      metInTime: 'I tid',
      metLate: 'För sent',
      overdue: 'Försenade nu',
      running: 'Löper',
      share: 'Andel i tid',
    },
  },
  backlog: {
    title: 'Öppna ärenden efter ålder',
    empty: 'Inget är öppet.',
    band: (from: number, to: number | null) =>
      to === null ? `${from} dagar och äldre` : from === 0 ? 'I dag och i går' : `${from} till ${to} dagar`,
    columns: {
      age: 'Ålder',
      overdue: 'Försenade',
      inTime: 'Inom tiden',
      noDeadline: 'Utan sista datum',
      open: 'Öppna',
    },
  },
  senders: {
    title: 'Per avsändande enhet',
    hint: 'Skyddade familjer är inte med här.',
    unknown: 'Okänd enhet',
    empty: 'Ingen enhet har skickat något under tiden.',
    columns: {
      name: 'Enhet',
      concern: 'Orosanmälningar',
      support: 'Behov av stöd',
      youngCarers: 'Unga omsorgsgivare',
      opened: 'Utredning inledd',
      notOpened: 'Inte inledd',
      joined: 'Utredning pågick',
      transferred: 'Överlämnade',
      undecided: 'Inte beslutade',
    } satisfies Record<Outcome | 'name' | 'concern' | 'support' | 'youngCarers', string>,
  },
  cameIn: {
    title: 'Inkommet',
    titleSender: 'Skickat',
    concern: 'Orosanmälningar',
    support: 'Behov av stöd',
    youngCarers: 'Unga omsorgsgivare',
    notes: 'Noterade utan behov nu',
  },
  feedback: {
    title: 'Vad ni har fått veta om orosanmälningarna',
    columns: ['Återkoppling', 'Antal'] as [string, string],
    values: {
      opened: 'Utredning inledd',
      notOpened: 'Utredning inte inledd',
      alreadyUnderWay: 'Utredning pågick redan',
      refused: 'Återkoppling lämnas inte',
      waiting: 'Begärd, har inte kommit',
      notAsked: 'Inte begärd',
    } satisfies Record<FeedbackOutcome, string>,
  },
}
