import type { Browser, System } from '../../../domain/browser-kind.ts'
import type { SignInFault } from '../../../domain/sign-in.ts'
import { pluralIn } from '../plural.ts'

const count = pluralIn('sv-SE')

interface Fault {
  title: string
  text: string
}

/** Why nobody was signed in, and what to do about it. */
const faults = {
  'provider-down': {
    title: 'Kommunens inloggning svarar inte',
    text: 'Du är inte inloggad. Försök igen om en stund. Kan det inte vänta: ring mottagningen eller socialjouren, och anmäl skriftligt efteråt.',
  },
  'provider-slow': {
    title: 'Kommunens inloggning är långsam just nu',
    text: 'Vi väntade några sekunder och avbröt. Du är inte inloggad. Försök igen om en stund.',
  },
  'provider-lying': {
    title: 'Svaret från kommunens inloggning gick inte att lita på',
    text: 'Något i svaret stämde inte, och därför är du inte inloggad. Försök igen. Händer det på nytt ska den som ansvarar för systemet få veta det.',
  },
  'provider-refused': {
    title: 'Inloggningen avbröts',
    text: 'Kommunens inloggning lämnade inget godkännande. Avbröt du själv kan du börja om.',
  },
  'wrong-settings': {
    title: 'Inloggningen är inte rätt inställd',
    text: 'Kommunens inloggning och Barnlänken känner inte igen varandra. Det kan bara den som ansvarar för systemet rätta.',
  },
  'no-attempt': {
    title: 'Inloggningen behöver börja om',
    text: 'Det gick för lång tid, eller så började du i ett annat fönster. Du är inte inloggad.',
  },
  'unknown-municipality': {
    title: 'Kommunen har ingen inloggning här',
    text: 'Välj din kommun i listan.',
  },
  'unknown-person': {
    title: 'Du finns inte i Barnlänken än',
    text: 'Kommunens inloggning känner dig, men du är inte upplagd som användare här.',
  },
  'person-bound-to-another': {
    title: 'Ditt konto hör ihop med en annan inloggning',
    text: 'Den som är upplagd här med dina uppgifter har loggat in med ett annat konto förut. Det behöver redas ut innan du släpps in.',
  },
  deactivated: {
    title: 'Ditt konto är avslutat',
    text: 'Du arbetar enligt uppgifterna inte kvar på en enhet som använder Barnlänken.',
  },
  'acr-too-low': {
    title: 'Logga in på ett säkrare sätt',
    text: 'Barnlänken kräver en starkare legitimering än den du använde, till exempel e-legitimation eller tjänstekort.',
  },
  'too-many': {
    title: 'För många inloggningar på kort tid',
    text: 'Vänta några minuter och försök igen.',
  },
  'no-roles': {
    title: 'Du har ingen roll i Barnlänken',
    text: 'Du är känd, men inte med på någon enhet. Har du bytt arbete kan det vara därför.',
  },
  'roles-not-told': {
    title: 'Dina roller gick inte att läsa',
    text: 'Du är med i så många grupper att kommunens inloggning inte räknar upp dem. Den som ansvarar för systemet behöver ändra hur rollerna lämnas.',
  },
  fault: {
    title: 'Något gick fel hos oss',
    text: 'Du är inte inloggad. Försök igen om en stund.',
  },
  'signed-out-here-alone': {
    title: 'Du är utloggad här, men kanske inte hos kommunen',
    text: 'Kommunens inloggning svarade inte. Stäng alla fönster i webbläsaren innan du lämnar datorn.',
  },
} satisfies Record<SignInFault | 'fault' | 'signed-out-here-alone', Fault>

export const signIns = {
  faults,
  with: (municipality: string) => `Logga in med ${municipality}s inloggning`,
  withAnother: (municipality: string) => `Logga in som någon annan i ${municipality}`,
  choose: 'Välj din kommun',
  lastUsed: 'Senast på den här datorn',
  none: {
    title: 'Ingen kommun är ansluten än',
    text: 'Den som driver tjänsten lägger till kommunen och dess inloggning.',
  },
  whomToAsk: 'Vem kan hjälpa dig?',
  administrators: (names: string, municipality: string) =>
    `${names} är systemförvaltare i ${municipality} och kan släppa in dig.`,
  noContact: (municipality: string) => `Fråga den som är systemförvaltare för Barnlänken i ${municipality}.`,
  mine: {
    tab: 'Mina inloggningar',
    title: 'Mina inloggningar',
    lead: 'Här är du inloggad just nu. Känner du inte igen en rad: avsluta den, och byt lösenord hos kommunen.',
    caption: 'Mina inloggningar, den senast använda först',
    where: 'Var',
    started: 'Inloggad',
    seen: 'Senast använd',
    act: 'Avsluta',
    here: 'Den här',
    end: 'Avsluta',
    endNamed: (where: string, started: string) => `Avsluta ${where}, inloggad ${started}`,
    endOthers: 'Avsluta alla andra',
    ended: (sessions: number) =>
      count(sessions, { one: '# inloggning är avslutad', other: '# inloggningar är avslutade' }),
    alone: 'Du är bara inloggad här.',
    browsers: { edge: 'Edge', chrome: 'Chrome', firefox: 'Firefox', safari: 'Safari' } satisfies Record<
      Browser,
      string
    >,
    systems: {
      windows: 'Windows',
      mac: 'Mac',
      ios: 'Iphone eller Ipad',
      android: 'Android',
      linux: 'Linux',
    } satisfies Record<System, string>,
    browserOn: (browser: string, system: string) => `${browser} på ${system}`,
    unknownBrowser: 'Okänd webbläsare',
  },
}
