import type { ClockKind } from '../../../domain/policy.ts'
import type { Show } from '../../parts/inbox/show.ts'
import { pluralIn } from '../plural.ts'

const count = pluralIn('sv-SE')

export const inbox = {
  tab: 'Inkorg',
  title: 'Inkorg',
  lead: 'Det som har minst tid kvar står först.',
  units: 'Enhet',
  filters: 'Urval',
  shows: {
    unread: 'Oöppnade',
    unassigned: 'Inte fördelade',
    overdue: 'Försenade',
    today: 'I dag',
    mine: 'Mina',
    feedback: 'Återkoppling',
    open: 'Alla öppna',
    inquiry: 'Utredningar',
    done: 'Klara',
  } satisfies Record<Show, string>,
  caption: (show: string, unit: string) => `${show}, ${unit}`,
  columns: { due: 'Att göra', child: 'Barn', sender: 'Från', sentAt: 'Kom in', status: 'Läge', assignee: 'Ansvar' },
  /** What is to be done, where the clock is what presses. */
  clocks: {
    receipt: 'Mottagning',
    protection_assessment: 'Skyddsbedömning',
    preliminary_assessment: 'Förhandsbedömning',
    support_answer: 'Svar om stöd',
    feedback: 'Återkoppling',
    inquiry: 'Utredning',
    follow_up: 'Uppföljning',
    information_answer: 'Svar på fråga',
    contest_answer: 'Svar på invändning',
    first_meeting: 'Första möte',
  } satisfies Record<ClockKind, string>,
  noClock: 'Ingen tid löper',
  away: (name: string, until: string | null) =>
    until ? `${name} är frånvarande till och med ${until}` : `${name} är inte här`,
  group: 'Gruppen',
  me: 'Du',
  marks: {
    fresh: 'Nytt',
    unopened: 'Oöppnad',
    acute: 'Akut',
    protection: 'Skyddade uppgifter',
    support: 'Stöd, ingen oro',
    youngCarer: 'Ung omsorgsgivare',
    supplemented: 'Ny komplettering',
    earlier: (earlier: number) => count(earlier, { one: '# tidigare', other: '# tidigare' }),
    siblings: (siblings: number) => count(siblings, { one: '# syskon', other: '# syskon' }),
  },
  arrived: (arrived: number) => count(arrived, { one: '1 ny i inkorgen', other: '# nya i inkorgen' }),
  waiting: (waiting: number) => count(waiting, { one: '1 ny har kommit', other: '# nya har kommit' }),
  showWaiting: 'Visa nu',
  keys: { arrows: 'flyttar mellan raderna', enter: 'öppnar', slash: 'söker' },
  notFresh: (time: string) => `Listan kunde inte uppdateras. Du ser läget kl. ${time}. Nytt försök görs av sig självt.`,
  shown: (shown: number) => count(shown, { one: 'Visar # ärende', other: 'Visar # ärenden' }),
  shownAll: (shown: number) => count(shown, { one: '# ärende', other: '# ärenden' }),
  empty: {
    unread: ['Allt är öppnat', 'Det som kommer in syns här utan att du laddar om sidan.'],
    unassigned: ['Allt är fördelat', 'Det som ingen har tagit syns här för hela gruppen.'],
    overdue: ['Inget är försenat', 'Det som passerar sitt sista datum hamnar här.'],
    today: ['Inget måste göras i dag', 'Titta bland alla öppna om du vill ligga före.'],
    mine: ['Inget är fördelat till dig', 'Ärenden som du tar eller får syns här.'],
    feedback: [
      'Ingen återkoppling väntar',
      'När en anmälare har bett om återkoppling och beslut är fattat syns det här.',
    ],
    open: ['Inkorgen är tom', 'När något kommer in syns det här först, utan att du laddar om sidan.'],
    inquiry: ['Ingen utredning pågår', 'Utredningar som har inletts härifrån syns här.'],
    done: ['Inget är klart än', 'Avslutade och överflyttade ärenden syns här.'],
  } satisfies Record<Show, readonly [title: string, text: string]>,
  noUnit: {
    title: 'Du arbetar inte i någon barnenhet',
    text: 'Inkorgen är för mottagningen och barn- och ungdomsgrupperna. Be systemförvaltaren om det är fel.',
  },
}
