import type { coded as sv } from '../sv/step-codes.ts'

export const coded: typeof sv = {
  result: {
    no_immediate_need: 'No immediate need of protection',
    immediate_need: 'Immediate need of protection',
  },
  childSeen: { yes: 'Yes', no: 'No' },
  measures: {
    safety_plan: 'Safety plan with the family',
    stays_with_safe_adult: 'The child stays with a safe adult',
    police: 'Reported to, or in contact with, the police',
    health_care: 'Contact with health care',
    out_of_hours_informed: 'The out-of-hours service is informed',
    inquiry_at_once: 'An inquiry is opened at once',
    immediate_custody: 'Immediate custody is considered (LVU 6 §)',
    other: 'Other measure, describe it in the reasons',
  },
  question: {
    whereabouts: 'Where the child is now',
    family_composition: 'Who is in the family',
    what_was_seen: 'What was seen or heard',
    parent_informed: 'Whether the parent is informed',
    contact_safety: 'How the family can be contacted safely',
    support_in_place: 'What support there already is',
    other: 'Something else',
  },
  extension: {
    police_interview_first: 'A police interview must come first',
    family_not_reached: 'The family cannot be reached despite efforts',
    other_exceptional: 'Other exceptional grounds',
  },
  childHeard: {
    heard: 'The child has been heard',
    not_heard: 'The child has not been heard',
  },
  value: {
    opened: 'An inquiry has been opened',
    not_opened: 'An inquiry has not been opened',
    already_under_way: 'An inquiry is already under way',
  },
  refusal: {
    inappropriate_for_child: 'Inappropriate with regard to the child',
    danger_to_someone: 'May put someone in danger',
    identity_unsure: 'Unsure who the reporter is',
    other: 'Another reason',
  },
  support: {
    information_talk: 'Information talk',
    children_group: 'Children’s group',
    conversations: 'Talks with the child',
    relief_of_duties: 'Relief of duties at home',
    parenting_support: 'Parenting support',
    family_talks: 'Family talks',
    school_contact: 'Contact with the school',
    other: 'Other support',
  },
}
