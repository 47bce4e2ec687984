import type {
  childHeardAnswers,
  extensionReasons,
  FeedbackValue,
  feedbackRefusalReasons,
  protectionMeasures,
  protectionResults,
  QuestionCode,
  supportKinds,
} from '../../../domain/step-request.ts'

type One<List extends readonly string[]> = List[number]

/** The coded answers. The forms offer them in the order that they stand here. */
export const coded = {
  result: {
    no_immediate_need: 'Inget omedelbart behov av skydd',
    immediate_need: 'Omedelbart behov av skydd',
  } satisfies Record<One<typeof protectionResults>, string>,
  childSeen: { yes: 'Ja', no: 'Nej' } satisfies Record<'yes' | 'no', string>,
  measures: {
    safety_plan: 'Säkerhetsplan med familjen',
    stays_with_safe_adult: 'Barnet vistas hos en trygg vuxen',
    police: 'Polisanmälan eller kontakt med polisen',
    health_care: 'Kontakt med hälso- och sjukvården',
    out_of_hours_informed: 'Socialjouren är informerad',
    inquiry_at_once: 'Utredning inleds genast',
    immediate_custody: 'Omedelbart omhändertagande övervägs (6 § LVU)',
    other: 'Annan åtgärd, beskriv i skälen',
  } satisfies Record<One<typeof protectionMeasures>, string>,
  question: {
    whereabouts: 'Var barnet är nu',
    family_composition: 'Vilka som ingår i familjen',
    what_was_seen: 'Vad som setts eller hörts',
    parent_informed: 'Om föräldern är informerad',
    contact_safety: 'Hur familjen kan kontaktas säkert',
    support_in_place: 'Vilket stöd som redan finns',
    other: 'Annat',
  } satisfies Record<QuestionCode, string>,
  extension: {
    police_interview_first: 'Polisförhör måste ske först',
    family_not_reached: 'Familjen går inte att nå trots försök',
    other_exceptional: 'Andra synnerliga skäl',
  } satisfies Record<One<typeof extensionReasons>, string>,
  childHeard: {
    heard: 'Barnet har fått komma till tals',
    not_heard: 'Barnet har inte fått komma till tals',
  } satisfies Record<One<typeof childHeardAnswers>, string>,
  value: {
    opened: 'Utredning har inletts',
    not_opened: 'Utredning har inte inletts',
    already_under_way: 'Utredning pågår redan',
  } satisfies Record<FeedbackValue, string>,
  refusal: {
    inappropriate_for_child: 'Olämpligt med hänsyn till barnet',
    danger_to_someone: 'Kan innebära fara för någon',
    identity_unsure: 'Osäkert vem anmälaren är',
    other: 'Annat skäl',
  } satisfies Record<One<typeof feedbackRefusalReasons>, string>,
  support: {
    information_talk: 'Informationssamtal',
    children_group: 'Barngrupp',
    conversations: 'Samtal med barnet, till exempel BRA-samtal',
    relief_of_duties: 'Avlastning i hemmet',
    parenting_support: 'Föräldrastöd',
    family_talks: 'Familjesamtal',
    school_contact: 'Kontakt med skolan',
    other: 'Annat stöd',
  } satisfies Record<One<typeof supportKinds>, string>,
}
