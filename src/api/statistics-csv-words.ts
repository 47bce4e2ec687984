import type { PublishedLine } from '../domain/published-statistics.ts'

/** The Swedish words of the file. It is read outside the service, in Swedish whatever the reader's language here. */

type Table = PublishedLine['table']

export const tableWords: Record<Table, string> = {
  came_in: 'Inkommet',
  waits: 'Väntetider',
  clocks: 'Frister',
  backlog: 'Öppna efter ålder',
  now: 'Just nu',
  senders: 'Per avsändande enhet',
  feedback: 'Återkoppling',
}

const inquiryOutcomes = { opened: 'Utredning inledd', notOpened: 'Utredning inte inledd' }
const kinds = { total: 'Alla', concern: 'Orosanmälningar', support: 'Behov av stöd', youngCarers: 'Unga omsorgsgivare' }

export const measureWords: Record<Table, Record<string, string>> = {
  came_in: { ...kinds, notes: 'Noteringar utan behov nu' },
  waits: { arrived: 'Klara', waiting: 'Väntar ännu' },
  clocks: { metInTime: 'I tid', metLate: 'För sent', overdue: 'Försenade nu', running: 'Löper' },
  backlog: { open: 'Öppna', overdue: 'Försenade', inTime: 'Inom tiden', noDeadline: 'Utan sista datum' },
  now: {
    today: 'Ska göras i dag',
    unread: 'Oöppnade',
    unassigned: 'Inte fördelade',
    unreceived: 'Inte mottagna',
    questions: 'Frågor att svara på',
    questionsOverdue: 'Frågor som skulle ha besvarats',
    askAgain: 'Barnfrågan ska ställas igen',
  },
  senders: {
    ...kinds,
    ...inquiryOutcomes,
    joined: 'Hör till pågående utredning',
    transferred: 'Överlämnade',
    undecided: 'Inte beslutade',
  },
  feedback: {
    ...inquiryOutcomes,
    alreadyUnderWay: 'Utredning pågick redan',
    refused: 'Återkoppling lämnas inte',
    waiting: 'Väntar på återkoppling',
    notAsked: 'Återkoppling inte begärd',
  },
}

const clockWords: Record<string, string> = {
  receipt: 'Mottagning',
  protection_assessment: 'Skyddsbedömning',
  preliminary_assessment: 'Förhandsbedömning',
  support_answer: 'Svar om stöd',
  feedback: 'Återkoppling',
  inquiry: 'Utredning',
  follow_up: 'Uppföljning',
  contest_answer: 'Svar på invändning',
  first_meeting: 'Första möte',
}
const stageWords: Record<string, string> = {
  opened: 'Skickad till öppnad',
  protection_assessed: 'Skickad till skyddsbedömd',
  decided: 'Skickad till beslut',
  support_answered: 'Skickad till svar om stöd',
  received: 'Skickad till mottagen',
  feedback: 'Skickad till återkoppling',
}

/** The row's name: a sending unit's own, or the word for its code. */
export function rowWords(table: Table, row: string): string {
  if (table === 'senders') return row
  if (row === 'all') return 'Alla'
  if (table === 'waits') return stageWords[row] ?? row
  if (table === 'clocks') return clockWords[row] ?? row
  const [from, to] = row.split('-')
  return to ? `${from} till ${to} dagar` : `${from} dagar och äldre`
}
