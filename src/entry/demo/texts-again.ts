import type { Situation } from './situation.ts'

/** New concern about a family that is known already, from the same unit or another. No ages or sexes: they are given. */
export const again: readonly Situation[] = [
  {
    from: 'incomeSupport',
    client: 'mother',
    children: [
      { age: 8, sex: 'm', answers: { concern: 'yes' } },
      { age: 4, sex: 'f', answers: { concern: 'yes' } },
    ],
    safety: { ongoingSubstanceMisuse: 'unknown', incapacity: 'unknown' },
    everyday: { lacksBasics: 'yes' },
    texts: {
      observed:
        'Modern kom till besöket med {1}, som gnydde av hunger. Hon kunde inte redogöra för vad månadens bistånd gått till.',
      assessment: 'Barnen får inte det de behöver. Jag vet att ni haft kontakt med familjen tidigare.',
      since: 'Denna månad',
    },
    outcome: {
      kind: 'joined',
      protection: 'Barnen är hos mormor enligt den plan som redan finns.',
      inquiry: 'Pågående utredning om barnet och syskonet',
      reasons: 'Uppgifterna tillförs den utredning som redan pågår.',
    },
  },
  {
    from: 'psychiatry',
    client: 'mother',
    children: [
      { age: 6, sex: 'm', answers: { concern: 'yes' } },
      {
        age: 11,
        sex: 'f',
        answers: { concern: 'yes', youngCarer: { areas: { siblings: 'often', emotional: 'often' }, costs: ['sleep'] } },
      },
    ],
    safety: { incapacity: 'with_other_adult' },
    texts: {
      observed: 'Modern är nedstämd efter sjukhusvistelsen och låg till sängs vid båda besöken i veckan.',
      told: '{1} säger att moster kommer ibland, men inte så ofta som det var sagt.',
      assessment: 'Planen för barnen håller inte fullt ut. De behöver att någon ser över den nu.',
    },
    outcome: {
      kind: 'joined',
      protection: 'Moster bekräftar att hon är hos barnen i kväll och i morgon.',
      inquiry: 'Pågående utredning om syskonen',
      reasons: 'Uppgifterna hör ihop med pågående utredning och tas om hand där.',
    },
  },
  {
    from: 'violence',
    client: 'mother',
    children: [{ age: 1, sex: 'm', answers: { concern: 'yes', identityMissing: 'other' } }],
    safety: { violence: 'yes', afraidOfSomeone: 'yes', incapacity: 'no', riskNow: 'yes' },
    texts: {
      told: 'Modern ringde från en parkering. Han har hittat adressen och bankat på dörren. Hon har {0} med sig i bilen.',
      assessment: 'Akut hot mot mor och barn. Jag har ringt 112 och socialjouren.',
      since: 'I dag',
    },
    outcome: {
      kind: 'opened',
      measures: ['police', 'safety_plan', 'out_of_hours_informed'],
      protection: 'Polis på plats. Mor och barn är i skyddat boende sedan i kväll.',
      reasons: 'Hotet har blivit akut. Utredning inleds på nytt utan dröjsmål.',
    },
  },
  {
    from: 'familyLaw',
    client: 'father',
    children: [{ age: 9, sex: 'm', answers: { concern: 'yes', livesWith: 'alternating' } }],
    safety: { incapacity: 'no' },
    texts: {
      observed:
        '{0} kom ensam till familjerätten efter skolan och ville att vi skulle ringa hans lärare i stället för hem.',
      assessment: 'Pojken söker vuxna utanför familjen. Oron har ökat sedan vårt förra samtal.',
    },
    outcome: {
      kind: 'joined',
      protection: 'Läraren och skolkuratorn har tagit hand om honom. Han går hem med båda föräldrarnas vetskap.',
      inquiry: 'Pågående utredning, konfliktbehandling erbjuden',
      reasons: 'Samma fråga utreds redan.',
    },
  },
  {
    from: 'substanceUse',
    client: 'mother',
    children: [{ age: 0, sex: 'm', answers: { concern: 'yes', identityMissing: 'newborn' } }],
    safety: { ongoingSubstanceMisuse: 'yes', incapacity: 'with_other_adult' },
    texts: {
      observed: 'Tre positiva prov i rad. Modern uteblev från de två senaste tiderna.',
      told: 'Barnets far ringde och säger att han börjar arbeta på måndag och inte vet vem som ska vara med {0}.',
      assessment: 'Det som skyddade barnet upphör på måndag.',
    },
    outcome: {
      kind: 'joined',
      protection: 'Fadern stannar hemma ytterligare en vecka. Spädbarnsteamet gör hembesök i morgon.',
      inquiry: 'Pågående utredning om spädbarnet',
      reasons: 'Uppgifterna tillförs pågående utredning, där möte hålls i morgon.',
    },
  },
]
