import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../../src/domain/calendar.ts'
import type { StepName } from '../../src/domain/lifecycle.ts'
import type { Role, UnitKind, Viewer } from '../../src/domain/organisation.ts'
import type { Circumstances, Referral } from '../../src/domain/referral.ts'
import type { StepRequest } from '../../src/domain/step-request.ts'

/** A referral and the people around it, as the pure rules see them. */

export const ids = {
  senderUnit: 'sender-unit',
  receiverUnit: 'receiver-unit',
  colleague: 'colleague',
  sender: 'sender',
}
export const now = Temporal.Instant.from('2026-11-20T09:00:00Z')

export function aReferral(told: Partial<Referral> = {}): Referral {
  return {
    id: 'referral',
    reference: 'BL-2026-000001',
    track: 'A',
    nature: 'concern_report',
    status: 'received',
    version: 2,
    senderUnitId: ids.senderUnit,
    senderPersonId: ids.sender,
    receiverUnitId: ids.receiverUnit,
    sentAt: now,
    violence: false,
    isProtected: false,
    assigneeId: null,
    openedAt: now,
    protectionAssessedAt: now,
    decidedAt: null,
    questionOpen: false,
    feedbackRequestedAt: null,
    feedbackAnsweredAt: null,
    preliminaryDueOn: Temporal.PlainDate.from('2026-12-04'),
    ...told,
  }
}

export function aViewer(role: Role, unitId: string, qualified = true): Viewer {
  const unitKind: UnitKind = unitId === ids.senderUnit ? 'substance_use' : 'intake'
  const membership = { unitId, boardId: 'board', unitKind, unitName: 'Enhet', role }
  return { personId: 'viewer', name: 'Vem', municipalityId: 'municipality', qualified, memberships: [membership] }
}

export const aWorker = (qualified = true) => aViewer('social_worker', ids.receiverUnit, qualified)
export const aLead = () => aViewer('team_lead', ids.receiverUnit)
export const aSender = () => aViewer('case_handler', ids.senderUnit, false)

export function circumstances(viewer: Viewer): Circumstances {
  return { viewer, now, today: dayOf(now), colleagueIds: [ids.colleague] }
}

export type UnitStep = Exclude<StepName, 'supplement' | 'request_feedback'>

/** For each step of the child unit's, what a careful person would ask for. */
export const goodRequests = {
  receive: { step: 'receive' },
  assign: { step: 'assign', assigneeId: ids.colleague },
  assess_protection: {
    step: 'assess_protection',
    result: 'no_immediate_need',
    childSeen: 'yes',
    measures: [],
    reasons: 'Trygg.',
  },
  ask_information: { step: 'ask_information', question: 'whereabouts', text: 'Var?', answerBy: '2026-11-23' },
  extend: { step: 'extend', reason: 'family_not_reached', text: 'Sökt sex gånger.', newDueOn: '2026-12-11' },
  open_inquiry: { step: 'open_inquiry', reasons: 'Utreds.', childHeardText: '' },
  decline_inquiry: {
    step: 'decline_inquiry',
    reasons: 'Behövs inte.',
    childHeard: 'heard',
    childHeardText: 'Säger att det är bra.',
    offered: '',
    violenceOverride: '',
  },
  join: { step: 'join', inquiryReference: 'UTR-1', reasons: '' },
  transfer: { step: 'transfer', toAuthority: 'Grannkommunen', reasons: 'Flyttat.' },
  offer_support: { step: 'offer_support', support: ['children_group'], text: '' },
  accept_support: { step: 'accept_support', consentBy: 'Båda föräldrarna', text: '' },
  decline_support: { step: 'decline_support', text: '' },
  close_support: { step: 'close_support', reasons: 'Klart.' },
  give_feedback: { step: 'give_feedback', value: 'opened' },
  refuse_feedback: { step: 'refuse_feedback', reason: 'danger_to_someone', text: 'Fara.' },
} as const satisfies { [Name in UnitStep]: Readonly<Extract<StepRequest, { step: Name }>> | { step: Name } }

/** The request of the step, for this referral: feedback says what its decision says. */
export function requestOf(step: UnitStep, { status }: Referral): StepRequest {
  if (step === 'give_feedback') {
    const value = status === 'no_inquiry' ? 'not_opened' : status === 'joined' ? 'already_under_way' : 'opened'
    return { step, value }
  }
  return structuredClone(goodRequests[step]) as StepRequest
}
