import type { Refusal } from '../../../domain/errors.ts'
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
  readAgain: 'Läs in på nytt',
  refusals: {
    'not-found': 'Det finns inte, eller så har du inte tillgång till det.',
    'not-permitted': 'Din roll får inte göra det här.',
    'not-qualified': 'Det här får bara göras av den som har socionomexamen eller motsvarande (25 kap. 1 § SoL).',
    'wrong-status': 'Det går inte i det läge som ärendet är i nu.',
    'stale-version': 'Någon annan hann ändra. Läs in det nya innan du fortsätter.',
    'protection-not-assessed': 'Gör skyddsbedömningen först (20 kap. 1 § SoL).',
    'violence-forces-inquiry': 'Våld är anmält. Då ska utredning inledas, om du inte anger varför inte.',
    'reasons-missing': 'Skriv skälen till beslutet.',
    'child-heard-missing': 'Ange om barnet har fått komma till tals, eller varför inte.',
    'assignee-outside-unit': 'Personen arbetar inte i den mottagande enheten.',
    'receiver-outside-reach': 'Välj en annan mottagare än den egna enheten.',
    'date-not-later': 'Det nya datumet ska vara senare än det gamla.',
    'date-in-the-past': 'Datumet har redan varit.',
    'feedback-before-decision': 'Återkoppling kan lämnas när beslutet är fattat.',
    'feedback-already-given': 'Återkoppling är redan lämnad.',
    'feedback-value-contradicts-decision': 'Återkopplingen stämmer inte med beslutet.',
    'consent-or-ground-missing': 'Ange samtycke eller en annan grund för att lämna ut uppgifterna.',
    'track-weakened-without-reason': 'Du har valt en svagare väg än svaren pekar på. Skriv varför.',
    'key-reused-with-other-content': 'Den här har redan skickats med annat innehåll. Ladda om sidan och försök igen.',
    'no-receiving-unit':
      'Det finns ingen mottagning att skicka till. Ring socialjouren, och säg till systemförvaltaren.',
    'question-already-open': 'En fråga väntar redan på svar.',
    'level-unchanged': 'Ärendet har redan den markeringen.',
    'access-too-long': 'En person kan utses för högst sex månader i taget.',
    'too-many-lookups': 'Du har ställt fem frågor på en timme. Din chef har fått veta det. Ring arbetsledaren.',
    'within-reach': 'Ärendet hör till din egen enhet. Öppna det som vanligt.',
  } satisfies Record<Refusal, string>,
}
