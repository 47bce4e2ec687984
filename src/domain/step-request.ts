import { z } from 'zod'

/** What each step asks for. The web draws its forms from the same lists; the words are in `web/words`. */

export const limits = { reasons: 4000, note: 1000, short: 200 } as const

export const protectionResults = ['no_immediate_need', 'immediate_need'] as const
export const protectionMeasures = [
  'safety_plan',
  'stays_with_safe_adult',
  'police',
  'health_care',
  'out_of_hours_informed',
  'immediate_custody',
  'inquiry_at_once',
  'other',
] as const
export const questionCodes = [
  'whereabouts',
  'family_composition',
  'what_was_seen',
  'parent_informed',
  'contact_safety',
  'support_in_place',
  'other',
] as const
/** SoL 20:2: only synnerliga skäl. Workload is not an allowed code. */
export const extensionReasons = ['police_interview_first', 'family_not_reached', 'other_exceptional'] as const
export const childHeardAnswers = ['heard', 'not_heard'] as const
export const feedbackValues = ['opened', 'not_opened', 'already_under_way'] as const
export const feedbackRefusalReasons = [
  'inappropriate_for_child',
  'danger_to_someone',
  'identity_unsure',
  'other',
] as const
export const supportKinds = [
  'information_talk',
  'children_group',
  'conversations',
  'relief_of_duties',
  'parenting_support',
  'family_talks',
  'school_contact',
  'other',
] as const

export type FeedbackValue = (typeof feedbackValues)[number]
export type QuestionCode = (typeof questionCodes)[number]

const required = (max: number) => z.string().trim().min(1, 'required').max(max, 'too-long')
const optional = (max: number) => z.string().trim().max(max, 'too-long').default('')
/** A slip of the finger writes year 9999, which no calendar of ours reaches. */
const day = z.iso.date('date-impossible').refine((named) => named < '2100', 'date-too-far')

export const stepRequestSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('receive') }),
  z.strictObject({ step: z.literal('assign'), assigneeId: z.uuid('required').nullable() }),
  z.strictObject({
    step: z.literal('assess_protection'),
    result: z.enum(protectionResults, 'required'),
    childSeen: z.enum(['yes', 'no'], 'required'),
    measures: z.array(z.enum(protectionMeasures)).max(protectionMeasures.length).default([]),
    reasons: required(limits.reasons),
  }),
  z.strictObject({
    step: z.literal('ask_information'),
    question: z.enum(questionCodes, 'required'),
    text: required(limits.note),
    answerBy: day,
  }),
  z.strictObject({
    step: z.literal('extend'),
    reason: z.enum(extensionReasons, 'required'),
    text: required(limits.reasons),
    newDueOn: day,
  }),
  z.strictObject({
    step: z.literal('open_inquiry'),
    reasons: required(limits.reasons),
    childHeard: z.enum(childHeardAnswers).optional(),
    childHeardText: optional(limits.note),
  }),
  z.strictObject({
    step: z.literal('decline_inquiry'),
    reasons: required(limits.reasons),
    childHeard: z.enum(childHeardAnswers, 'required'),
    childHeardText: required(limits.note),
    offered: optional(limits.note),
    violenceOverride: optional(limits.reasons),
  }),
  z.strictObject({
    step: z.literal('join'),
    inquiryReference: required(limits.short),
    reasons: optional(limits.reasons),
  }),
  z.strictObject({
    step: z.literal('transfer'),
    toUnitId: z.uuid().optional(),
    toAuthority: optional(limits.short),
    reasons: required(limits.reasons),
  }),
  z.strictObject({
    step: z.literal('offer_support'),
    support: z.array(z.enum(supportKinds)).min(1, 'required').max(supportKinds.length),
    text: optional(limits.note),
  }),
  z.strictObject({ step: z.literal('accept_support'), consentBy: required(limits.short), text: optional(limits.note) }),
  z.strictObject({ step: z.literal('decline_support'), text: optional(limits.note) }),
  z.strictObject({ step: z.literal('close_support'), reasons: required(limits.reasons) }),
  z.strictObject({ step: z.literal('give_feedback'), value: z.enum(feedbackValues, 'required') }),
  z.strictObject({
    step: z.literal('refuse_feedback'),
    reason: z.enum(feedbackRefusalReasons, 'required'),
    text: required(limits.note),
  }),
])

/** A step that the child unit asks to take. */
export type StepRequest = z.infer<typeof stepRequestSchema>

/** What the sender may add after sending; nothing can be changed (DOMAIN §5). */
export const supplementSchema = z.strictObject({
  text: required(limits.reasons),
  answersQuestion: z.boolean().default(false),
})
export type Supplement = z.infer<typeof supplementSchema>
