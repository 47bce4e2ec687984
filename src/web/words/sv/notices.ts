import type { NoticeKind } from '../../../domain/notices.ts'
import { pluralIn } from '../plural.ts'

const count = pluralIn('sv-SE')

export const notices = {
  tab: 'Notiser',
  title: 'Notiser',
  lead: 'Vad som har hänt i det som rör dig. Det nyaste står först.',
  list: 'Notiser, nyast först',
  kinds: {
    new_referral: 'Något nytt har kommit in till enheten',
    received: 'Din flagga är mottagen',
    feedback: 'Återkoppling har kommit',
    feedback_refused: 'Återkoppling lämnas inte',
    question: 'Mottagningen har en fråga till dig',
    assigned: 'Ett ärende är fördelat till dig',
    supplemented: 'Ett ärende har kompletterats',
    feedback_requested: 'Återkoppling är begärd',
    read_asked_about: 'Loggranskningen har en fråga till dig',
    protected_waiting: 'Skyddat ärende: utse handläggare',
    protected_named: 'Du är utsedd för ett skyddat ärende',
    emergency_opened: 'Larm: ett ärende är nödöppnat',
    emergency_lookups: 'Larm: många frågor vid nödöppning',
  } satisfies Record<NoticeKind, string>,
  unread: 'Oläst',
  unreadCount: (unread: number) => count(unread, { one: '# oläst', other: '# olästa' }),
  markAll: 'Markera alla som lästa',
  marked: 'Alla notiser är markerade som lästa.',
  empty: {
    title: 'Inga notiser',
    text: 'När någon svarar, frågar eller fördelar något till dig syns det här.',
  },
  mail: {
    tab: 'Utskickad post',
    title: 'Utskickad post',
    demo: 'Det här är demon. Ingen post lämnar datorn: breven läggs här i stället, och försvinner när tjänsten startas om.',
    lead: 'Ett brev säger bara att något har hänt och var man loggar in. Inget namn, ingen enhet och inget ärende.',
    to: 'Till',
    open: 'Följ länken i brevet',
    count: (letters: number) => count(letters, { one: '# brev', other: '# brev' }),
    empty: {
      title: 'Ingen post har gått ut',
      text: 'Skicka en flagga eller svara på en, så kommer brevet hit inom en minut.',
    },
    refresh: 'Hämta igen',
  },
}
