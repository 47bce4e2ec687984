import { pluralIn } from '../plural.ts'

const count = pluralIn('sv-SE')

export const common = {
  /** Where a name would tell of a protected family. */
  notShown: 'Visas inte',
  product: 'Barnlänken',
  optional: 'frivilligt',
  yes: 'Ja',
  no: 'Nej',
  dontKnow: 'Vet inte',
  save: 'Spara',
  saving: 'Sparar …',
  send: 'Skicka',
  sending: 'Skickar …',
  working: 'Arbetar …',
  cancel: 'Avbryt',
  close: 'Stäng',
  back: 'Tillbaka',
  next: 'Fortsätt',
  change: 'Ändra',
  remove: 'Ta bort',
  add: 'Lägg till',
  print: 'Skriv ut',
  choose: 'Välj …',
  none: 'Inga',
  unknown: 'Okänt',
  notGiven: 'Ej angivet',
  showMore: 'Visa fler',
  loading: 'Hämtar …',
  showTable: 'Visa som tabell',
  tryAgain: 'Försök igen',
  shown: (shown: number, total: number) => `Visar ${shown} av ${total}`,
  days: (days: number) => count(days, { one: '# dag', other: '# dagar' }),
  children: (children: number) => count(children, { one: '# barn', other: '# barn' }),
  referrals: (referrals: number) => count(referrals, { one: '# orosanmälan', other: '# orosanmälningar' }),
  charactersLeft: (left: number) => count(left, { one: '# tecken kvar', other: '# tecken kvar' }),
  charactersOver: (over: number) => count(over, { one: '# tecken för mycket', other: '# tecken för mycket' }),
  due: {
    today: 'I dag',
    tomorrow: 'I morgon',
    left: (days: number) => count(days, { one: '# dag kvar', other: '# dagar kvar' }),
    late: (days: number) => count(days, { one: '# dag sen', other: '# dagar sen' }),
    met: 'Klar',
    /** Read aloud before the chip's own words. */
    on: (day: string) => `Senast ${day}`,
  },
  date: {
    hint: 'ÅÅÅÅ-MM-DD, till exempel 2026-12-03',
    unreadable: 'Skriv datumet så här: 2026-12-03',
    noSuchDay: 'Det datumet finns inte i kalendern',
  },
}
