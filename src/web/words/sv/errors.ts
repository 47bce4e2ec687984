import { pluralIn } from '../plural.ts'

const count = pluralIn('sv-SE')

export const errors = {
  summary: (problems: number) => count(problems, { one: 'En sak att rätta till', other: '# saker att rätta till' }),
  /** What a field is told when the shape is wrong; the key is the problem's code. A page may word its own before this. */
  problems: {
    required: 'Fyll i det här fältet',
    tooLong: 'Texten är för lång',
    tooShort: 'Skriv lite mer',
    invalid: 'Kontrollera det här fältet',
    date: 'Skriv datumet så här: 2026-12-03',
    number: 'Skriv ett tal',
    choose: 'Välj ett svar',
  },
  offline: 'Ingen kontakt med tjänsten. Det du skrev finns kvar här. Försök igen om en stund.',
  unavailable: 'Tjänsten kan inte nå sin databas just nu. Det du skrev finns kvar här. Försök igen om en stund.',
  sessionEnded: 'Din session har avslutats. Logga in igen, det du skrev finns kvar.',
  stale: 'Någon annan hann ändra. Läs in det nya innan du fortsätter.',
  invalid: 'Något i formuläret behöver rättas till.',
  fault: 'Något gick fel hos oss. Det du skrev finns kvar här.',
  tooLarge: 'Det du skickar är för stort.',
  tooMany: 'För många försök på kort tid. Vänta en stund.',
  refused: 'Det går inte att göra så nu. Läs in sidan på nytt.',
  readAgain: 'Läs in på nytt',
}
