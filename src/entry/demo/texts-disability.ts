import type { Situation } from './situation.ts'

/** From the LSS unit, under another board: a parent's disability, and the child who helps. */
export const disabilityUnit: readonly Situation[] = [
  {
    from: 'disability',
    client: 'mother',
    children: [{ age: 3, sex: 'f', answers: { concern: 'yes', livesWith: 'client' } }],
    safety: { incapacity: 'unknown', dangerWithinReach: 'yes' },
    texts: {
      observed:
        'Vid hembesöket klättrade {0} på balkongräcket två gånger utan att modern hann dit. Medicindosetten låg öppen på golvet.',
      told: 'Modern säger att hon vill göra rätt men inte vet hur hon ska få flickan att lyssna.',
      assessment: 'Modern behöver mycket mer stöd i föräldraskapet än vad LSS kan ge. Flickan riskerar att skada sig.',
      since: 'Tydligare sedan hon lärde sig klättra',
    },
    everyday: { worksWell: 'Modern är varm, läser böcker varje kväll och kommer alltid på möten.' },
    network: 'Moderns gode man och mormor, som bor i samma hus.',
    outcome: {
      kind: 'opened',
      childSeen: true,
      protection: 'Hembesök i dag. Balkongdörren har fått spärr, läkemedlen är inlåsta och mormor är hos dem dagligen.',
      reasons:
        'Moderns möjlighet att på egen hand ge flickan en trygg vardag behöver utredas, liksom vilket stöd som passar.',
      closes: true,
    },
  },
  {
    from: 'disability',
    client: 'father',
    children: [
      {
        age: 11,
        sex: 'f',
        answers: {
          concern: 'no',
          needOfSupport: 'yes',
          childInformed: 'yes',
          childWords: '”Assistenten kommer klockan åtta. Innan dess är det jag.”',
          school: 'Björkhagsskolan, åk 5',
          youngCarer: {
            areas: { personal_care: 'often', domestic: 'often', emotional: 'sometimes' },
            costs: ['sleep', 'friends'],
            adultToTurnTo: 'no',
            planIfWorse: 'no',
          },
        },
      },
    ],
    everyday: {
      schoolAbsence: 'no',
      evictionRisk: 'no',
      worksWell: 'Far och dotter skämtar mycket och har det fint tillsammans.',
    },
    basis: { kind: 'consent', consentScope: 'Allt som rör dotterns situation. Inte faderns vårdkontakter.' },
    texts: {
      observed: '{0} hjälpte fadern upp ur sängen, tog fram kläder och gav morgonmedicin innan hon gick till skolan.',
      told: 'Fadern har haft en hjärnskada sedan två år och mindre assistans än beslutat eftersom tjänster är vakanta.',
      assessment: 'Vi åtgärdar bemanningen. Flickan har tagit ett stort ansvar länge och behöver eget stöd.',
    },
    outcome: {
      kind: 'support',
      support: ['relief_of_duties', 'conversations', 'children_group'],
      offer:
        'Samtal varannan vecka och grupp för unga omsorgsgivare. Uppföljning efter tre och sex månader med samma frågor.',
      consentBy: 'Fadern, efter samtal med dottern',
      answer: 'De tackar ja till båda. Flickan vill börja med gruppen.',
      closing: 'Morgonassistansen är på plats. {0} sover längre och har övernattat hos en kompis.',
    },
  },
  {
    from: 'disability',
    client: 'mother',
    children: [{ age: 9, sex: 'm', answers: { concern: 'yes', school: 'Sjöängsskolan, åk 3' } }],
    safety: { violence: 'unknown', incapacity: 'no' },
    texts: {
      told: 'Två personliga assistenter har var för sig berättat att moderns sambo skriker åt {0} så att han kissar på sig, och att han fått äta ensam i tvättstugan.',
      assessment: 'Pojken utsätts för kränkande behandling. Assistenterna är trovärdiga och har inte talat ihop sig.',
      since: 'Sedan sambon flyttade in för tre månader sedan',
    },
    notInformed: 'Sambon är hemma dygnet runt. Vi vill att ni avgör hur samtalet ska ske.',
    outcome: {
      kind: 'opened',
      childSeen: true,
      protection:
        'Pojken har träffats i skolan. Han är rädd för sambon men vill gå hem till modern. Sambon lämnar hemmet i dag.',
      measures: ['safety_plan', 'inquiry_at_once'],
      question: {
        code: 'what_was_seen',
        text: 'Vad har assistenterna själva sett och hört, och när? Går det bra att vi talar med dem?',
        answer:
          'En av dem såg honom sitta i tvättstugan i fredags vid 18-tiden. Den andra har hört skriken två gånger. Båda vill berätta.',
      },
      reasons: 'Uppgifter om återkommande kränkningar av pojken i hemmet. Utredning inleds.',
      heard: '{0} säger att det är tyst hemma när det bara är mamma och assistenten.',
      closes: true,
    },
  },
  {
    from: 'disability',
    client: 'mother',
    children: [
      {
        age: 14,
        sex: 'm',
        answers: {
          concern: 'no',
          needOfSupport: 'yes',
          childInformed: 'no',
          school: 'Norrbackaskolan, åk 8',
          youngCarer: {
            areas: { personal_care: 'often', domestic: 'often' },
            costs: ['school', 'sleep'],
            adultToTurnTo: 'unknown',
            planIfWorse: 'no',
          },
        },
      },
    ],
    everyday: { schoolAbsence: 'yes', evictionRisk: 'no' },
    basis: {
      kind: 'need_for_care',
      note: 'Modern har inte kunnat lämna samtycke på grund av sin försämring. Pojken sköter hennes sprutor och behöver stöd nu.',
    },
    texts: {
      observed:
        '{0} gav modern hennes spruta och skrev upp tiden på en lapp på kylskåpet. Där fanns lappar för tre veckor.',
      told: 'Hemtjänsten uppger att han avböjer deras hjälp på nätterna, för att modern vill ha honom där.',
      assessment:
        'Pojken utför vård som inte är hans. Modern är en trygg förälder och det finns ingen oro för hur han behandlas.',
    },
    outcome: {
      kind: 'support',
      support: ['relief_of_duties', 'conversations'],
      offer: 'Möte med modern, hemsjukvården och er för att lyfta av honom sprutorna. Samtal för honom själv.',
      consentBy: 'Modern, och pojken själv',
      answer: 'Modern är bättre och säger ja. Hemsjukvården tar över från fredag.',
      closing: 'Hemsjukvården sköter all medicinering. Skolan ser att han är piggare.',
    },
  },
  {
    from: 'disability',
    client: 'father',
    children: [
      { age: 7, sex: 'f', answers: { concern: 'no', needOfSupport: 'yes' } },
      { age: 10, sex: 'm', answers: { concern: 'no', needOfSupport: 'yes' } },
    ],
    everyday: { schoolAbsence: 'no', evictionRisk: 'no' },
    basis: { kind: 'consent', consentScope: 'Barnens namn och ålder, och att fadern har MS.' },
    texts: {
      told: 'Fadern har fått besked om att han snart behöver rullstol. Föräldrarna vet inte hur de ska säga det till barnen.',
      assessment: 'Barnen har det bra. Föräldrarna vill ha råd innan det blir märkbart.',
    },
    outcome: {
      kind: 'support',
      support: ['information_talk', 'family_talks'],
      offer: 'Två samtal med föräldrarna och därefter ett med hela familjen.',
      consentBy: 'Båda föräldrarna',
      answer: 'Föräldrarna tackar ja och vill börja utan barnen.',
      closing: 'Samtalen är genomförda. Familjen vet vart de kan vända sig.',
    },
  },
  {
    from: 'disability',
    client: 'father',
    children: [
      { age: 12, sex: 'm', answers: { concern: 'yes', livesWith: 'alternating', school: 'Sjöängsskolan, åk 6' } },
    ],
    safety: { incapacity: 'with_other_adult' },
    texts: {
      observed:
        'Fadern glömde att {0} skulle hämtas och mindes det inte när jag frågade. Det är tredje gången jag ser det.',
      told: 'Pojken säger att han går hem själv och att han har egen nyckel.',
      assessment: 'Faderns minnessvårigheter har ökat. Pojken kan bli utan tillsyn på kvällarna.',
    },
    outcome: {
      kind: 'declined',
      protection: 'Modern har förstahandsansvaret och är nåbar. Pojken är trygg.',
      reasons:
        'Föräldrarna har gjort ett schema där farmor finns med under pappaveckorna, och LSS har utökat ledsagningen. Pojkens behov är tillgodosedda utan utredning.',
      heard: '{0} tycker att det är bra att farmor kommer och vill fortsätta ha egen nyckel.',
      offered: 'Information om sjukdomen för pojken, hos faderns minnesmottagning.',
    },
  },
  {
    from: 'disability',
    client: 'mother',
    children: [
      {
        age: 5,
        sex: 'm',
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
