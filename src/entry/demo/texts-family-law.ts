import type { Situation } from './situation.ts'

/** From family law: quarrels about custody, contact that goes wrong, and children between two homes. */
export const familyLaw: readonly Situation[] = [
  {
    from: 'familyLaw',
    client: 'father',
    children: [
      {
        age: 9,
        sex: 'm',
        answers: {
          concern: 'yes',
          livesWith: 'alternating',
          childInformed: 'yes',
          childWords: '”Jag vill inte välja. Säg åt dem att sluta fråga.”',
          school: 'Sjöängsskolan, åk 3',
        },
      },
    ],
    safety: { incapacity: 'no' },
    texts: {
      observed:
        'Vid samtalet hos oss satt {0} under bordet de första tio minuterna. Han kräktes före båda lämningarna den här månaden.',
      told: 'Båda föräldrarna filmar överlämningarna och visar honom filmerna.',
      assessment: 'Föräldrarnas konflikt skadar pojken. Det går inte att vänta tills vårdnadsutredningen är klar.',
      since: 'Sedan tingsrättens interimistiska beslut',
    },
    outcome: {
      kind: 'opened',
      protection: 'Överlämning sker tills vidare i skolan. Ingen omedelbar fara hos någon av föräldrarna.',
      reasons:
        'Konflikten påverkar pojkens hälsa. Hans eget behov av stöd ska utredas, skilt från frågan om vårdnaden.',
      heard: '{0} har träffats två gånger i skolan utan föräldrarna.',
      closes: true,
    },
  },
  {
    from: 'familyLaw',
    client: 'father',
    children: [
      {
        age: 5,
        sex: 'f',
        answers: {
          concern: 'yes',
          livesWith: 'other_parent',
          whereabouts: { withWhom: 'safe_adult' },
          school: 'Förskolan Linden',
        },
      },
    ],
    safety: { ongoingSubstanceMisuse: 'yes', incapacity: 'no' },
    texts: {
      observed:
        'Fadern kom påverkad till umgänget. Umgängesstödet avbröt efter tjugo minuter. {0} frågade varför pappa pratade konstigt.',
      assessment: 'Flickan är trygg hos modern. Oron gäller vad som händer om umgänget fortsätter som det är planerat.',
      since: 'Andra gången på två månader',
    },
    outcome: {
      kind: 'declined',
      protection: 'Flickan bor hos modern. Umgänget är pausat av föräldrarna gemensamt.',
      reasons:
        'Modern skyddar flickan och fadern har accepterat paus och kontakt med beroendeenheten. Det finns inte skäl att inleda utredning.',
      heard: '{0} säger att pappa är snäll men att hon vill att tanten på umgänget är med.',
      offered: 'Modern har fått råd om hur man pratar med barn om alkohol.',
    },
  },
  {
    from: 'familyLaw',
    client: 'mother',
    children: [
      {
        age: 13,
        sex: 'f',
        answers: { concern: 'no', needOfSupport: 'yes', livesWith: 'alternating', childInformed: 'yes' },
      },
      {
        age: 10,
        sex: 'f',
        answers: { concern: 'no', needOfSupport: 'yes', livesWith: 'alternating', childInformed: 'yes' },
      },
    ],
    everyday: {
      schoolAbsence: 'no',
      evictionRisk: 'no',
      worksWell: 'Båda föräldrarna går på samarbetssamtal och håller vad de kommer överens om.',
    },
    texts: {
      told: 'Flickorna har sagt till båda föräldrarna att de vill träffa andra barn med skilda föräldrar.',
      assessment: 'Inga tecken på att de far illa. De är trötta på att vara budbärare.',
    },
    outcome: {
      kind: 'support',
      support: ['children_group'],
      offer: 'Grupp för barn med föräldrar som separerat, sex träffar.',
      consentBy: 'Båda föräldrarna',
      answer: 'Båda flickorna vill vara med, i olika grupper.',
      closing: 'Grupperna är avslutade. Föräldrarna skriver nu direkt till varandra.',
    },
  },
  {
    from: 'familyLaw',
    client: 'mother',
    children: [
      { age: 6, sex: 'm', answers: { concern: 'yes', livesWith: 'alternating', whereabouts: { withWhom: 'unknown' } } },
    ],
    safety: { incapacity: 'unknown', riskNow: 'unknown', afraidOfSomeone: 'unknown' },
    texts: {
      told: 'Fadern skulle ha lämnat {0} i söndags. Han svarar inte och arbetsgivaren säger att han sagt upp sig.',
      assessment: 'Ingen vet var pojken är. Fadern har tidigare talat om att flytta till sin bror i ett annat land.',
      since: 'Sedan i söndags kväll',
    },
    outcome: {
      kind: 'opened',
      protection:
        'Polisen söker efter fadern. Kontakt tagen med farmor, som fått ett sms om att de mår bra. Pojken är inte återfunnen.',
      measures: ['police', 'inquiry_at_once'],
      reasons: 'Pojken har förts bort från sin vårdnadshavare. Utredning inleds och följs upp dagligen.',
      closes: true,
    },
  },
  {
    from: 'familyLaw',
    client: 'mother',
    children: [
      { age: 11, sex: 'm', answers: { concern: 'yes', livesWith: 'alternating', school: 'Björkhagsskolan, åk 5' } },
    ],
    safety: { incapacity: 'no' },
    texts: {
      told: 'Modern säger att faderns nya sambo är sträng och att {0} inte får ha telefonen efter klockan 19.',
      assessment:
        'Jag kan inte själv bedöma uppgiften. Pojken har bett att få prata med någon utan att föräldrarna hör.',
    },
    outcome: {
      kind: 'declined',
      protection: 'Inget i uppgifterna tyder på fara.',
      reasons:
        'Pojken beskriver vanliga regler och två hem där han trivs. Det finns inget som tyder på behov av skydd eller stöd.',
      heard: 'Han säger att reglerna är okej men att han är trött på att mamma frågar ut honom.',
    },
  },
  {
    from: 'familyLaw',
    client: 'father',
    children: [
      {
        age: 8,
        sex: 'f',
        answers: { concern: 'yes', livesWith: 'other_parent', whereabouts: { withWhom: 'safe_adult' } },
      },
      {
        age: 4,
        sex: 'm',
        answers: { concern: 'yes', livesWith: 'other_parent', whereabouts: { withWhom: 'safe_adult' } },
      },
    ],
    safety: { incapacity: 'unknown' },
    texts: {
      told: 'Fadern, som vi träffar om umgänge, berättar att barnen flyttat med modern till Söderviken och att de sover i en husvagn utan värme.',
      assessment: 'Barnen vistas nu i en annan kommun. Uppgifterna behöver prövas där.',
    },
    outcome: {
      kind: 'transferred',
      protection:
        'Söderviks socialjour har gjort hembesök på vår begäran. Barnen har det varmt och är inte i fara i natt.',
      authority: 'Söderviks kommun, barn- och familjenämnden',
      reasons: 'Barnen är bosatta i Söderviken sedan den första i månaden. Ärendet överlämnas dit.',
    },
  },
  {
    from: 'familyLaw',
    client: 'mother',
    children: [{ age: 0, sex: 'f', answers: { concern: 'no', needOfSupport: 'no', identityMissing: 'newborn' } }],
    safety: { ongoingSubstanceMisuse: 'no' },
    outcome: { kind: 'note' },
  },
]
