import type { Role } from '../../../domain/organisation.ts'
import { pluralIn } from '../plural.ts'

const count = pluralIn('sv-SE')

export const shell = {
  tagline: 'Från vuxenenhetens oro till barnenhetens svar',
  skip: 'Hoppa till innehållet',
  home: 'Till startsidan',
  demo: 'Demo – inga riktiga uppgifter',
  demoMail: 'Se utskickad post',
  mainNavigation: 'Huvudmeny',
  nav: {
    start: 'Start',
    flag: 'Flagga',
    myFlags: 'Mina flaggor',
    inbox: 'Inkorg',
    manager: 'Väntetider',
    administration: 'Administration',
    review: 'Granskning',
  },
  search: {
    label: 'Sök på namn, personnummer eller referens',
    placeholder: 'Namn eller nummer',
    open: 'Sök',
  },
  notices: (unread: number) =>
    unread === 0 ? 'Notiser, inga olästa' : count(unread, { one: 'Notiser, # oläst', other: 'Notiser, # olästa' }),
  person: {
    menu: 'meny',
    scheme: 'Utseende',
    light: 'Ljust',
    dark: 'Mörkt',
    system: 'Som datorn',
    language: 'Språk',
    signIns: 'Mina inloggningar',
    absence: 'Frånvaro',
    signOut: 'Logga ut',
  },
  /** Each in its own language, so that it can be found by the one who needs it. */
  languages: { sv: 'Svenska', en: 'English' },
  roles: {
    case_handler: 'Handläggare',
    social_worker: 'Socialsekreterare',
    team_lead: '1:e socialsekreterare',
    unit_manager: 'Enhetschef',
    out_of_hours: 'Socialjour',
    administrator: 'Systemförvaltare',
    auditor: 'Loggranskare',
  } satisfies Record<Role, string>,
  printedBy: (name: string, at: string) => `Utskrivet av ${name}, ${at}.`,
  footer: {
    accessibility: 'Tillgänglighet',
    accessibilityHint:
      'Allt går att nå med tangentbordet. Tryck / för att söka. Hittar du ett hinder? Säg till din systemförvaltare.',
    emergency: 'Akut fara för ett barn: ring 112.',
  },
  notFound: {
    tab: 'Sidan finns inte',
    title: 'Här finns ingen sida',
    text: 'Adressen kan vara felskriven, eller så har du inte tillgång till det som låg här. Inget har gått förlorat.',
    home: 'Till startsidan',
  },
  fault: {
    tab: 'Något gick fel',
    title: 'Något gick fel hos oss',
    text: 'Det du redan har skickat är sparat. Försök igen, och kontakta systemförvaltaren om felet kommer tillbaka.',
    incident: (id: string) => `Felnummer att uppge: ${id}`,
  },
  unavailable: {
    tab: 'Tillfälligt stopp',
    title: 'Tjänsten kan inte nå sin databas just nu',
    text: 'Sidan försöker igen av sig själv. Det du redan har skickat är sparat. Kan det inte vänta: ring mottagningen, och anmäl skriftligt efteråt.',
    retrying: 'Försöker igen …',
    retryIn: (seconds: number) =>
      count(seconds, { one: 'Försöker igen om # sekund', other: 'Försöker igen om # sekunder' }),
    retryNow: 'Försök nu',
  },
  offline: {
    tab: 'Ingen kontakt',
    title: 'Ingen kontakt med tjänsten',
    text: 'Kontrollera nätverket. Sidan försöker igen av sig själv.',
  },
  sessionEnded: {
    title: 'Din session har avslutats',
    text: 'Det du skrev finns kvar på sidan. Logga in igen så fortsätter du där du var.',
    again: (name: string) => `Logga in igen som ${name}`,
    other: 'Logga in som någon annan',
    otherHint: 'Loggar du in som någon annan lämnar du sidan, och det som inte är sparat försvinner.',
    ordinary: 'Logga in igen',
    done: 'Du är inloggad igen.',
  },
  signIn: {
    tab: 'Logga in',
    title: 'Logga in',
    demoTitle: 'Vem vill du vara?',
    demoText: 'Demon har påhittade personer på riktiga slags enheter. Välj en, och byt när du vill.',
    ordinaryText: 'Du loggar in med kommunens vanliga inloggning.',
    noUnit: 'Utan enhet',
    promise: 'Inget barn utan fråga. Ingen anmälan utan ägare. Alla ser det lagen låter dem se.',
  },
}
