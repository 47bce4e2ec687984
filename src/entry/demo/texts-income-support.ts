import type { Situation } from './situation.ts'

/** From income support: eviction, empty cupboards, children who interpret, and what is heard in passing. */
export const incomeSupport: readonly Situation[] = [
  {
    from: 'incomeSupport',
    client: 'mother',
    children: [
      { age: 13, sex: 'm', answers: { concern: 'unknown', needOfSupport: 'yes', school: 'Norrbackaskolan, åk 7' } },
      { age: 9, sex: 'f', answers: { concern: 'unknown', needOfSupport: 'yes', school: 'Sjöängsskolan, åk 3' } },
      { age: 5, sex: 'f', answers: { concern: 'unknown', needOfSupport: 'yes', school: 'Förskolan Linden' } },
    ],
    everyday: {
      evictionRisk: 'yes',
      schoolAbsence: 'no',
      worksWell: 'Modern har kontakt med skolan och håller ihop vardagen.',
    },
    texts: {
      observed: 'Modern visade ansökan om avhysning från kronofogden, med datum om fyra veckor.',
      told: 'Barnen vet om det. Den äldste har börjat packa sina saker.',
      assessment: 'Barnen är oroliga för att förlora sitt hem. De behöver stöd medan vi arbetar med hyresskulden.',
      since: 'Hyresskuld sedan ett halvår',
    },
    outcome: {
      kind: 'support',
      support: ['family_talks', 'school_contact'],
      offer: 'Familjesamtal och kontakt med skolan så att mentorerna vet. Bosociala teamet arbetar parallellt.',
      consentBy: 'Modern',
      answer: 'Modern vill gärna ha hjälp att prata med barnen.',
      closing: 'Avhysningen är avvärjd. Familjen behöver inte mer stöd nu.',
    },
  },
  {
    from: 'incomeSupport',
    client: 'father',
    children: [
      { age: 7, sex: 'f', answers: { concern: 'yes', school: 'Björkhagsskolan, åk 1' } },
      { age: 3, sex: 'm', answers: { concern: 'yes' } },
    ],
    everyday: { lacksBasics: 'yes', evictionRisk: 'no', worksWell: 'Fadern är varm mot barnen och ber om hjälp.' },
    safety: { incapacity: 'unknown' },
    texts: {
      observed:
        'Barnen var med på besöket. {1} hade en tunn tröja trots kylan och drack tre glas vatten i sträck. {0} frågade om det fanns frukt.',
      told: 'Fadern säger att strömmen stängts av och att de lagat mat på ett campingkök inomhus i en vecka.',
      assessment: 'Barnen saknar mat och värme. Det är farligt att använda gasol inne.',
      since: 'Strömmen stängd sedan åtta dagar',
    },
    outcome: {
      kind: 'declined',
      protection:
        'Nödbistånd beviljat samma dag och elen är påkopplad. Hembesök visar att barnen har vad de behöver i kväll.',
      childSeen: true,
      reasons:
        'Bristen berodde på att bidragen stannat av när modern flyttade. Försörjningen är ordnad och fadern har i övrigt god omsorg om barnen. Det som oroade är åtgärdat.',
      heard: '{0} berättar att de lekt att de tältat och att det nu går att se på film igen.',
      offered: 'Råd och stöd på familjecentralen.',
    },
  },
  {
    from: 'incomeSupport',
    client: 'mother',
    language: 'Arabiska',
    children: [
      {
        age: 12,
        sex: 'f',
        answers: {
          concern: 'no',
          needOfSupport: 'yes',
          childInformed: 'yes',
          childWords: '”Det är lättare att jag säger det, annars blir det fel på pappren.”',
          school: 'Sjöängsskolan, åk 6',
          youngCarer: { areas: { interpreting: 'often', money: 'sometimes' }, costs: ['school'], adultToTurnTo: 'yes' },
        },
      },
    ],
    everyday: { schoolAbsence: 'yes', evictionRisk: 'no' },
    texts: {
      observed:
        '{0} ringde för moderns räkning under skoltid och kom med på mötet. Tolk var bokad, men modern ville att dottern skulle förklara.',
      told: 'Hon har varit med modern på vårdcentralen, banken och hos oss de senaste veckorna.',
      assessment:
        'Flickan tolkar i samtal som inte är för barn, och missar skola. Familjen behöver tolk och stöd, inte utredning.',
    },
    outcome: {
      kind: 'support',
      support: ['relief_of_duties', 'parenting_support'],
      offer:
        'Samhällsinformatör på arabiska följer med på myndighetsbesök. En föräldragrupp på arabiska startar nästa månad.',
      consentBy: 'Modern',
      answer: 'Modern är lättad. Flickan går inte längre med på möten.',
      closing: 'Informatören är på plats. Skolan bekräftar full närvaro.',
    },
  },
  {
    from: 'incomeSupport',
    client: 'mother',
    children: [
      { age: 15, sex: 'm', answers: { concern: 'yes', school: 'Norrbackaskolan, åk 9', childInformed: 'no' } },
    ],
    everyday: { schoolAbsence: 'yes' },
    safety: { incapacity: 'no' },
    texts: {
      told: 'Modern berättar att {0} inte varit i skolan sedan lovet, är ute på nätterna och har kommit hem med en dyr jacka och två telefoner.',
      observed: 'Under samtalet ringde hans telefon, som modern hade med sig, elva gånger från dolt nummer.',
      assessment: 'Det finns risk att pojken utnyttjas i kriminalitet. Modern är rädd om honom och vill ha hjälp.',
      since: 'Sex veckor',
    },
    network: 'Morbror har god kontakt med honom. Fotbollsklubben vill ha honom tillbaka.',
    outcome: {
      kind: 'opened',
      protection: 'Pojken är hemma hos morbror utanför kommunen över helgen. Modern har ringt polisens ungdomsteam.',
      measures: ['stays_with_safe_adult', 'police'],
      reasons: 'Tecken på att ungdomen utnyttjas av äldre. Behovet av skydd och stöd ska utredas skyndsamt.',
      heard: '{0} säger inte mycket men tar emot att morbror är med.',
      closes: true,
    },
  },
  {
    from: 'incomeSupport',
    client: 'father',
    language: 'Tigrinja',
    children: [
      {
        age: 6,
        sex: 'm',
        answers: { concern: 'no', needOfSupport: 'yes', identityMissing: 'not_registered' },
      },
    ],
    everyday: { evictionRisk: 'no', schoolAbsence: 'unknown' },
    texts: {
      told: 'Fadern uppger att sonen kom till Sverige för en månad sedan och ännu inte är folkbokförd. Han har inte fått skolplats.',
      assessment: 'Inget tyder på att barnet far illa. Familjen behöver hjälp att komma i kontakt med skola och vård.',
    },
    outcome: {
      kind: 'support',
      support: ['school_contact', 'parenting_support'],
      offer: 'Vi tar kontakt med skolans mottagningsenhet och bokar hälsoundersökning tillsammans med fadern.',
      consentBy: 'Fadern',
      answer: 'Fadern tackar ja. Möte på skolan är bokat.',
      closing: 'Pojken har börjat i förskoleklass.',
    },
  },
  {
    from: 'incomeSupport',
    client: 'mother',
    doNotCallHome: true,
    contactNote: 'Ring aldrig hem. Nås genom skolkuratorn på dagtid.',
    children: [
      {
        age: 16,
        sex: 'f',
        answers: {
          concern: 'yes',
          childInformed: 'yes',
          childWords: '”Säg inte till någon att jag sa det här.”',
          whereabouts: { withWhom: 'client', where: 'I skolan till klockan 15' },
          school: 'Lillsjö gymnasium, åk 1',
        },
      },
    ],
    safety: { violence: 'unknown', afraidOfSomeone: 'yes', riskNow: 'unknown', incapacity: 'no' },
    notInformed: 'Att föräldrarna får veta kan leda till att hon förs utomlands eller utsätts för våld.',
    texts: {
      observed: '{0} väntade utanför efter mötet med modern och bad att få säga en sak. Hon skakade.',
      told: 'Hon säger att hennes pass är gömt, att brodern går igenom hennes telefon och att det bokats en resa på lovet som ingen talar om.',
      assessment: 'Misstänkt hedersrelaterat förtryck med risk för att hon förs ut ur landet. Akut.',
      since: 'Stramare sedan hon började gymnasiet',
    },
    outcome: {
      kind: 'opened',
      childSeen: true,
      protection:
        'Samtal i skolan utan föräldrarnas vetskap. Flickan bedöms vara i behov av omedelbart skydd. Ordförande kontaktad om utreseförbud och omedelbart omhändertagande.',
      measures: ['police', 'immediate_custody', 'inquiry_at_once'],
      reasons: 'Uppgifter om kontroll, hot och planerad resa. Utredning inleds omedelbart.',
      heard: 'Hon vill bo på ett ställe där brodern inte vet var hon är, och gå kvar i skolan.',
      closes: true,
    },
  },
  {
    from: 'incomeSupport',
    client: 'father',
    children: [
      {
        age: 18,
        sex: 'm',
        answers: {
          concern: 'yes',
          childInformed: 'yes',
          guardians: { clientIsGuardian: 'no' },
          school: 'Lillsjö gymnasium, åk 3',
        },
      },
    ],
    safety: { incapacity: 'no', ongoingSubstanceMisuse: 'unknown' },
    texts: {
      observed: '{0} kom själv till receptionen med två väskor och frågade var man kan sova.',
      told: 'Fadern har slängt ut honom efter ett bråk. Han har sovit hos kompisar i två veckor och går tredje året på gymnasiet.',
      assessment: 'En ung person utan bostad och utan vuxenstöd, mitt i sista skolåret.',
    },
    outcome: {
      kind: 'handed_over',
      protection: 'Han sover hos en klasskamrats familj till veckans slut. Ingen akut fara.',
      reasons: 'Han har fyllt 18 år. Mottagningen för unga 18–20 tar över och har tid för honom i morgon.',
      opening: 'Han behöver boende och stöd för att klara skolan. Utredning om bistånd inleds med hans samtycke.',
    },
  },
  {
    from: 'incomeSupport',
    client: 'mother',
    children: [{ age: 4, sex: 'f', answers: { concern: 'yes', school: 'Förskolan Linden', livesWith: 'client' } }],
    safety: { incapacity: 'no' },
    texts: {
      observed:
        'Modern skrek åt {0} i väntrummet och drog henne hårt i armen när hon inte ville gå. Flickan blev stel och tyst.',
      assessment: 'En enstaka händelse men barnets reaktion oroade både mig och kollegan i receptionen.',
      since: 'I dag',
    },
    outcome: {
      kind: 'declined',
      protection: 'Modern har ringts upp och förskolan kontaktats. Inga skador, ingen fara för flickan.',
      reasons:
        'Förskolan ser en trygg flicka och en mor som är trött efter en tid med sömnbrist. Modern tar händelsen på allvar. Det finns inte skäl att utreda.',
      notHeard: 'Flickan är fyra år och har inte talats med. Förskolan har beskrivit hur hon har det.',
      offered: 'Föräldrarådgivning på familjecentralen, tid bokad.',
    },
  },
  {
    from: 'incomeSupport',
    client: 'mother',
    children: [
      { age: 3, sex: 'f', answers: { concern: 'no', needOfSupport: 'no' } },
      { age: 8, sex: 'm', answers: { concern: 'no', needOfSupport: 'no' } },
    ],
    everyday: { evictionRisk: 'no', schoolAbsence: 'no' },
    outcome: { kind: 'note' },
  },
]
