import { pluralIn } from '../plural.ts'

const count = pluralIn('sv-SE')

export const start = {
  tab: 'Start',
  greeting: (name: string) => `Hej ${name}`,
  none: 'Du har ingen enhet än. Be din systemförvaltare lägga till dig.',
  failed: 'Det här kunde inte hämtas.',
  flag: {
    title: 'Flagga ett barn',
    text: 'Har din klient barn? Formuläret leder dig till rätt väg på under två minuter.',
    action: 'Flagga ett barn',
    mine: 'Mina flaggor',
  },
  drafts: {
    title: 'Utkast som inte är skickade',
    overdue: (drafts: number) =>
      count(drafts, { one: 'Genast: ett utkast är äldre än ett dygn', other: 'Genast: # utkast är äldre än ett dygn' }),
    overdueText:
      'Känner du oro för ett barn ska anmälan göras genast (19 kap. 1 § SoL). Skicka eller ta bort utkastet.',
    late: 'Äldre än ett dygn',
    named: (client: string | null, children: number) =>
      `${client ?? 'Klient utan namn'}, ${count(children, { one: '# barn', other: '# barn' })}`,
    saved: (when: string) => `Sparat ${when}`,
  },
  questions: {
    title: 'Mottagningen väntar på ditt svar',
    all: 'Alla frågor',
    from: (unit: string | null) => (unit ? `Fråga från ${unit}` : 'En fråga till dig'),
  },
  told: {
    title: 'Det senaste du har fått veta',
    empty: 'Du har inte skickat något än. När du flaggar ett barn ser du här vad som händer.',
    waiting: 'Ingen har svarat än. När mottagningen öppnar det du skickade syns det här.',
    all: 'Alla mina flaggor',
    heard: {
      sent: 'Inte mottagen än',
      received: 'Mottagen',
      feedback: 'Återkoppling',
      feedback_refused: 'Återkoppling lämnas inte',
      question: 'Fråga till dig',
      meeting: 'Inbjudan till möte',
    },
  },
  askAgain: {
    title: (children: number) =>
      count(children, { one: 'Barnfrågan ska ställas igen om # barn', other: 'Barnfrågan ska ställas igen om # barn' }),
    action: 'Se vilka',
  },
  intake: {
    counts: 'Läget i inkorgen',
    next: 'Närmast i tid',
    empty: 'Inkorgen är tom. Det som kommer in syns här.',
    all: 'Till inkorgen',
  },
  manager: {
    title: 'Som chef',
    calm: 'Inget är försenat, och allt är öppnat och fördelat.',
    alarms: {
      overdue: (referrals: number) => count(referrals, { one: '# är försenat', other: '# är försenade' }),
      unread: (referrals: number) => count(referrals, { one: '# är oöppnat', other: '# är oöppnade' }),
      unassigned: (referrals: number) => count(referrals, { one: '# är inte fördelat', other: '# är inte fördelade' }),
      unreceived: (referrals: number) => count(referrals, { one: '# är inte mottagen', other: '# är inte mottagna' }),
      questionsOverdue: (referrals: number) =>
        count(referrals, { one: '# fråga har inte besvarats i tid', other: '# frågor har inte besvarats i tid' }),
      askAgain: (children: number) =>
        count(children, {
          one: 'Barnfrågan ska ställas igen om # barn',
          other: 'Barnfrågan ska ställas igen om # barn',
        }),
      lateReviews: (months: number) => count(months, { one: '# granskning är sen', other: '# granskningar är sena' }),
      deadLetters: (letters: number) =>
        count(letters, { one: '# brev kunde inte lämnas fram', other: '# brev kunde inte lämnas fram' }),
    },
    calmSender: 'Allt ni har skickat är mottaget, och inga frågor väntar för länge.',
    link: 'Se väntetiderna',
  },
  notices: {
    title: 'Notiser',
    none: 'Inga olästa notiser.',
    all: 'Alla notiser',
  },
}
