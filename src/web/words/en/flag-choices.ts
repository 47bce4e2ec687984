import type { flagChoices as sv } from '../sv/flag-choices.ts'

export const flagChoices: typeof sv = {
  answers: { yes: 'Yes', no: 'No', unknown: 'Don’t know' },
  known: { known: 'I know who it is', unborn: 'The child is not born yet', unknown: 'I don’t know who it is' },
  protection: {
    none: 'No known protection',
    secrecy_mark: 'Secrecy mark',
    protected_registration: 'Protected registration',
    fictitious_identity: 'Fictitious identity',
    level_unknown: 'Protected, not known how',
  },
  identityMissing: {
    newborn: 'Newborn, no number yet',
    not_known: 'I don’t know the number',
    not_registered: 'Not registered in Sweden',
    protected: 'Protected, may not be written here',
    other: 'Another reason',
  },
  relations: { own: 'Own child', stepchild: 'Stepchild', lives_with: 'Lives together', other: 'Other' },
  homes: {
    client: 'With the client',
    alternating: 'Alternating',
    other_parent: 'With the other parent',
    placed: 'In care',
    elsewhere: 'Somewhere else',
    unknown: 'Don’t know',
  },
  companions: {
    client: 'The client',
    safe_adult: 'Another, safe adult',
    alone: 'Nobody, the child is alone',
    unknown: 'Nobody knows',
  },
  incapacities: {
    no: 'No',
    with_other_adult: 'Yes, and another adult takes over',
    without_other_adult: 'Yes, and no other adult takes over',
    unknown: 'Don’t know',
  },
  grounds: {
    consent: 'The client consents',
    need_for_care: 'The child needs it for its care or support',
    same_board: 'Same board',
  },
  groundHints: {
    consent: 'OSL chapter 12 section 2. Consent can be taken back.',
    need_for_care: 'OSL chapter 26 section 9. Write why, and ask your team lead if unsure.',
    same_board: 'No secrecy border.',
  },
  areas: {
    domestic: 'Cooks, cleans, does laundry',
    siblings: 'Takes care of siblings',
    personal_care: 'Helps with hygiene, medicines, getting about',
    emotional: 'Comforts, watches over or stays home',
    interpreting: 'Interprets, handles contacts',
    money: 'Bills and money',
  },
  frequencies: { never: 'Never', sometimes: 'Sometimes', often: 'Often', unknown: 'Don’t know' },
  costs: { school: 'School and homework', sleep: 'Sleep', friends: 'Friends and leisure', worry: 'Carries worry' },
  tracks: { A: 'Concern', B: 'Need of support', C: 'No need now' },
  trackHints: {
    A: 'The child fares ill, or may do. A report is made at once and needs no consent.',
    B: 'An offer of support, without concern.',
    C: 'Nothing leaves your unit. You set a date to ask again.',
  },
}
