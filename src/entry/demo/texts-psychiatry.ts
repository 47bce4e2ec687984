import type { Situation } from './situation.ts'

/** From social psychiatry, which is under another board: each concern is a report, each offer needs a ground. */
export const psychiatry: readonly Situation[] = [
  {
    from: 'psychiatry',
    client: 'mother',
    children: [
      { age: 6, sex: 'm', answers: { concern: 'yes', school: 'Förskoleklass, Björkhagsskolan' } },
      {
        age: 11,
        sex: 'f',
        answers: {
          concern: 'yes',
          school: 'Björkhagsskolan, åk 5',
          childInformed: 'yes',
          childWords: '”Mamma har inte sovit på flera nätter. Jag gömde bankkortet.”',
          youngCarer: {
            areas: { domestic: 'often', siblings: 'often', emotional: 'often', money: 'sometimes' },
            costs: ['sleep', 'school', 'worry'],
            adultToTurnTo: 'yes',
          },
        },
      },
    ],
    safety: { incapacity: 'without_other_adult', riskNow: 'yes' },
    notInformed:
      'Modern är så uppvarvad att ett samtal om anmälan skulle öka risken för barnen innan någon vuxen är på plats.',
    texts: {
      observed:
        'Boendestödet kom klockan 15. Modern talade oavbrutet, hade flyttat ut möblerna i trapphuset och planerade att resa samma kväll. Spisen stod på utan att något lagades.',
      told: '{1} berättade i hallen att modern inte sovit på fyra nätter och att hon själv gett lillebror mat.',
      assessment:
        'Modern är i ett maniskt skov och kan inte se till barnen i dag. Det finns ingen annan vuxen i hemmet.',
      since: 'Försämring sedan i söndags',
    },
    network: 'Moster bor i Grytby, en timme bort, och har ställt upp tidigare. Skolsköterskan känner {1} väl.',
    outcome: {
      kind: 'opened',
      childSeen: true,
      protection:
        'Omedelbart behov av skydd. Modern går frivilligt med till psykiatriska akuten och moster hämtar barnen i kväll.',
      measures: ['stays_with_safe_adult', 'health_care', 'inquiry_at_once'],
      reasons:
        'Modern insjuknar återkommande och barnen saknar då en vuxen. Barnens behov av stöd över tid ska utredas.',
      heard: '{1} vill att någon talar om i förväg vem som kommer när mamma blir sjuk.',
      closes: true,
    },
  },
  {
    from: 'psychiatry',
    client: 'father',
    children: [
      {
        age: 13,
        sex: 'm',
        answers: { concern: 'yes', school: 'Norrbackaskolan, åk 7', childInformed: 'no', livesWith: 'client' },
      },
    ],
    safety: { selfHarmOrHarmTalk: 'yes', incapacity: 'with_other_adult', riskNow: 'unknown' },
    texts: {
      told: 'Fadern säger att han inte orkar leva längre och att han har tänkt ut hur. Han säger att han inte skulle göra det medan {0} är hemma.',
      observed:
        'Fadern grät och svarade enstavigt. Persiennerna var nere mitt på dagen. {0} satt i sitt rum med hörlurar.',
      assessment:
        'Pojken lever nära en förälder med självmordstankar och riskerar att hitta honom. Han behöver skydd och stöd.',
      since: 'Depression i två år, självmordstankar uttalade i dag',
    },
    network: 'Pojkens mor avled för tre år sedan. Faster träffar honom varje vecka.',
    outcome: {
      kind: 'opened',
      childSeen: true,
      measures: ['stays_with_safe_adult', 'health_care', 'safety_plan'],
      protection: 'Fadern är inlagd sedan i går kväll. {0} bor hos sin faster, som kan ha honom så länge det behövs.',
      reasons: 'Faderns tillstånd påverkar pojkens trygghet och han har ingen annan vårdnadshavare. Utredning behövs.',
      heard: 'Han vill bo hos faster på vardagar och hälsa på pappa när läkaren säger att det går bra.',
      closes: true,
    },
  },
  {
    from: 'psychiatry',
    client: 'mother',
    children: [
      {
        age: 12,
        sex: 'f',
        answers: {
          concern: 'no',
          needOfSupport: 'yes',
          childInformed: 'yes',
          childWords: '”Jag vill bara veta att det inte smittar.”',
          school: 'Norrbackaskolan, åk 6',
          youngCarer: {
            areas: { emotional: 'often', domestic: 'sometimes' },
            costs: ['worry', 'friends'],
            adultToTurnTo: 'yes',
            planIfWorse: 'no',
          },
        },
      },
    ],
    everyday: {
      schoolAbsence: 'no',
      evictionRisk: 'no',
      worksWell: 'Mor och dotter har en nära relation och lagar mat ihop varje söndag.',
    },
    basis: {
      kind: 'consent',
      consentScope: 'Namn, telefon och att modern har stöd av oss. Inte diagnos eller läkemedel.',
    },
    texts: {
      observed:
        '{0} var hemma vid besöket och höll sig nära modern. Hon frågade boendestödjaren om rösterna kan bli värre.',
      told: 'Modern berättar att dottern stannar hemma från kompisar för att hålla henne sällskap.',
      assessment: 'Omsorgen fungerar. Flickan behöver kunskap om moderns sjukdom och tid för sig själv.',
    },
    outcome: {
      kind: 'support',
      support: ['information_talk', 'relief_of_duties'],
      offer:
        'Familjesamtal enligt en modell för barn till föräldrar med psykisk sjukdom, och fritidsstöd en gång i veckan.',
      consentBy: 'Modern',
      answer: 'Modern vill att samtalen sker hemma. Första mötet är bokat.',
      closing:
        'Fem familjesamtal genomförda. {0} har börjat på handboll och boendestödet har tagit över disk och tvätt.',
    },
  },
  {
    from: 'psychiatry',
    client: 'mother',
    children: [{ age: 8, sex: 'm', answers: { concern: 'yes', school: 'Sjöängsskolan, åk 2', childInformed: 'no' } }],
    everyday: {
      lacksBasics: 'yes',
      schoolAbsence: 'yes',
      worksWell: 'Modern tar emot hjälp och ångrar sig sällan när hon sagt ja.',
    },
    safety: { incapacity: 'unknown' },
    texts: {
      observed:
        'Fjärde besöket i rad med tomt kylskåp. Sopor i köket, kattsand i hallen. {0} bar samma tröja som vid de två senaste besöken och hostade.',
      told: 'Modern säger att han inte varit i skolan på en vecka eftersom hon inte orkat stiga upp.',
      assessment:
        'Barnets grundläggande behov tillgodoses inte. Våra insatser gäller modern och räcker inte för honom.',
      since: 'Gradvis sämre de senaste månaderna',
    },
    outcome: {
      kind: 'opened',
      protection:
        'Hembesök gjort. Mat finns hemma efter nödbistånd, pojken är förkyld men opåverkad. Inget omedelbart skyddsbehov.',
      question: {
        code: 'support_in_place',
        text: 'Vilka tider har modern boendestöd, och kan ni berätta vad som ingår och vad som inte gör det?',
        answer:
          'Måndag och torsdag 10–11.30. Det gäller moderns egen planering, post och inköp. Ingenting som rör pojkens skola.',
      },
      reasons: 'Brister i mat, hygien och skolgång har pågått under flera månader. Barnets behov behöver utredas.',
      heard: '{0} tycker om skolan och säger att han missar bussen när mamma sover.',
      closes: true,
    },
  },
  {
    from: 'psychiatry',
    client: 'mother',
    children: [{ age: 10, sex: 'f', answers: { concern: 'yes', school: 'Björkhagsskolan, åk 4' } }],
    safety: { incapacity: 'no' },
    texts: {
      observed:
        '{0} fick byta kläder i trapphuset innan hon gick in, och tvättade händerna fem gånger medan vi var där. Händerna är såriga.',
      told: 'Modern säger att det är hennes tvång, och att hon vet att det är fel mot flickan.',
      assessment: 'Barnet dras in i moderns ritualer på ett sätt som skadar henne. Hon bjuder inte hem någon.',
      since: 'Minst ett halvår',
    },
    outcome: {
      kind: 'declined',
      protection: 'Flickan är inte i fara. Skolsköterskan ser till händerna i dag.',
      reasons:
        'Modern har redan en behandlingsplan där barnet ingår och psykiatrin träffar flickan nästa vecka. Familjen tar emot stöd utan utredning, som nu skulle belasta mer än den hjälper.',
      heard: 'Flickan säger att hon vill att mammas läkare förklarar, och att hon vågar säga nej till mamma ibland.',
      offered: 'Familjesamtal och barngrupp, vilket modern har tagit emot.',
    },
  },
  {
    from: 'psychiatry',
    client: 'father',
    children: [
      {
        age: 9,
        sex: 'm',
        answers: {
          concern: 'no',
          needOfSupport: 'yes',
          livesWith: 'alternating',
          whereabouts: { withWhom: 'safe_adult' },
        },
      },
      {
        age: 7,
        sex: 'm',
        answers: {
          concern: 'no',
          needOfSupport: 'yes',
          livesWith: 'alternating',
          whereabouts: { withWhom: 'safe_adult' },
        },
      },
    ],
    everyday: { schoolAbsence: 'no', evictionRisk: 'no' },
    basis: {
      kind: 'consent',
      consentScope: 'Barnens namn, att fadern har kontakt med oss och att han vill ha hjälp att berätta.',
    },
    texts: {
      told: 'Fadern vill ha hjälp att berätta för pojkarna varför han varit på sjukhus. Modern är med på det.',
      assessment: 'Barnen har det bra hos båda föräldrarna. De har frågor som ingen svarat på.',
    },
    outcome: {
      kind: 'support',
      support: ['information_talk'],
      offer: 'Ett förberedande möte med föräldrarna och två samtal med pojkarna.',
      answer: 'Fadern vill vänta tills han mår bättre och hör av sig själv.',
      closing: 'Familjen tackade nej. De vet att de kan ringa.',
    },
  },
  {
    from: 'psychiatry',
    client: 'mother',
    children: [
      { age: 15, sex: 'f', answers: { concern: 'yes', school: 'Lillsjö gymnasium, åk 1', childInformed: 'yes' } },
    ],
    safety: { incapacity: 'unknown', ongoingSubstanceMisuse: 'unknown' },
    texts: {
      observed: '{0} öppnade dörren och sa att modern sover. Hon såg trött ut och hade en matkasse i handen.',
      told: 'Hon säger att hon jobbar extra varje kväll för att det ska räcka och att hon hoppat av fysiken.',
      assessment:
        'En ungdom som försörjer hemmet och tappar skolan. Modern har inte förmått ansöka om det hon har rätt till.',
    },
    outcome: {
      kind: 'declined',
      protection: 'Ingen fara i hemmet. Flickan mår efter omständigheterna bra och har kontakt med skolkuratorn.',
      reasons:
        'Behovet gäller i första hand familjens försörjning och moderns stöd. Ansökan om ekonomiskt bistånd är inlämnad och skolan har en plan. Familjen vill inte ha en utredning.',
      heard: '{0} vill sluta jobba vardagskvällar och ta igen fysiken.',
      offered: 'Ungdomssamtal, och att vi följer med till ekonomiskt bistånd.',
    },
  },
  {
    from: 'psychiatry',
    client: 'father',
    children: [
      {
        age: 7,
        sex: 'f',
        answers: {
          concern: 'no',
          needOfSupport: 'no',
          livesWith: 'other_parent',
          whereabouts: { withWhom: 'safe_adult' },
        },
      },
    ],
    outcome: { kind: 'note' },
  },
]
