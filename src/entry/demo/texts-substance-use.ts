import type { Situation } from './situation.ts'

/** From the unit for substance use: relapse, pregnancy, infants, and children who keep watch. */
export const substanceUse: readonly Situation[] = [
  {
    from: 'substanceUse',
    client: 'mother',
    children: [
      {
        age: 8,
        sex: 'm',
        answers: {
          concern: 'yes',
          school: 'Björkhagsskolan, åk 2',
          childInformed: 'no',
          childWords: '”Jag brukar väcka mamma så att vi hinner.”',
          youngCarer: {
            areas: { domestic: 'often', siblings: 'often' },
            costs: ['school', 'worry'],
            adultToTurnTo: 'unknown',
          },
        },
      },
      { age: 4, sex: 'f', answers: { concern: 'yes', school: 'Förskolan Linden' } },
    ],
    safety: { ongoingSubstanceMisuse: 'yes', incapacity: 'with_other_adult' },
    everyday: { worksWell: 'Barnen är hela och rena, och modern håller sina tider hos oss när hon är nykter.' },
    network:
      'Mormor bor i grannkvarteret och har haft barnen när modern varit på avgiftning. Ingen kontakt med fadern.',
    texts: {
      observed:
        'Hembesök klockan 10 på tisdagen. Modern luktade alkohol och sluddrade. {1} gick i pyjamas och hade inte ätit frukost. Tre tomma vinboxar stod vid diskbänken.',
      told: 'Modern berättar att hon druckit sedan i torsdags och att {0} tagit sig till skolan själv de senaste dagarna.',
      assessment:
        'Modern kan inte ge barnen den omsorg de behöver så länge återfallet pågår. {0} tar ett ansvar som inte är ett barns.',
      since: 'Återfall sedan i torsdags, det tredje på ett år',
    },
    outcome: {
      kind: 'opened',
      protection:
        'Mormor har hämtat barnen och de stannar hos henne veckan ut. Modern är införstådd. Inget behov av omedelbart skydd så länge det gäller.',
      reasons:
        'Upprepade återfall och ett äldre syskon som bär ansvar för det yngre ger skäl att utreda barnens behov av stöd och skydd.',
      heard: '{0} har träffats i skolan och berättar att mornarna är jobbigast.',
      closes: true,
    },
  },
  {
    from: 'substanceUse',
    client: 'father',
    children: [
      { age: 9, sex: 'f', answers: { concern: 'yes', livesWith: 'alternating', school: 'Sjöängsskolan, åk 3' } },
    ],
    safety: { ongoingSubstanceMisuse: 'yes', dangerWithinReach: 'yes', incapacity: 'unknown' },
    texts: {
      observed:
        'Vid provtagningen i dag var fadern trött och hade svårt att följa samtalet. Provet visar bensodiazepiner.',
      told: 'Fadern säger att han bara tar tabletter när {0} sover. Tabletterna förvaras enligt honom i nattduksbordet.',
      assessment:
        'Risk att {0} är ensam om att klara sig på kvällar och nätter under pappaveckan, och att hon kommer åt läkemedel.',
      since: 'Känt för oss i tre veckor',
    },
    everyday: { worksWell: 'Fadern lämnar och hämtar i tid och har själv bett om hjälp.' },
    network: 'Modern bor i samma kommun, föräldrarna pratar med varandra. Farfar ställer upp på helger.',
    outcome: {
      kind: 'opened',
      protection:
        'Flickan är hos modern till och med söndag. Modern låter henne vara kvar tills fadern lämnat rena prov.',
      question: {
        code: 'contact_safety',
        text: 'Vet modern om återfallet, och går det att ringa henne utan att det ställer till det för er kontakt med fadern?',
        answer: 'Ja. Fadern har själv berättat för henne i går kväll och vi har hans samtycke att tala med henne.',
      },
      reasons: 'Faderns bruk pågår under hans boendeveckor. Barnets boende och trygghet hos honom behöver utredas.',
      heard: '{0} säger att pappa sover mycket och att hon då ringer mamma.',
      closes: true,
    },
  },
  {
    from: 'substanceUse',
    client: 'mother',
    children: [{ age: { weeksLeft: 14 }, sex: 'f', answers: { concern: 'yes' } }],
    safety: { ongoingSubstanceMisuse: 'yes', incapacity: 'unknown' },
    texts: {
      observed: 'Vid mottagningsbesöket syns graviditeten tydligt. Salivprov positivt för amfetamin.',
      told: 'Kvinnan uppger att hon är i vecka 26, att hon inte varit på mödrahälsovården sedan inskrivningen och att hon vill sluta.',
      assessment:
        'Det väntade barnet riskerar att skadas och kommer att behöva skydd och stöd från födseln om inget ändras.',
      since: 'Bruk under hela graviditeten, senaste intag i förrgår',
    },
    network: 'Kvinnans syster är nykter och följer gärna med på besök. Barnets far är frihetsberövad.',
    outcome: {
      kind: 'opened',
      protection:
        'Barnet är inte fött. Kvinnan tar emot en tid hos mödrahälsovårdens specialistteam i morgon och systern följer med.',
      reasons:
        'Utredning inleds om det väntade barnets behov, så att en planering finns före förlossningen tillsammans med beroendevården och mödrahälsovården.',
      closes: true,
    },
  },
  {
    from: 'substanceUse',
    client: 'father',
    children: [
      {
        age: 14,
        sex: 'f',
        answers: {
          concern: 'no',
          needOfSupport: 'yes',
          childInformed: 'yes',
          childWords: '”Jag räknar ut vad maten kostar innan vi går till affären.”',
          school: 'Norrbackaskolan, åk 8',
          youngCarer: {
            areas: { money: 'often', emotional: 'sometimes' },
            costs: ['worry'],
            adultToTurnTo: 'yes',
            planIfWorse: 'no',
          },
        },
      },
    ],
    everyday: {
      evictionRisk: 'no',
      schoolAbsence: 'no',
      worksWell: 'Hon har goda vänner och en tränare som hon litar på.',
    },
    texts: {
      observed: '{0} var med när fadern kom hit. Hon hade hans räkningar i en mapp och visste när hyran ska betalas.',
      told: 'Fadern har spelat bort sin lön två månader i rad. Han säger att {0} påminner honom om allt.',
      assessment: 'Ingen oro för att hon far illa, men hon bär faderns ekonomi och behöver någon egen att prata med.',
    },
    outcome: {
      kind: 'support',
      support: ['conversations', 'information_talk'],
      offer: 'Tre enskilda samtal med start på måndag, och ett gemensamt samtal där fadern berättar om sin behandling.',
      consentBy: 'Fadern, och flickan själv',
      answer: 'Hon vill komma direkt efter skolan, helst på tisdagar.',
      closing: 'Fyra samtal genomförda. Flickan säger att det är skönt att fadern nu har en budgetrådgivare.',
    },
  },
  {
    from: 'substanceUse',
    client: 'mother',
    children: [{ age: 0, sex: 'm', answers: { concern: 'yes', identityMissing: 'newborn' } }],
    safety: { ongoingSubstanceMisuse: 'yes', riskNow: 'unknown', incapacity: 'with_other_adult' },
    network: 'Barnets far bor i hemmet och brukar inte själv droger enligt modern. BVC har täta kontroller.',
    texts: {
      observed:
        'Modern kom till provtagning med barnet i selen. Hon var långsam i sina svar. {0} sov, var varmt klädd och såg välmående ut.',
      told: 'Hon säger att hon röker cannabis på balkongen när fadern är hemma, ungefär varannan dag.',
      assessment:
        'Ett spädbarn är helt beroende av en närvarande vuxen. Modern underskattar hur cannabis påverkar henne.',
      since: 'Återupptaget bruk sedan barnet var två månader',
    },
    outcome: {
      kind: 'opened',
      childSeen: true,
      protection:
        'Hembesök samma eftermiddag. Fadern är föräldraledig, nykter och har huvudansvaret. Barnet är tryggt med honom i dag.',
      reasons: 'Spädbarn och pågående bruk hos en förälder. Samspel och faderns möjlighet att skydda behöver utredas.',
      closes: true,
    },
  },
  {
    from: 'substanceUse',
    client: 'mother',
    children: [
      {
        age: 10,
        sex: 'm',
        answers: { concern: 'no', needOfSupport: 'yes', childInformed: 'yes', school: 'Björkhagsskolan, åk 4' },
      },
    ],
    everyday: {
      schoolAbsence: 'no',
      evictionRisk: 'no',
      worksWell: 'Modern har varit nykter i åtta månader. Vardagen fungerar.',
    },
    texts: {
      observed: '{0} följde med modern hit och frågade om det är hans fel att hon blev sjuk.',
      told: 'Modern vill att han får träffa andra barn som varit med om samma sak.',
      assessment: 'Barnet har det bra i dag och behöver hjälp att förstå det som varit.',
    },
    outcome: {
      kind: 'support',
      support: ['children_group'],
      offer: 'Plats i barngruppen som startar i nästa månad, tolv träffar. Information till modern samma kvällar.',
      consentBy: 'Modern',
      answer: 'Båda tackar ja. Skolan vet om att han går tidigare på torsdagar.',
      closing: 'Barngruppen är avslutad. {0} var med på elva av tolv träffar.',
    },
  },
  {
    from: 'substanceUse',
    client: 'father',
    children: [
      {
        age: 6,
        sex: 'f',
        answers: { concern: 'yes', livesWith: 'alternating', school: 'Förskoleklass, Sjöängsskolan' },
      },
      { age: 11, sex: 'm', answers: { concern: 'yes', livesWith: 'alternating', school: 'Sjöängsskolan, åk 5' } },
    ],
    safety: { ongoingSubstanceMisuse: 'yes', incapacity: 'with_other_adult' },
    texts: {
      observed:
        'Fadern blåste 0,8 promille vid besöket klockan 14. Han hade bilnycklarna i handen och skulle hämta barnen.',
      told: 'Han uppger att han kört barnen till träningen flera gånger den senaste månaden efter att ha druckit öl till lunch.',
      assessment: 'Barnen utsätts för fara när han kör påverkad. Jag bad honom lämna bilen och modern hämtade barnen.',
      since: 'Minst en månad',
    },
    network: 'Modern är trygg och nåbar. Barnens fotbollstränare bor grannar med fadern.',
    outcome: {
      kind: 'opened',
      protection:
        'Barnen är hos modern. Fadern har lämnat bilnycklarna till sin bror. Polisen är informerad om körningen.',
      reasons:
        'Fadern har vid flera tillfällen kört barnen alkoholpåverkad. Barnens trygghet under hans veckor behöver utredas.',
      heard: 'Båda barnen har hörts. {1} beskriver att han brukar känna på lukten om det är okej att åka med.',
      closes: true,
    },
  },
  {
    from: 'substanceUse',
    client: 'father',
    children: [
      {
        age: 'unknown',
        sex: 'f',
        answers: {
          concern: 'yes',
          ageGuess: 5,
          relation: 'lives_with',
          whereabouts: { withWhom: 'unknown' },
          livesWith: 'unknown',
        },
      },
    ],
    safety: { ongoingSubstanceMisuse: 'yes', incapacity: 'unknown' },
    notInformed: 'Mannen avbröt samtalet och svarar inte. Vi vet inte vem barnets mor är.',
    texts: {
      told: 'Mannen nämner att han de senaste veckorna sovit hos en kvinna med ”en liten tjej”. Han vill inte säga var. I lägenheten används heroin.',
      assessment: 'Ett okänt barn vistas troligen i en miljö där det används narkotika. Barnet behöver identifieras.',
      since: 'Uppgiften kom i dag',
    },
    outcome: {
      kind: 'opened',
      protection:
        'Barnet är ännu inte identifierat. Adressen har tagits fram med polisens hjälp och hembesök görs i kväll.',
      measures: ['police', 'out_of_hours_informed'],
      question: {
        code: 'whereabouts',
        text: 'Har han vid något tillfälle nämnt område, våning, hållplats eller namnet på förskolan?',
        answer:
          'Han har sagt att de bor ”ovanför pizzerian” vid Torgvägen. Han har också använt namnet Jossan om kvinnan.',
      },
      reasons:
        'Barnet är nu identifierat. Uppgifterna om narkotika i hemmet är trovärdiga och barnets situation ska utredas.',
    },
  },
  {
    from: 'substanceUse',
    client: 'father',
    children: [{ age: 16, sex: 'm', answers: { concern: 'no', needOfSupport: 'no', livesWith: 'other_parent' } }],
    outcome: { kind: 'note' },
  },
]
