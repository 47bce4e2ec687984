import type { Situation } from './situation.ts'

/** From the unit for violence in close relations. Where somebody is protected, nothing here says where anybody is. */
export const violenceUnit: readonly Situation[] = [
  {
    from: 'violence',
    client: 'mother',
    protection: 'protected_registration',
    doNotCallHome: true,
    children: [
      {
        age: 5,
        sex: 'f',
        answers: {
          concern: 'yes',
          protection: 'protected_registration',
          livesWith: 'client',
          whereabouts: { withWhom: 'client' },
        },
      },
      {
        age: 8,
        sex: 'm',
        answers: {
          concern: 'yes',
          protection: 'protected_registration',
          livesWith: 'client',
          childInformed: 'yes',
          childWords: '”Om pappa frågar så säger jag att jag har glömt.”',
        },
      },
    ],
    safety: { violence: 'yes', afraidOfSomeone: 'yes', incapacity: 'no', riskNow: 'no' },
    texts: {
      observed: '{1} ritade ett hus utan dörr och sa att det är bäst så. {0} håller i modern hela tiden.',
      told: 'Modern berättar om sex år av våld. Barnen har sett fadern ta stryptag på henne, senast i förra månaden.',
      assessment: 'Barnen har bevittnat grovt våld och är brottsoffer i egen rätt. De behöver skydd och eget stöd.',
      since: 'Hela barnens liv',
    },
    outcome: {
      kind: 'opened',
      childSeen: true,
      protection:
        'Barnen är i skyddat boende tillsammans med modern. Fadern vet inte var. Skyddet är tillräckligt i dag.',
      measures: ['safety_plan', 'inquiry_at_once'],
      reasons:
        'Barnen har upplevt våld under lång tid. Utredning av deras behov av skydd, stöd och vård inleds utan dröjsmål.',
      heard: '{1} vill att hunden också ska vara i säkerhet. {0} har hörts genom lek tillsammans med modern.',
      closes: true,
    },
  },
  {
    from: 'violence',
    client: 'father',
    children: [
      { age: 6, sex: 'm', answers: { concern: 'yes', school: 'Förskoleklass, Björkhagsskolan' } },
      { age: 3, sex: 'f', answers: { concern: 'yes' } },
    ],
    safety: { violence: 'yes', afraidOfSomeone: 'unknown', incapacity: 'no', riskNow: 'unknown' },
    texts: {
      told: 'I behandlingssamtalet berättar mannen att han slagit sin sambo med öppen hand vid två tillfällen de senaste månaderna, och att barnen var i rummet bredvid.',
      assessment: 'Barnen lever med våld. Mannen tar ansvar för det i ord, men har ännu inga verktyg.',
      since: 'Två kända tillfällen',
    },
    network: 'Sambons syster känner till våldet och kan ta emot familjen.',
    outcome: {
      kind: 'opened',
      protection:
        'Samtal med modern på egen hand. Mannen bor hos sin bror tills vidare. Säkerhetsplan upprättad med modern.',
      measures: ['safety_plan'],
      reasons: 'Våld i hemmet är bekräftat av den som utövat det. Barnens behov ska utredas.',
      heard: '{0} säger att han brukar ta med lillasyster in i garderoben när pappa låter högt.',
      closes: true,
    },
  },
  {
    from: 'violence',
    client: 'mother',
    protection: 'secrecy_mark',
    doNotCallHome: true,
    children: [
      {
        age: 10,
        sex: 'f',
        answers: {
          concern: 'yes',
          protection: 'secrecy_mark',
          childInformed: 'yes',
          childWords: '”Jag går alltid sist ut så att jag ser om bilen är där.”',
        },
      },
    ],
    safety: { violence: 'no', afraidOfSomeone: 'yes', incapacity: 'no' },
    texts: {
      told: 'Moderns tidigare partner följer efter henne trots kontaktförbud. I måndags stod han utanför när {0} slutade.',
      assessment:
        'Flickan lever i rädsla och har börjat anpassa sig efter hotet. Hon behöver skydd och någon att tala med.',
      since: 'Ett par månader',
    },
    outcome: {
      kind: 'opened',
      protection:
        'Skolan har fått en skyddsinstruktion och polisen har utökat larm. Ingen ytterligare åtgärd krävs i dag.',
      measures: ['police', 'safety_plan'],
      extension: {
        reason: 'police_interview_first',
        text: 'Barnförhör är utsatt på Barnahus om tio dagar. Polisen har begärt att vi inte talar med flickan eller modern dessförinnan.',
      },
      reasons: 'Efter förhöret finns skäl att utreda flickans behov av skydd och stöd.',
      heard: 'Hörd på Barnahus. Hon vill kunna gå till skolan utan att titta sig om.',
    },
  },
  {
    from: 'violence',
    client: 'mother',
    children: [{ age: 1, sex: 'm', answers: { concern: 'yes', identityMissing: 'other' } }],
    safety: { violence: 'yes', afraidOfSomeone: 'yes', incapacity: 'no', riskNow: 'unknown' },
    texts: {
      observed:
        'Modern har blåmärken på båda överarmarna. {0} satt i knät, tittade mycket på dörren och grät när en manlig kollega kom in.',
      told: 'Hon har tagit tillbaka polisanmälan och vill flytta hem. Hon säger att han aldrig rört barnet.',
      assessment:
        'Ett litet barn tar skada av våld mot den förälder det är beroende av. Återgången till hemmet är en risk.',
      since: 'Sedan graviditeten',
    },
    outcome: {
      kind: 'opened',
      childSeen: true,
      protection: 'Modern stannar på jourboendet i natt efter samtal. Nytt möte i morgon med barnets behov i centrum.',
      measures: ['safety_plan', 'out_of_hours_informed'],
      reasons: 'Våld mot modern och osäkerhet om hon återvänder. Barnets behov av skydd ska utredas.',
      closes: true,
    },
  },
  {
    from: 'violence',
    client: 'mother',
    children: [
      {
        age: 16,
        sex: 'm',
        answers: {
          concern: 'yes',
          childInformed: 'yes',
          childWords: '”Jag ringde för att jag inte kunde hålla emot dörren längre.”',
          school: 'Lillsjö gymnasium, åk 1',
        },
      },
      { age: 13, sex: 'f', answers: { concern: 'yes', school: 'Norrbackaskolan, åk 7' } },
    ],
    safety: { violence: 'yes', afraidOfSomeone: 'yes', incapacity: 'no', riskNow: 'no' },
    texts: {
      observed: '{0} hade en svullen hand och ville inte gå till vårdcentralen.',
      told: 'Natten till lördag ringde han polisen när styvfadern försökte ta sig in till modern. Styvfadern är anhållen.',
      assessment: 'Ungdomarna har varit direkt utsatta. Den äldre har tagit på sig att skydda de andra.',
      since: 'Tre kända händelser i år',
    },
    outcome: {
      kind: 'opened',
      protection:
        'Styvfadern är frihetsberövad. Ungdomarna är trygga hemma så länge det består. Kontakt med åklagare etablerad.',
      measures: ['police', 'health_care', 'safety_plan'],
      extension: {
        reason: 'police_interview_first',
        text: 'Förundersökningsledaren har bett oss vänta med samtal tills båda ungdomarna förhörts. Förhör är utsatta till nästa vecka.',
      },
      reasons: 'Våld i hemmet som drabbat båda ungdomarna. Utredning inleds efter genomförda förhör.',
      heard: '{0} vill att någon talar med hans syster. {1} vill inte prata ännu.',
      closes: true,
    },
  },
  {
    from: 'violence',
    client: 'mother',
    children: [
      {
        age: 12,
        sex: 'm',
        answers: {
          concern: 'no',
          needOfSupport: 'yes',
          childInformed: 'yes',
          childWords: '”Jag drömmer om det ibland fast det var länge sedan.”',
          livesWith: 'client',
          school: 'Sjöängsskolan, åk 6',
        },
      },
    ],
    everyday: {
      schoolAbsence: 'no',
      evictionRisk: 'no',
      worksWell: 'Modern och sonen har haft lugn och ro i över ett år.',
    },
    texts: {
      told: 'Våldet upphörde när fadern flyttade utomlands för två år sedan. {0} har sagt till modern att han vill prata med någon.',
      assessment: 'Ingen pågående oro. Han ber själv om hjälp att bearbeta det som hänt.',
    },
    outcome: {
      kind: 'support',
      support: ['conversations', 'children_group'],
      offer: 'Individuella samtal hos familjebehandlare med utbildning i trauma hos barn.',
      consentBy: 'Modern, och pojken själv',
      answer: 'De vill börja efter lovet.',
      closing: 'Åtta samtal genomförda. Han sover bättre.',
    },
  },
  {
    from: 'violence',
    client: 'father',
    children: [
      {
        age: 9,
        sex: 'f',
        answers: {
          concern: 'yes',
          livesWith: 'other_parent',
          whereabouts: { withWhom: 'safe_adult' },
          school: 'Björkhagsskolan, åk 3',
        },
      },
    ],
    safety: { violence: 'yes', afraidOfSomeone: 'no', incapacity: 'no' },
    texts: {
      told: 'Mannen berättar om våld mot flickans mor för fyra år sedan, innan de separerade. Flickan var fem år och hemma.',
      assessment: 'Uppgiften är gammal men har inte varit känd hos er. Jag vet inte om {0} fått hjälp.',
    },
    outcome: {
      kind: 'declined',
      protection: 'Flickan bor med modern och träffar inte fadern på egen hand. Inget pågående våld.',
      reasons: 'Våldet utreddes av kommunen när det skedde och flickan fick då behandling. Inget nytt har framkommit.',
      override: 'Det våld som anmäls är redan utrett och avslutat med insats. Båda föräldrarna och flickan är hörda.',
      heard: 'Flickan minns samtalen hon gick på och säger att hon har det bra nu.',
      offered: 'Modern har fått veta hur de når samtalsmottagningen.',
    },
  },
]
